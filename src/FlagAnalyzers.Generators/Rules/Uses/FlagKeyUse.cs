using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>A key known at compile time, where it is handed to a flag API.</summary>
/// <param name="Key">The key.</param>
/// <param name="Syntax">The expression that says it: of several keys in an array, or two sides of a condition, just this one.</param>
/// <param name="Parameter">What takes it.</param>
/// <param name="Receiver">The called method or the assigned member, with its type arguments; or the parameter whose default it is.</param>
internal sealed record FlagKeyUse(string Key, SyntaxNode Syntax, FlagParameter Parameter, ISymbol Receiver);
