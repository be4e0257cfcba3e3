using System.Collections.Immutable;
using System.Globalization;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>FLAG4001: one method asks an SDK for the same flag again, or in every turn of a loop. Our own accessors are free.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RepeatedReadAnalyzer : FlagKeyRule
{
    public static readonly DiagnosticDescriptor FLAG4001_RepeatedRead = Descriptors.Create("FLAG4001");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG4001_RepeatedRead);

    protected override Diagnostic? Check(FlagKeyUse use, FlagCompilation compilation)
    {
        // Tests ask again on purpose, after they have changed something.
        if (!Costs(use.Parameter) || RepeatableRead.Of(use, compilation) is not { } read || IsInTest(use.Operation))
        {
            return null;
        }

        HashSet<ISymbol> changed = new(SymbolEqualityComparer.Default);
        RepeatableRead? earlier = null;
        foreach (IOperation operation in RootOf(read.Call).Descendants())
        {
            if (TargetOf(operation) is { } variable)
            {
                changed.Add(variable);
            }
            else if (earlier is null && operation is IArgumentOperation argument && argument.Syntax.SpanStart < use.Operation.Syntax.SpanStart)
            {
                earlier = FlagKeyUses.In(argument, compilation)
                    .Where(static other => Costs(other.Parameter))
                    .Select(other => RepeatableRead.Of(other, compilation))
                    .FirstOrDefault(other => other is not null && other.IsSameAs(read) && other.IsFollowedBy(read));
            }
        }

        if (read.Variables().Any(changed.Contains))
        {
            return null;
        }

        string? message = earlier is not null
            ? "Flag '" + use.Key + "' was read in line " + LineOf(earlier).ToString(CultureInfo.InvariantCulture) + " of this method already: keep the answer in a variable, so that both places decide alike"
            : read.IsInLoop() ? "Flag '" + use.Key + "' is read in every turn of the loop: read it once before" : null;
        return message is null ? null : Diagnostic.Create(FLAG4001_RepeatedRead, use.Syntax.GetLocation(), message);
    }

    /// <summary>Known SDKs, and wrappers that answer later; a marked method that answers at once may well be free.</summary>
    private static bool Costs(FlagParameter parameter) => parameter.Role == FlagApiRole.Read && (parameter.Api is null || !FlagRead.IsOwn(parameter.Api));

    private static ISymbol? TargetOf(IOperation operation) => operation switch
    {
        IAssignmentOperation { Target: ILocalReferenceOperation local } => local.Local,
        IAssignmentOperation { Target: IParameterReferenceOperation parameter } => parameter.Parameter,
        IIncrementOrDecrementOperation { Target: ILocalReferenceOperation local } => local.Local,
        IIncrementOrDecrementOperation { Target: IParameterReferenceOperation parameter } => parameter.Parameter,
        _ => null,
    };

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    private static bool IsInTest(IOperation operation)
    {
        for (ISymbol? member = operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart); member is IMethodSymbol; member = member.ContainingSymbol)
        {
            if (TestCode.IsTest(member))
            {
                return true;
            }
        }

        return false;
    }

    private static int LineOf(RepeatableRead read) => read.Use.Syntax.GetLocation().GetMappedLineSpan().StartLinePosition.Line + 1;
}
