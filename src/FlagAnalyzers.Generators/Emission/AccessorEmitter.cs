using System.Text;
using FlagAnalyzers.Generators.Emission.Targeting;
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
                    this.EmitCompiledRead(member);
                    writer.WriteLine($"return {HasStore} ? {Call("Read", member)}{member.Forgiveness} : {FixedValue(member)};");
                }
            }
        }
    }

    /// <summary>A method for each compiled rule: it gives the place of a variant, or says why there is none.</summary>
    public void EmitRules()
    {
        foreach (FlagMember member in members)
        {
            if (member.Rule is { Problem: null } rule)
            {
                cancellationToken.ThrowIfCancellationRequested();
                writer.Separate();
                using (writer.WriteBlock($"private int {member.RuleName}()"))
                {
                    foreach ((int depth, string text) in rule.Lines)
                    {
                        writer.WriteLine(depth, text);
                    }
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
                writer.WriteLine($"return Convert<{member.EvaluationTypeName}, T>({CompiledEvaluation(member)}{HasStore} ? {Call("Evaluate", member)} : this.EvaluateFixed<{member.EvaluationTypeName}>({member.KeyLiteral}, {FixedValue(member)}));");
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

    /// <summary>The one check of a read, and what follows if compiled code may answer.</summary>
    private void EmitCompiledRead(FlagMember member)
    {
        if (!member.IsCompiled || (member.Object is not null && member.Rule is null))
        {
            return;
        }

        using (writer.WriteBlock($"if ({IsCompiled(member)})"))
        {
            if (member.Object is not null)
            {
                writer.WriteLine($"return {Call("Read", member, RunRule(member))}{member.Forgiveness};");
            }
            else if (member.Rule is null)
            {
                writer.WriteLine($"return {member.Fallback};");
            }
            else
            {
                this.EmitValues(member);
            }
        }

        writer.Separate();
    }

    /// <summary>The value for each result of the rule; results that answer the code default need no case.</summary>
    private void EmitValues(FlagMember member)
    {
        string codeDefault = member.InitialValue;
        List<(string Result, string Value)> cases = [];
        for (int i = 0; i < member.Flag.Variants.Count; i++)
        {
            cases.Add((CSharpLiteral.Integer(i), member.ValueOf(member.Flag.Variants[i].Value) ?? codeDefault));
        }

        cases.Add((VariantCodes.None, member.Fallback));
        cases.RemoveAll(one => one.Value == codeDefault);
        if (cases.Count == 0)
        {
            writer.WriteLine($"return {codeDefault};");
            return;
        }

        using (writer.WriteBlock($"switch (this.{member.RuleName}())"))
        {
            foreach (IGrouping<string, (string Result, string Value)> group in cases.GroupBy(static one => one.Value, StringComparer.Ordinal))
            {
                foreach ((string result, _) in group)
                {
                    writer.WriteLine("case ", result, ":");
                }

                writer.WriteLine(1, $"return {group.Key};");
            }

            writer.WriteLine("default:");
            writer.WriteLine(1, $"return {codeDefault};");
        }
    }

    private static string IsCompiled(FlagMember member) => $"this.IsCompiled({CSharpLiteral.Integer(member.Number)})";

    private static string RunRule(FlagMember member) => member.Rule is null ? VariantCodes.None : $"this.{member.RuleName}()";

    private static string CompiledEvaluation(FlagMember member) =>
        member.IsCompiled ? $"this.IsRuleInForce({CSharpLiteral.Integer(member.Number)}) ? {Call("Evaluate", member, RunRule(member))} : " : "";

    private static string Call(string verb, FlagMember member, string? rule = null) =>
        $"this.{verb}{member.Accessor}{member.TypeArgument}({member.KeyLiteral}, {member.Arguments}{(rule is null ? "" : ", " + rule)})";

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
        Append("Decided", member.Decided);
        Append("DecidedOn", member.Decided is null ? null : lifecycle.Decided?.ToString());
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
