using FlagAnalyzers.Generators.KnownApis;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>A place that takes a key: what happens with the flag there, and how keys are compared.</summary>
internal sealed record FlagParameter(FlagApiRole Role, bool IgnoresCase)
{
    /// <summary>Marked <c>[FlagKey]</c>: the flag is read, and keys are compared exactly, as the runtime compares them.</summary>
    public static readonly FlagParameter Marked = new(FlagApiRole.Read, IgnoresCase: false);
}
