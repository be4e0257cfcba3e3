using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>A key known at compile time, where it is handed to a flag API.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The expression that says it: of several keys in an array, or two sides of a condition, just this one.</param>
/// <param name="Parameter">What takes it.</param>
/// <param name="Receiver">The called method or the assigned member, with its type arguments; or the parameter whose default it is.</param>
/// <param name="Operation">The argument, assignment or initialiser that hands it over.</param>
internal sealed record FlagKeyUse(string Key, IOperation Value, FlagParameter Parameter, ISymbol Receiver, IOperation Operation)
{
    public SyntaxNode Syntax => this.Value.Syntax;

    /// <summary>The member that the expression names is marked <c>[FlagKey]</c> itself: where its value is set is where the key is looked up.</summary>
    public bool IsCheckedWhereDeclared => this.Value is IMemberReferenceOperation member && FlagParameters.IsMarked(member.Member);
}
