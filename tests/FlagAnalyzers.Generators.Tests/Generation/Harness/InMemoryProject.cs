using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Generators.Tests.Generation.Harness;

/// <summary>An additional file; another instance is another version of it.</summary>
internal sealed class InMemoryText(string path, string text) : AdditionalText
{
    private readonly SourceText source = SourceText.From(text, Encoding.UTF8);

    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => this.source;
}

/// <summary>MSBuild properties and the roles of additional files, as the SDK's generated editorconfig hands them over.</summary>
internal sealed class InMemoryOptions(ImmutableDictionary<string, string> properties, ImmutableDictionary<string, string> roles) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Table(properties, "build_property.");

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => this.GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Table(
        roles.TryGetValue(textFile.Path, out string? role) ? ImmutableDictionary<string, string>.Empty.Add("FlagsRole", role) : [],
        "build_metadata.AdditionalFiles.");

    private sealed class Table(ImmutableDictionary<string, string> values, string prefix) : AnalyzerConfigOptions
    {
        // Without NotNullWhen: the assemblies under test each bring a copy of it, and we are their friend.
        public override bool TryGetValue(string key, out string value)
        {
            value = "";
            return key.StartsWith(prefix, StringComparison.Ordinal) && values.TryGetValue(key[prefix.Length..], out value!);
        }
    }
}
