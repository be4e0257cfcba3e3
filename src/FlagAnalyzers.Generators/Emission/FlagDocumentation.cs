using System.Text;
using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Generators.Emission;

/// <summary>Writes what an editor shows of a flag: what it is for, whose it is, how long it lives, and what it answers to whom.</summary>
internal static class FlagDocumentation
{
    /// <summary>Everything, for the accessor.</summary>
    public static void EmitFull(SourceWriter writer, FlagMember member)
    {
        Flag flag = member.Flag;
        EmitSummary(writer, flag);
        writer.WriteLine("/// <remarks>");
        writer.WriteLine($"/// <para>{Identity(flag)}</para>");
        writer.WriteLine("/// <para>Rule: ", DocumentationText.Escape(RuleWords.Describe(flag)), ".</para>");
        writer.WriteLine("/// <para>", Default(flag), "</para>");
        if (member.Rule?.Problem is { } problem)
        {
            writer.WriteLine("/// <para>Interpreted, not compiled: ", problem, ".</para>");
        }

        writer.WriteLine("/// </remarks>");
    }

    /// <summary>One line, for what is listed beside the accessor.</summary>
    public static void EmitShort(SourceWriter writer, string start, Flag flag)
        => writer.WriteLine($"/// <summary>{start}the flag {DocumentationText.Code(flag.Key)}.</summary>");

    private static void EmitSummary(SourceWriter writer, Flag flag)
    {
        List<string> lines = [.. DocumentationText.Lines(flag.Description ?? "")];
        switch (lines.Count)
        {
            case 0:
                EmitShort(writer, "The value of ", flag);
                break;
            case 1:
                writer.WriteLine("/// <summary>", lines[0], "</summary>");
                break;
            default:
                writer.WriteLine("/// <summary>");
                foreach (string line in lines)
                {
                    writer.WriteLine("/// ", line, "");
                }

                writer.WriteLine("/// </summary>");
                break;
        }
    }

    private static string Identity(Flag flag)
    {
        FlagLifecycle lifecycle = flag.Lifecycle;
        StringBuilder text = new();
        text.Append("Flag ").Append(DocumentationText.Code(flag.Key));
        Append(", kind ", lifecycle.Kind);
        Append(", owner ", lifecycle.Owner);
        Append(", created ", lifecycle.Created?.ToString());
        Append(", expires ", lifecycle.Expires?.ToString());
        Append(", decided ", lifecycle.Decided?.ToString());
        Append(", issue ", lifecycle.Issue);
        text.Append(lifecycle.IsPermanent ? ", permanent" : "");
        return text.Append('.').ToString();

        void Append(string label, string? value)
        {
            if (value is not null)
            {
                text.Append(label).Append(DocumentationText.Escape(value));
            }
        }
    }

    private static string Default(Flag flag)
    {
        if (flag.DefaultValue is { } codeDefault)
        {
            return "Default: " + DocumentationText.Code(codeDefault.ToString()) + ".";
        }

        string neutral = flag.Type switch
        {
            FlagType.Boolean => "false",
            FlagType.Integer or FlagType.Float => "0",
            FlagType.String when flag.IsChoice => "default",
            _ => "null",
        };
        return $"No default: where the flag cannot be evaluated it is <c>{neutral}</c>.";
    }
}
