using FlagAnalyzers.Generators.Emission.Targeting;
using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Generators.Emission.Values;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;

namespace FlagAnalyzers.Generators.Emission;

/// <summary>A flag as the emitter sees it: final names, C# type and code default.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="Name">Its accessor.</param>
/// <param name="EvaluationName">The method that evaluates it.</param>
/// <param name="TypeName">The type of its values, with the question mark where null may come.</param>
/// <param name="Accessor">The middle of the runtime's methods for it: <c>Boolean</c> of <c>ReadBoolean</c>.</param>
/// <param name="TypeArgument">The type argument of those methods, or the empty string.</param>
/// <param name="Arguments">Their arguments after the key.</param>
/// <param name="Forgiveness"><c>!</c> where the runtime says null and the code default rules it out.</param>
/// <param name="InitialValue">What <c>Values</c> starts with.</param>
/// <param name="Choice">The enumeration of a choice flag, or null.</param>
/// <param name="Object">The class of an object flag, or null.</param>
internal sealed record FlagMember(
    Flag Flag,
    string Name,
    string EvaluationName,
    string TypeName,
    string Accessor,
    string TypeArgument,
    string Arguments,
    string Forgiveness,
    string InitialValue,
    ChoiceShape? Choice,
    ObjectShape? Object)
{
    /// <summary>The type of its evaluations: the runtime promises no text and no object.</summary>
    public string EvaluationTypeName => this.Accessor is "String" or "Object" && !this.TypeName.EndsWith("?", StringComparison.Ordinal) ? this.TypeName + "?" : this.TypeName;

    /// <summary>The key as a literal.</summary>
    public string KeyLiteral { get; } = CSharpLiteral.String(Flag.Key);

    /// <summary>The number that the program gives the flag.</summary>
    public int Number { get; init; }

    /// <summary>The rule, compiled or with the reason why it is not; null where there is none to run.</summary>
    public CompiledRule? Rule { get; init; }

    /// <summary>The value that everybody gets in every environment, as JSON; null for a flag that is not decided, or is not meant to be.</summary>
    public string? Decided { get; init; }

    /// <summary>The method that runs the rule.</summary>
    public string RuleName { get; init; } = "";

    /// <summary>Whether compiled code can answer.</summary>
    public bool IsCompiled => this.Rule?.Problem is null;

    /// <summary>The value of a variant as an expression; null where it is not of the flag's type, and the code default is answered.</summary>
    public string? ValueOf(JsonValue value)
    {
        switch (this.Flag.Type)
        {
            case FlagType.Boolean:
                return value.IsBoolean ? CSharpLiteral.Boolean(value.Kind == JsonKind.True) : null;
            case FlagType.Integer:
                return CSharpLiteral.TryGetInteger(value, out int integer) ? CSharpLiteral.Integer(integer) : null;
            case FlagType.Float:
                return value.Kind == JsonKind.Number && !double.IsInfinity(value.Number) ? CSharpLiteral.Double(value) : null;
            case FlagType.String:
                return value.Kind != JsonKind.String ? null : this.Choice is { } choice ? choice.Expression(value.Text) : CSharpLiteral.String(value.Text);
            default:
                return null;
        }
    }

    /// <summary>What is answered without a rule, or where that gives null.</summary>
    public string Fallback => this.Flag is { State: FlagState.Enabled, DefaultVariant: { } name } && this.Flag.FindVariant(name) is { } variant
        ? this.ValueOf(variant.Value) ?? this.InitialValue
        : this.InitialValue;

    public static FlagMember From(Flag flag, FlagNames names, string flagsClass)
    {
        switch (flag.Type)
        {
            case FlagType.Boolean:
                return Scalar(flag, names, "bool", "Boolean", CSharpLiteral.Boolean(flag.DefaultValue?.Kind == JsonKind.True));
            case FlagType.Integer:
                int integer = 0;
                _ = flag.DefaultValue is { } whole && CSharpLiteral.TryGetInteger(whole, out integer);
                return Scalar(flag, names, "int", "Integer", CSharpLiteral.Integer(integer));
            case FlagType.Float:
                return Scalar(flag, names, "double", "Float", flag.DefaultValue is { Kind: JsonKind.Number } number ? CSharpLiteral.Double(number) : "0d");
            case FlagType.Object:
                return ObjectFlag(flag, names, flagsClass);
            default:
                return flag.IsChoice ? ChoiceFlag(flag, names, flagsClass) : StringFlag(flag, names);
        }
    }

    private static FlagMember Scalar(Flag flag, FlagNames names, string typeName, string accessor, string codeDefault)
        => new(flag, names.Accessor, names.Evaluation, typeName, accessor, "", codeDefault, "", codeDefault, null, null);

    private static FlagMember StringFlag(Flag flag, FlagNames names)
    {
        string codeDefault = flag.DefaultValue is { Kind: JsonKind.String } text ? CSharpLiteral.String(text.Text) : "null";
        bool isNullable = codeDefault == "null";
        return new FlagMember(flag, names.Accessor, names.Evaluation, isNullable ? "string?" : "string", "String", "", codeDefault, isNullable ? "" : "!", codeDefault, null, null);
    }

    private static FlagMember ChoiceFlag(Flag flag, FlagNames names, string flagsClass)
    {
        ChoiceShape choice = ChoiceShape.Read(flag, names.ValueType, flagsClass);
        string codeDefault = choice.Expression(flag.DefaultValue is { Kind: JsonKind.String } text ? text.Text : null);
        string reader = $"({GeneratedNames.FlagValue} value, out {choice.FullName} read) => {flagsClass}.{MemberNames.Readers}.{names.Accessor}(value, out read)";
        return new FlagMember(flag, names.Accessor, names.Evaluation, choice.FullName, "Choice", $"<{choice.FullName}>", $"{reader}, {codeDefault}", "", codeDefault, choice, null);
    }

    private static FlagMember ObjectFlag(Flag flag, FlagNames names, string flagsClass)
    {
        ObjectShape shape = ObjectShapeReader.Read(flag, names.ValueType, flagsClass);
        bool isNullable = flag.DefaultValue is not { Kind: JsonKind.Object };

        // Lambdas, not method groups: C# before 11 makes a new delegate of a method group at every read.
        string reader = $"({GeneratedNames.FlagValue} value, out {shape.FullName} read) => {shape.FullName}.TryRead(value, out read)";
        string codeDefault = isNullable ? "() => null" : $"() => {shape.FullName}.CreateDefault().Freeze()";
        return new FlagMember(
            flag,
            names.Accessor,
            names.Evaluation,
            isNullable ? shape.FullName + "?" : shape.FullName,
            "Object",
            $"<{shape.FullName}>",
            $"{reader}, {codeDefault}",
            isNullable ? "" : "!",
            isNullable ? "null" : shape.FullName + ".CreateDefault()",
            null,
            shape);
    }
}

/// <summary>The names of what is generated for a flag.</summary>
/// <param name="Accessor">The property.</param>
/// <param name="Evaluation">The method behind evaluation by key.</param>
/// <param name="ValueType">The type of its values, or the empty string.</param>
internal sealed record FlagNames(string Accessor, string Evaluation, string ValueType);
