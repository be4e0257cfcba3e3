using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>One value that an argument may have: a key, or an expression whose key only a running program knows.</summary>
/// <param name="Text">The key, or what is known of its beginning.</param>
/// <param name="IsWhole">Whether that is all of it.</param>
/// <param name="Value">The expression that says it, in the code that hands it over.</param>
internal readonly record struct KeyPart(string Text, bool IsWhole, IOperation Value);
