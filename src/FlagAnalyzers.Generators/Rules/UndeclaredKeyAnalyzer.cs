using System.Collections.Immutable;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Generators.Rules.Uses;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>FLAG2001: a key that no manifest declares is handed to a flag API, which would answer its default for ever.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UndeclaredKeyAnalyzer : FlagKeyRule
{
    public static readonly DiagnosticDescriptor FLAG2001_UndeclaredKey = Descriptors.Create("FLAG2001");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG2001_UndeclaredKey);

    protected override bool ChecksPages => true;

    /// <summary>A file that is not JSON has its error already, and the missing key may stand where reading stopped.</summary>
    protected override bool Applies(FlagCompilation compilation) =>
        !compilation.Manifests.Any(static file => file.Reading.Issues.Any(static issue => issue.Id == "FLAG0001"));

    protected override Diagnostic? Check(FlagKeyUse use, FlagCompilation compilation)
    {
        if (use.Parameter.Role == FlagApiRole.Provider || use.IsCheckedWhereDeclared)
        {
            return null;
        }

        // A retired key has an error of its own.
        if (use.Parameter.Role.IsUse() && compilation.Declared.FindRetired(use.Key, use.Parameter.IgnoresCase) is not null)
        {
            return null;
        }

        // Tests invent keys; one that resembles none is no slip.
        return Find(use.Key, use.Parameter.IgnoresCase, mayBeInvented: !use.Parameter.Role.NamesDeclaredFlag(), compilation) is { } finding
            ? Report(use.Key, finding, use.Syntax.GetLocation(), FlagTypeGuess.Of(use))
            : null;
    }

    protected override Diagnostic? Check(string key, Location place, FlagCompilation compilation) =>
        compilation.Declared.FindRetired(key, ignoreCase: true) is null && Find(key, ignoresCase: true, mayBeInvented: false, compilation) is { } finding ? Report(key, finding, place, FlagType.Boolean) : null;

    private static (string Message, string? Near)? Find(string key, bool ignoresCase, bool mayBeInvented, FlagCompilation compilation)
    {
        DeclaredFlags declared = compilation.Declared;
        if (declared.IsEmpty || declared.Find(key, ignoresCase) is not null)
        {
            return null;
        }

        string message = "Flag '" + key + "' is not declared in flags.json";
        if (declared.Find(key, ignoreCase: true) is { } otherCase)
        {
            return (message + "; keys are compared with their case, and the declared key is '" + otherCase.Key + "'", otherCase.Key);
        }

        if (NearestName.Find(key, declared.Keys) is { } near)
        {
            return (message + "; did you mean '" + near + "'?", near);
        }

        return mayBeInvented ? null : (message, null);
    }

    private static Diagnostic Report(string key, (string Message, string? Near) finding, Location place, FlagType type)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty
            .Add(FixProperties.Key, key)
            .Add(FixProperties.NearKey, finding.Near)
            .Add(FixProperties.FlagType, type.ToString());
        return Diagnostic.Create(FLAG2001_UndeclaredKey, place, properties, finding.Message);
    }
}
