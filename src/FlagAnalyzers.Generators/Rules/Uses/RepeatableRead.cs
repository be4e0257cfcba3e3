using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>A call that reads a flag, to be compared with others of its method.</summary>
/// <param name="Use">The key and what takes it.</param>
/// <param name="Call">The call.</param>
internal sealed record RepeatableRead(FlagKeyUse Use, IInvocationOperation Call)
{
    /// <summary>Null for what is no call, and for a marked method that answers at once.</summary>
    public static RepeatableRead? Of(FlagKeyUse use, FlagCompilation compilation) =>
        use.Operation.Parent is IInvocationOperation call && (use.Parameter.Api is not null || IsLater(call.TargetMethod.ReturnType)) && compilation.Declared.Find(use.Key, use.Parameter.IgnoresCase) is not null
            ? new RepeatableRead(use, call)
            : null;

    /// <summary>The variables that the answer depends on, the key left out.</summary>
    public IEnumerable<ISymbol> Variables() => this.Operands().SelectMany(static operand => operand.DescendantsAndSelf()).Select(static operation => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => (ISymbol)parameter.Parameter,
        _ => null,
    }).OfType<ISymbol>();

    /// <summary>Whether both ask the same of the same: one flag, one receiver, one context.</summary>
    public bool IsSameAs(RepeatableRead other) =>
        this.Use.Key == other.Use.Key
        && SymbolEqualityComparer.Default.Equals(this.Call.TargetMethod, other.Call.TargetMethod)
        && this.Operands().Select(static operand => operand.Syntax).SequenceEqual(other.Operands().Select(static operand => operand.Syntax), SyntaxComparer.Instance);

    /// <summary>Whether one run of the method can come to both, this one first.</summary>
    public bool IsFollowedBy(RepeatableRead later)
    {
        IOperation? function = FunctionOf(this.Call);
        if (FunctionOf(later.Call) != function)
        {
            return false;
        }

        HashSet<IOperation> above = new(Above(later.Call));
        IOperation branch = this.Call;
        foreach (IOperation current in Above(this.Call))
        {
            if (above.Contains(current))
            {
                return !IsChoice(current, branch);
            }

            if (current is IReturnOperation or IThrowOperation || (current is IBlockOperation block && Leaves(block)))
            {
                return false;
            }

            branch = current;
        }

        return false;
    }

    /// <summary>Whether a loop over data repeats it. A loop that waits for time or messages asks anew on purpose.</summary>
    public bool IsInLoop()
    {
        foreach (IOperation current in Above(this.Call))
        {
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }

            if (current is IForEachLoopOperation { IsAsynchronous: false } or IForLoopOperation { Condition: not null }
                && current is ILoopOperation loop
                && loop.Body.Syntax.Span.Contains(this.Call.Syntax.Span))
            {
                return !this.Variables().Any(variable => variable.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == loop.Syntax.SyntaxTree && loop.Syntax.Span.Contains(reference.Span)));
            }

            if (current is ILoopOperation)
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsLater(ITypeSymbol type) => type is { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" };

    private static IEnumerable<IOperation> Above(IOperation operation)
    {
        for (IOperation? current = operation.Parent; current is not null; current = current.Parent)
        {
            yield return current;
        }
    }

    private static IOperation? FunctionOf(IOperation operation) => Above(operation).FirstOrDefault(static current => current is IAnonymousFunctionOperation or ILocalFunctionOperation);

    /// <summary>Whether only one part of it runs, and the first read is in such a part rather than in what decides.</summary>
    private static bool IsChoice(IOperation operation, IOperation branch) => operation switch
    {
        IConditionalOperation conditional => branch != conditional.Condition,
        ISwitchOperation choice => branch != choice.Value,
        ISwitchExpressionOperation choice => branch != choice.Value,
        _ => false,
    };

    private static bool Leaves(IBlockOperation block) => block.Operations.LastOrDefault() is IReturnOperation or IBranchOperation or IExpressionStatementOperation { Operation: IThrowOperation } or IThrowOperation;

    private IEnumerable<IOperation> Operands()
    {
        if (this.Call.Instance is { } instance)
        {
            yield return instance;
        }

        foreach (IArgumentOperation argument in this.Call.Arguments)
        {
            if (argument != this.Use.Operation && argument.ArgumentKind != ArgumentKind.DefaultValue)
            {
                yield return argument.Value;
            }
        }
    }

    private sealed class SyntaxComparer : IEqualityComparer<SyntaxNode>
    {
        public static readonly SyntaxComparer Instance = new();

        public bool Equals(SyntaxNode x, SyntaxNode y) => SyntaxFactory.AreEquivalent(x, y);

        public int GetHashCode(SyntaxNode obj) => obj.RawKind;
    }
}
