namespace FlagAnalyzers.Manifests.Naming;

/// <summary>Names that generated types use themselves or inherit, so that no flag, attribute or property may take them.</summary>
internal static class MemberNames
{
    public const string ContextClass = "FlagContext";
    public const string Keys = "Keys";
    public const string Values = "Values";
    public const string Readers = "Readers";
    public const string HotReload = "HotReload";
    public const string ManifestText = "ManifestText";
    public const string FixedValues = "fixedValues";
    public const string Context = "context";
    public const string Compiled = "compiled";
    public const string Definitions = "Definitions";
    public const string Fingerprint = "Fingerprint";
    public const string OverlayTexts = "OverlayTexts";
    public const string CreateStore = "CreateStore";
    public const string Set = "Set";
    public const string Copy = "Copy";

    public static readonly IReadOnlyList<string> OfObject = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private static readonly IReadOnlyList<string> DeclaredByFlags =
    [
        Keys, Values, Readers, HotReload, ManifestText, FixedValues, Context, Compiled, Definitions, Fingerprint, OverlayTexts, CreateStore, Set, Copy, "Store", "For", "Fixed", "EvaluateDeclared", "DeclaredKeys",
    ];

    private static readonly IReadOnlyList<string> InheritedByFlags =
    [
        "Evaluate", "EvaluateAll", "ReadBoolean", "ReadString", "ReadInteger", "ReadFloat", "ReadChoice", "ReadObject", "EvaluateBoolean",
        "EvaluateString", "EvaluateInteger", "EvaluateFloat", "EvaluateChoice", "EvaluateObject", "EvaluateFixed", "EvaluateUndeclared", "Convert",
        "IsCompiled", "IsRuleInForce", "InterpretRule", "HasOpenAttributes", "EvaluationTimestamp", "NoVariant", "UnknownVariant", "RuleFailed",
    ];

    /// <summary>Whether the generated class could not have that name itself (CS0542, or a second type of that name).</summary>
    public static bool IsMemberOfFlags(string name) => name == ContextClass || DeclaredByFlags.Contains(name);

    public static NameScope ScopeOfFlags(string className) => new([className, .. DeclaredByFlags, .. InheritedByFlags, .. OfObject]);

    public static NameScope ScopeOfContext() => new([ContextClass, "TargetingKey", "Item", "TryGetDeclared", "DeclaredPaths", .. OfObject]);

    /// <summary>The name, or another where the compiler gives such names to the methods behind properties (CS0102).</summary>
    public static string WithoutAccessorPrefix(string name) =>
        name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? "_" + name : name;
}
