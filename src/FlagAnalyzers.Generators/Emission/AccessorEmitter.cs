using System.Text;
using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;

namespace FlagAnalyzers.Generators.Emission;

/// <summary>Writes what reads flags: a property each, and their evaluation by key.</summary>
/// <remarks>Values stand in bodies, never in constants or static fields, because <c>dotnet watch</c> can replace only bodies in a running program.</remarks>
internal sealed class AccessorEmitter(SourceWriter writer, IReadOnlyList<FlagMember> members, CancellationToken cancellationToken)
{
    private const string HasStore = "this." + MemberNames.FixedValues + " is null";

    public void EmitAccessors()
    {
        foreach (FlagMember member in members)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Separate();
            FlagDocumentation.EmitFull(writer, member);
            writer.WriteLine(Attribute(member));
            using (writer.WriteBlock($"public {member.TypeName} {member.Name}"))
            {
                using (writer.WriteBlock("get"))
                {
                    writer.WriteLine($"return {HasStore} ? {Call("Read", member)}{member.Forgiveness} : {FixedValue(member)};");
                }
            }
        }
    }

    /// <summary>
    /// A small method a flag: in one method with a case each, thousands of flags would share a stack frame of a hundred kilobytes, cleared at every
    /// call, and the whole would be compiled before the first flag is evaluated.
    /// </summary>
    public void EmitEvaluation()
    {
        foreach (FlagMember member in members)
        {
            writer.Separate();
            using (writer.WriteBlock($"private {GeneratedNames.FlagEvaluation}<T> {member.EvaluationName}<T>()"))
            {
                writer.WriteLine($"return Convert<{member.EvaluationTypeName}, T>({HasStore} ? {Call("Evaluate", member)} : this.EvaluateFixed<{member.EvaluationTypeName}>({member.KeyLiteral}, {FixedValue(member)}));");
            }
        }

        writer.Separate();
        writer.WriteLine("/// <inheritdoc/>");
        writer.WriteLine(GeneratedNames.EditorBrowsableNever);
        using (writer.WriteBlock($"protected override {GeneratedNames.FlagEvaluation}<T> EvaluateDeclared<T>(string key)"))
        {
            using (writer.WriteBlock("switch (key)"))
            {
                foreach (FlagMember member in members)
                {
                    writer.WriteLine("case ", member.KeyLiteral, ":");
                    writer.Indent();
                    writer.WriteLine("return this.", member.EvaluationName, "<T>();");
                    writer.Unindent();
                }

                writer.WriteLine("default:");
                writer.Indent();
                writer.WriteLine("return this.EvaluateUndeclared<T>(key);");
                writer.Unindent();
            }
        }
    }

    public void EmitDeclaredKeys()
    {
        writer.Separate();
        writer.WriteLine("/// <inheritdoc/>");
        writer.WriteLine(GeneratedNames.EditorBrowsableNever);
        using (writer.WriteBlock($"protected override {GeneratedNames.StringList} DeclaredKeys"))
        {
            using (writer.WriteBlock("get"))
            {
                using (writer.WriteInitializer("return new string[]"))
                {
                    foreach (FlagMember member in members)
                    {
                        writer.WriteLine("", member.KeyLiteral, ",");
                    }
                }
            }
        }
    }

    private static string Call(string verb, FlagMember member) => $"this.{verb}{member.Accessor}{member.TypeArgument}({member.KeyLiteral}, {member.Arguments})";

    private static string FixedValue(FlagMember member) => $"this.{MemberNames.FixedValues}.{member.Name}";

    private static string Attribute(FlagMember member)
    {
        FlagLifecycle lifecycle = member.Flag.Lifecycle;
        StringBuilder attribute = new();
        attribute.Append('[').Append(GeneratedNames.FlagAttribute).Append('(').Append(member.KeyLiteral);
        Append("Owner", lifecycle.Owner);
        Append("Kind", lifecycle.Kind);
        Append("Created", lifecycle.Created?.ToString());
        Append("Expires", lifecycle.Expires?.ToString());
        Append("Issue", lifecycle.Issue);
        return attribute.Append(")]").ToString();

        void Append(string name, string? value)
        {
            if (value is not null)
            {
                attribute.Append(", ").Append(name).Append(" = ").Append(CSharpLiteral.String(value));
            }
        }
    }
}
