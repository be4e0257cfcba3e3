using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Rules;

/// <summary>A targeting rule as a tree, exactly as the file has it: JsonLogic with flagd's operators (https://flagd.dev/reference/custom-operations/).</summary>
internal abstract record Rule
{
    private Rule()
    {
    }

    /// <summary>A value that is no rule: a scalar, or an object that is no operation (no member, or several).</summary>
    public sealed record Literal(JsonValue Value) : Rule;

    /// <summary>A JSON array: its elements are rules themselves.</summary>
    public sealed record List(EquatableArray<Rule> Items) : Rule;

    /// <summary>An object with one member: an operator and its arguments.</summary>
    /// <param name="Name">The operator as the file spells it.</param>
    /// <param name="Operator">The operator, or <see cref="RuleOperator.Unknown"/>: such a rule fails when it is evaluated.</param>
    /// <param name="Arguments">The arguments; one where the file has no array.</param>
    /// <param name="IsBare">Whether the file gives one argument without an array: <c>{"!": x}</c> instead of <c>{"!": [x]}</c>.</param>
    public sealed record Operation(string Name, RuleOperator Operator, EquatableArray<Rule> Arguments, bool IsBare) : Rule;

    /// <summary><c>{"$ref": "name"}</c>: stands for a rule of <c>$evaluators</c>.</summary>
    public sealed record Reference(string Name) : Rule;
}
