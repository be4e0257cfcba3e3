namespace FlagAnalyzers;

/// <summary>Marks a text that is the key of a flag: the analyzers check that what is passed is declared.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class FlagKeyAttribute : Attribute;
