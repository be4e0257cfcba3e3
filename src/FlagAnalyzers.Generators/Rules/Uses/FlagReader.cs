using FlagAnalyzers.Generators.Rules.Declarations;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>A property or a method that reads one flag and does nothing else.</summary>
/// <param name="Key">The flag.</param>
/// <param name="Accessor">What its <c>[Flag]</c> attribute says; null for a wrapper, which is known by its body.</param>
/// <param name="IgnoresCase">Whether the flag is found whose key is written in another case.</param>
/// <param name="IsNegated">Whether it answers the opposite of the flag.</param>
internal sealed record FlagReader(string Key, DeclaredFlag? Accessor, bool IgnoresCase, bool IsNegated)
{
    public bool IsWrapper => this.Accessor is null;
}
