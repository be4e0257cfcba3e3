namespace FlagAnalyzers.Generators.KnownApis;

/// <summary>A parameter of a known SDK that carries a flag's key.</summary>
/// <param name="Type">The full metadata name of the declaring type; implementations and derived types count too.</param>
/// <param name="Member">The method (<c>.ctor</c> for constructors) or property, without type parameters.</param>
/// <param name="Parameter">The parameter's name. Overloads put the key at different positions but call it the same.</param>
/// <param name="Role">What happens with the flag.</param>
/// <param name="Sdk">The SDK it belongs to.</param>
internal sealed record FlagApi(string Type, string Member, string Parameter, FlagApiRole Role, FlagSdk Sdk);
