using System.Collections.Immutable;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Generators.Rules.Uses;
using FlagAnalyzers.Manifests.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>FLAG2001: a key that no manifest declares is handed to a flag API, which would answer its default for ever.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UndeclaredKeyAnalyzer : FlagKeyRule
{
    public static readonly DiagnosticDescriptor FLAG2001_UndeclaredKey = Descriptors.Create("FLAG2001");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG2001_UndeclaredKey);

    /// <summary>A file that is not JSON has its error already, and the missing key may stand where reading stopped.</summary>
    protected override bool Applies(FlagCompilation compilation) =>
        !compilation.Manifests.Any(static file => file.Reading.Issues.Any(static issue => issue.Id == "FLAG0001"));

    protected override Diagnostic? Check(FlagKeyUse use, FlagCompilation compilation)
    {
        DeclaredFlags declared = compilation.Declared;
        if (declared.IsEmpty
            || use.Parameter.Role == FlagApiRole.Provider
            || use.IsCheckedWhereDeclared
            || declared.Find(use.Key, use.Parameter.IgnoresCase) is not null)
        {
            return null;
        }

        string message = "Flag '" + use.Key + "' is not declared in flags.json";
        string? near;
        if (declared.Find(use.Key, ignoreCase: true) is { } otherCase)
        {
            near = otherCase.Key;
            message += "; keys are compared with their case, and the declared key is '" + near + "'";
        }
        else if ((near = NearestName.Find(use.Key, declared.Keys)) is not null)
        {
            message += "; did you mean '" + near + "'?";
        }
        else if (!use.Parameter.Role.NamesDeclaredFlag())
        {
            // Tests invent keys; one that resembles none is no slip.
            return null;
        }

        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty
            .Add(FixProperties.Key, use.Key)
            .Add(FixProperties.NearKey, near)
            .Add(FixProperties.FlagType, FlagTypeGuess.Of(use).ToString());
        return Diagnostic.Create(FLAG2001_UndeclaredKey, use.Syntax.GetLocation(), properties, message);
    }
}
