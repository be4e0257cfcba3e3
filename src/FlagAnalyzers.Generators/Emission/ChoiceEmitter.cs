using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Generators.Emission.Values;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Generators.Emission;

/// <summary>Writes the enumeration of a choice flag, and the method that finds its member for a text.</summary>
internal static class ChoiceEmitter
{
    public static void EmitEnumeration(SourceWriter writer, Flag flag, ChoiceShape choice)
    {
        writer.Separate();
        FlagDocumentation.EmitShort(writer, "The values of ", flag);
        using (writer.WriteBlock("public enum " + choice.Name))
        {
            foreach ((string name, string text) in choice.Members)
            {
                writer.Separate();
                writer.WriteLine($"/// <summary>{DocumentationText.Code(text)}</summary>");
                writer.WriteLine(name, ",", "");
            }
        }
    }

    public static void EmitReader(SourceWriter writer, string methodName, ChoiceShape choice)
    {
        writer.Separate();
        using (writer.WriteBlock($"internal static bool {methodName}({GeneratedNames.FlagValue} value, out {choice.FullName} result)"))
        {
            writer.WriteLine($"result = default({choice.FullName});");
            using (writer.WriteBlock("if (!value.TryGetString(out var text))"))
            {
                writer.WriteLine("return false;");
            }

            writer.Separate();
            using (writer.WriteBlock("switch (text)"))
            {
                foreach ((string name, string text) in choice.Members)
                {
                    writer.WriteLine($"case {CSharpLiteral.String(text)}:");
                    writer.Indent();
                    writer.WriteLine($"result = {choice.FullName}.{name};");
                    writer.WriteLine("return true;");
                    writer.Unindent();
                }

                writer.WriteLine("default:");
                writer.Indent();
                writer.WriteLine("return false;");
                writer.Unindent();
            }
        }
    }
}
