using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Manifests.Naming;

namespace FlagAnalyzers.Generators.Emission;

/// <summary>Writes the nested classes that list every flag: keys for other SDKs, values for tests.</summary>
internal static class TableEmitter
{
    public static void EmitKeys(SourceWriter writer, IReadOnlyList<FlagMember> members)
    {
        writer.Separate();
        writer.WriteLine("/// <summary>The keys of the flags, for other SDKs and for attributes.</summary>");
        using (writer.WriteBlock($"public static class {MemberNames.Keys}"))
        {
            foreach (FlagMember member in members)
            {
                writer.Separate();
                FlagDocumentation.EmitShort(writer, "The key of ", member.Flag);
                writer.WriteLine($"public const string {member.Name} = {member.KeyLiteral};");
            }
        }
    }

    public static void EmitValues(SourceWriter writer, IReadOnlyList<FlagMember> members)
    {
        writer.Separate();
        writer.WriteLine("/// <summary>A value for every flag, at first its code default: what <see cref=\"Fixed\"/> answers.</summary>");
        using (writer.WriteBlock($"public sealed class {MemberNames.Values}"))
        {
            foreach (FlagMember member in members)
            {
                writer.Separate();
                FlagDocumentation.EmitShort(writer, "The value of ", member.Flag);
                writer.WriteLine($"public {member.TypeName} {member.Name} {{ get; set; }} = {member.InitialValue};");
            }
        }
    }
}
