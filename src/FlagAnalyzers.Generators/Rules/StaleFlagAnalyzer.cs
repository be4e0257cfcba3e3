using System.Collections.Immutable;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.Rules.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>FLAG3001: a flag is used after the day it was meant to be gone, through its accessor, a wrapper or by its key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StaleFlagAnalyzer : FlagUseRule
{
    public static readonly DiagnosticDescriptor FLAG3001_StaleFlagUsed = Descriptors.Create("FLAG3001");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG3001_StaleFlagUsed);

    protected override DiagnosticDescriptor Rule => FLAG3001_StaleFlagUsed;

    protected override bool Applies(FlagCompilation compilation) => compilation.ReferenceDate is not null;

    protected override string? Problem(DeclaredFlag flag, FlagCompilation compilation) =>
        flag.Expires is { } expires && compilation.ReferenceDate?.DaysSince(expires) is > 0 and int days
            ? "is stale: it expired " + Days(days) + " ago, on " + expires
            : null;
}
