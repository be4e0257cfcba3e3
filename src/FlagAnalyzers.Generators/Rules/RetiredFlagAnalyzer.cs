using System.Collections.Immutable;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.Rules.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>FLAG3004: a flag is used that the manifest lists as retired.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RetiredFlagAnalyzer : FlagUseRule
{
    public static readonly DiagnosticDescriptor FLAG3004_RetiredFlagUsed = Descriptors.Create("FLAG3004");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG3004_RetiredFlagUsed);

    protected override DiagnosticDescriptor Rule => FLAG3004_RetiredFlagUsed;

    protected override bool Applies(FlagCompilation compilation) => compilation.Manifests.Any(static file => file.Reading.Manifest.Retired.Count > 0);

    protected override string? Problem(DeclaredFlag flag, FlagCompilation compilation) => flag.RetiredOn is { } date
        ? "was retired" + (date.Length > 0 ? " on " + date : string.Empty) + ": nothing evaluates it any more, and this code gets its fallback for ever; remove the use"
        : null;
}
