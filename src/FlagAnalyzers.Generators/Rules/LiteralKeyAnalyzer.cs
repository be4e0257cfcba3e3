using System.Collections.Immutable;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Generators.Rules.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>FLAG2002: a declared key is written as a literal, where the generated constant would break the build once the flag is gone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LiteralKeyAnalyzer : FlagKeyRule
{
    public static readonly DiagnosticDescriptor FLAG2002_LiteralKey = Descriptors.Create("FLAG2002");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG2002_LiteralKey);

    protected override Diagnostic? Check(FlagKeyUse use, FlagCompilation compilation)
    {
        if (!use.Syntax.IsKind(SyntaxKind.StringLiteralExpression)
            || compilation.Declared.Find(use.Key, use.Parameter.IgnoresCase) is not { } flag
            || KeyConstant.Find(compilation.Compilation, flag.Key) is not { } constant)
        {
            return null;
        }

        string name = constant.ContainingType.ContainingType.Name + "." + constant.ContainingType.Name + "." + constant.Name;
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Key, flag.Key);
        return Diagnostic.Create(
            FLAG2002_LiteralKey,
            use.Syntax.GetLocation(),
            properties,
            "Key '" + flag.Key + "' is written as a literal: use " + name + ", which the compiler misses when the flag is removed");
    }
}
