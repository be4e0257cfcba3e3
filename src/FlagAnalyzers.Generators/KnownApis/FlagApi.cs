namespace FlagAnalyzers.Generators.KnownApis;

/// <summary>A parameter of a known SDK that carries a flag's key.</summary>
/// <param name="Type">The full metadata name of the declaring type; implementations and derived types count too.</param>
/// <param name="Member">The method (<c>.ctor</c> for constructors), without type parameters.</param>
/// <param name="Parameter">The parameter's name. Overloads put the key at different positions but call it the same.</param>
/// <param name="Fallback">The name of the parameter that takes the value for when there is no other, or null. Not every overload need have it.</param>
/// <param name="Value">What it reads the flag as.</param>
/// <param name="Role">What happens with the flag.</param>
/// <param name="KeysIgnoreCase">Whether a flag is found whose key is written in another case.</param>
/// <param name="Sdk">The SDK it belongs to, by name.</param>
internal sealed record FlagApi(string Type, string Member, string Parameter, string? Fallback, FlagApiValue Value, FlagApiRole Role, bool KeysIgnoreCase, string Sdk);
