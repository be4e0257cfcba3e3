namespace FlagAnalyzers.Generators.Rules.Declarations;

/// <summary>Types of the runtime library, recognised by name: a compilation may see several versions of it.</summary>
internal static class RuntimeNames
{
    public const string Assembly = "FlagAnalyzers";

    /// <summary>The base of every generated class of flags.</summary>
    public const string FlagSet = "FlagAnalyzers.FlagSet";

    /// <summary>The base of every generated context.</summary>
    public const string EvaluationContext = "FlagAnalyzers.EvaluationContext";

    /// <summary>On an accessor: the key and what the manifest says of the flag's life.</summary>
    public const string FlagAttribute = "FlagAnalyzers.FlagAttribute";

    /// <summary>On a parameter, property or field that takes a key.</summary>
    public const string FlagKeyAttribute = "FlagAnalyzers.FlagKeyAttribute";

    /// <summary>The nested class of a generated class that has a constant for each key.</summary>
    public const string KeysClass = "Keys";
}
