using System.Collections.Immutable;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.Rules.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>FLAG3002: a flag is used that will be stale soon.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ExpiringFlagAnalyzer : FlagUseRule
{
    private const string Id = "FLAG3002";
    private const int UsualDays = 14;

    public static readonly DiagnosticDescriptor FLAG3002_FlagExpiresSoon = Descriptors.Create(Id);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG3002_FlagExpiresSoon);

    protected override DiagnosticDescriptor Rule => FLAG3002_FlagExpiresSoon;

    protected override bool Applies(FlagCompilation compilation) => compilation.ReferenceDate is not null;

    protected override string? Problem(DeclaredFlag flag, FlagCompilation compilation)
    {
        if (flag.Expires is not { } expires || compilation.ReferenceDate is not { } today)
        {
            return null;
        }

        int left = expires.DaysSince(today);
        return left >= 0 && left <= RuleOptions.Days(compilation.Options, Id, "FlagsExpirySoonDays", UsualDays)
            ? "expires " + (left == 0 ? "today" : "in " + Days(left)) + ", on " + expires
            : null;
    }
}
