using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Manifests.Model;
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
        writer.WriteLine("/// <summary>A value for every flag, at first its code default: what <see cref=\"Fixed(Values)\"/> answers.</summary>");
        using (writer.WriteBlock($"public sealed class {MemberNames.Values}"))
        {
            foreach (FlagMember member in members)
            {
                writer.Separate();
                FlagDocumentation.EmitShort(writer, "The value of ", member.Flag);
                writer.WriteLine($"public {member.TypeName} {member.Name} {{ get; set; }} = {member.InitialValue};");
            }

            EmitSet(writer, members);
            writer.Separate();
            using (writer.WriteBlock($"internal {MemberNames.Values} {MemberNames.Copy}()"))
            {
                writer.WriteLine($"return ({MemberNames.Values})this.MemberwiseClone();");
            }
        }
    }

    /// <summary>By key, for tests that run over several flags.</summary>
    private static void EmitSet(SourceWriter writer, IReadOnlyList<FlagMember> members)
    {
        writer.Separate();
        writer.WriteLine("/// <summary>Sets a boolean flag by its key.</summary>");
        writer.WriteLine("/// <param name=\"key\">The key of the flag.</param>");
        writer.WriteLine("/// <param name=\"value\">Whether it is on.</param>");
        writer.WriteLine("/// <returns>These values.</returns>");
        writer.WriteLine("/// <exception cref=\"global::System.ArgumentException\">There is no flag of that key, or it is not boolean.</exception>");
        using (writer.WriteBlock($"public {MemberNames.Values} {MemberNames.Set}([{GeneratedNames.FlagKeyAttribute}] string key, bool value)"))
        {
            using (writer.WriteBlock("switch (key)"))
            {
                foreach (FlagMember member in members.Where(static member => member.Flag.Type == FlagType.Boolean))
                {
                    writer.WriteLine("case ", member.KeyLiteral, ":");
                    writer.WriteLine(1, $"this.{member.Name} = value;");
                    writer.WriteLine(1, "return this;");
                }

                List<FlagMember> others = [.. members.Where(static member => member.Flag.Type != FlagType.Boolean)];
                foreach (FlagMember member in others)
                {
                    writer.WriteLine("case ", member.KeyLiteral, ":");
                }

                if (others.Count > 0)
                {
                    writer.WriteLine(1, Refuse("The flag '\" + key + \"' is not boolean, so it is neither on nor off. Set its property."));
                }

                writer.WriteLine("default:");
                writer.WriteLine(1, Refuse("There is no flag '\" + key + \"'."));
            }
        }
    }

    private static string Refuse(string sentence) => $"throw new global::System.ArgumentException(\"{sentence}\", nameof(key));";
}
