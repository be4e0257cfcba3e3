namespace FlagAnalyzers.Generators.Emission;

/// <summary>Types of the runtime as generated code writes them.</summary>
internal static class GeneratedNames
{
    public const string EvaluationContext = "global::FlagAnalyzers.EvaluationContext";
    public const string FlagAttribute = "global::FlagAnalyzers.FlagAttribute";
    public const string FlagCombination = "global::FlagAnalyzers.Testing.FlagCombination";
    public const string FlagEvaluation = "global::FlagAnalyzers.FlagEvaluation";
    public const string FlagKeyAttribute = "global::FlagAnalyzers.FlagKeyAttribute";
    public const string FlagSet = "global::FlagAnalyzers.FlagSet";
    public const string FlagStore = "global::FlagAnalyzers.FlagStore";
    public const string AttributeValue = "global::FlagAnalyzers.CompilerServices.AttributeValue";
    public const string BucketingText = "global::FlagAnalyzers.CompilerServices.BucketingText";
    public const string RuleOperations = "global::FlagAnalyzers.CompilerServices.RuleOperations";
    public const string RuleVersion = "global::FlagAnalyzers.CompilerServices.RuleVersion";
    public const string CompiledManifest = "global::FlagAnalyzers.CompilerServices.CompiledManifest";
    public const string FlagValue = "global::FlagAnalyzers.CompilerServices.FlagValue";
    public const string FlagValueReader = "global::FlagAnalyzers.CompilerServices.FlagValueReader";
    public const string StringList = "global::System.Collections.Generic.IReadOnlyList<string>";
    public const string EditorBrowsableNever = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";
}
