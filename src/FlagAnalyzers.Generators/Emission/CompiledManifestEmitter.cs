using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Generators.Generation;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Generators.Emission;

/// <summary>Writes what the program knows of the manifest that it was compiled with.</summary>
/// <remarks>All in bodies of methods, which <c>dotnet watch</c> can replace in a running program; so the methods are there also where they have nothing to say yet.</remarks>
internal sealed class CompiledManifestEmitter(SourceWriter writer, GenerationSpec spec, ManifestLiterals literals)
{
    public void EmitField()
    {
        string head = $"private static readonly {GeneratedNames.CompiledManifest} {MemberNames.Compiled} = new {GeneratedNames.CompiledManifest}({MemberNames.ManifestText}, {MemberNames.Definitions}, {MemberNames.Fingerprint})";
        using (writer.WriteInitializer(head))
        {
            writer.WriteLine($"Overlays = {MemberNames.OverlayTexts},");
            writer.WriteLine($"Assembly = typeof({spec.ClassName}).Assembly,");
            if (spec.SourcePath is { } path)
            {
                writer.WriteLine($"SourcePath = {CSharpLiteral.String(path)},");
            }
        }
    }

    public void EmitTexts()
    {
        writer.Separate();
        using (writer.WriteBlock($"private static string[] {MemberNames.ManifestText}()"))
        {
            using (writer.WriteInitializer("return new string[]"))
            {
                this.EmitLines(literals.Expressions);
            }
        }

        writer.Separate();
        using (writer.WriteBlock($"private static string[][] {MemberNames.OverlayTexts}()"))
        {
            using (writer.WriteInitializer("return new string[][]"))
            {
                for (int i = 0; i < spec.Overlays.Count; i++)
                {
                    using (writer.WriteElement("new string[]"))
                    {
                        this.EmitLines([CSharpLiteral.String(spec.Overlays[i].Environment), .. literals.Overlays[i]]);
                    }
                }
            }
        }
    }

    /// <summary>What tells another manifest from the compiled one: a hash of the file, and one of each flag, in the order of the keys.</summary>
    public void EmitHashes(IEnumerable<Flag> flags)
    {
        writer.Separate();
        using (writer.WriteBlock($"private static ulong {MemberNames.Fingerprint}()"))
        {
            writer.WriteLine($"return {CSharpLiteral.Hash(spec.Manifest.Fingerprint)};");
        }

        DefinitionHash definitions = new(spec.Manifest.Evaluators);
        writer.Separate();
        using (writer.WriteBlock($"private static ulong[] {MemberNames.Definitions}()"))
        {
            using (writer.WriteInitializer("return new ulong[]"))
            {
                this.EmitLines(flags.Select(flag => CSharpLiteral.Hash(definitions.Of(flag))));
            }
        }
    }

    private void EmitLines(IEnumerable<string> expressions)
    {
        foreach (string expression in expressions)
        {
            writer.WriteLine("", expression, ",");
        }
    }
}
