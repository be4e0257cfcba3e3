using System.Collections.Immutable;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Manifests.Lifecycle;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>FLAG3003: a flag is used that has answered everybody the same for some time, in every environment: the code can do without it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DecidedFlagAnalyzer : FlagUseRule
{
    private const string Id = "FLAG3003";
    private const int LongestValue = 40;

    public static readonly DiagnosticDescriptor FLAG3003_DecidedFlagUsed = Descriptors.Create(Id);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG3003_DecidedFlagUsed);

    protected override DiagnosticDescriptor Rule => FLAG3003_DecidedFlagUsed;

    protected override bool Applies(FlagCompilation compilation) => compilation.ReferenceDate is not null;

    protected override string? Problem(DeclaredFlag flag, FlagCompilation compilation)
    {
        if (!flag.CanBeDecided || compilation.ReferenceDate is not { } today || (flag.DecidedOn ?? flag.Created) is not { } since
            || today.DaysSince(since) <= RuleOptions.Days(compilation.Options, Id, "FlagsDecidedDays", FlagDecision.UsualDays)
            || compilation.Decisions.ValueOf(flag) is not { } value)
        {
            return null;
        }

        string days = Days(today.DaysSince(since));
        return "is decided: everybody gets " + (value.Length <= LongestValue ? value : "the same value") + ", and it was "
            + (flag.DecidedOn is null ? "created " : "decided ") + days + " ago, on " + since + "; keep that value and remove the flag";
    }

    protected override ImmutableDictionary<string, string?> PropertiesOf(DeclaredFlag flag, FlagCompilation compilation) =>
        base.PropertiesOf(flag, compilation).Add(FixProperties.Decided, compilation.Decisions.ValueOf(flag));
}
