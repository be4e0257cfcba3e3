namespace FlagAnalyzers.Generators.Emission.Targeting;

/// <summary>The targeting rule of a flag as the body of a method that gives the place of a variant, or one of FlagSet's constants for other results.</summary>
/// <param name="Lines">The statements; empty where it cannot be compiled.</param>
/// <param name="Problem">Why it cannot be compiled, as documentation text; or null.</param>
internal sealed record CompiledRule(IReadOnlyList<(int Depth, string Text)> Lines, string? Problem);
