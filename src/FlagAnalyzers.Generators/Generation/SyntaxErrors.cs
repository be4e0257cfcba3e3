using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Generators.Generation;

/// <summary>FLAG0001: what of a file is no JSON, each thing in its place.</summary>
internal static class SyntaxErrors
{
    private const string Id = "FLAG0001";

    public static EquatableArray<DiagnosticSpec> Of(string path, SourceText text, JsonText json)
    {
        List<DiagnosticSpec> diagnostics = [];
        foreach (JsonError error in json.Errors)
        {
            TextSpan span = TextSpan.FromBounds(Math.Min(error.Range.Start, text.Length), Math.Min(error.Range.End, text.Length));
            diagnostics.Add(new DiagnosticSpec(Id, error.Message, path, span, text.Lines.GetLinePositionSpan(span)));
        }

        return diagnostics.ToEquatableArray();
    }
}
