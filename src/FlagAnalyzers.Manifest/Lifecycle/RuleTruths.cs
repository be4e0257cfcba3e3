using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Manifests.Lifecycle;

/// <summary>What a condition can turn out to be.</summary>
[Flags]
internal enum Truths : byte
{
    None = 0,
    True = 1,
    False = 2,

    /// <summary>It fails, and the rule with it.</summary>
    Failure = 4,
    Open = True | False,
}

/// <summary>Tells what conditions can be, from their literals: a branch behind <c>false</c> is never reached.</summary>
internal sealed class RuleTruths(IReadOnlyDictionary<string, Rule> evaluators)
{
    private readonly Dictionary<string, Truths> known = new(StringComparer.Ordinal);

    /// <summary>Whether the operator answers true or false (or nothing), whatever it is given.</summary>
    public static bool IsCondition(RuleOperator operation) => operation is RuleOperator.Not or RuleOperator.Truthy
        or RuleOperator.Equal or RuleOperator.NotEqual or RuleOperator.StrictEqual or RuleOperator.StrictNotEqual
        or RuleOperator.Less or RuleOperator.LessOrEqual or RuleOperator.Greater or RuleOperator.GreaterOrEqual
        or RuleOperator.In or RuleOperator.StartsWith or RuleOperator.EndsWith or RuleOperator.SemVer;

    /// <summary>Whether evaluating it can fail: then the rule around it fails too.</summary>
    public static bool MayFail(Rule rule) => rule switch
    {
        Rule.Literal => false,
        Rule.List list => list.Items.Any(MayFail),

        // What it stands for is not followed here.
        Rule.Reference => true,
        Rule.Operation { Operator: RuleOperator.In, Arguments: { Count: 2 } arguments } when arguments[0] is Rule.Literal { Value.Kind: JsonKind.String } || arguments[1] is Rule.List => arguments.Any(MayFail),
        Rule.Operation operation => !(IsCondition(operation.Operator) && operation.Operator != RuleOperator.In)
            && operation.Operator is not (RuleOperator.Var or RuleOperator.If or RuleOperator.And or RuleOperator.Or or RuleOperator.Fractional)
            || operation.Arguments.Any(MayFail),
        _ => true,
    };

    public Truths Of(Rule rule)
    {
        switch (rule)
        {
            case Rule.Literal { Value: var value }:
                return IsTruthy(value) ? Truths.True : Truths.False;
            case Rule.List list:
                return (list.Items.Count > 0 ? Truths.True : Truths.False) | (list.Items.Any(MayFail) ? Truths.Failure : Truths.None);
            case Rule.Reference reference:
                return this.OfReference(reference.Name);
            case Rule.Operation { Operator: RuleOperator.And } conjunction:
                return this.OfJunction(conjunction.Arguments, Truths.False, Truths.True);
            case Rule.Operation { Operator: RuleOperator.Or } disjunction:
                return this.OfJunction(disjunction.Arguments, Truths.True, Truths.False);
            case Rule.Operation { Operator: RuleOperator.Not or RuleOperator.Truthy, Arguments.Count: 1 } not when !not.IsBare || not.Arguments[0] is not Rule.List:
                return this.OfNot(not);
            case Rule.Operation { Operator: RuleOperator.Equal or RuleOperator.NotEqual or RuleOperator.StrictEqual or RuleOperator.StrictNotEqual, Arguments: { Count: 2 } sides } equality
                when sides[0] is Rule.Literal { Value: var left } && sides[1] is Rule.Literal { Value: var right } && left.Kind == right.Kind && left.Kind is not (JsonKind.Array or JsonKind.Object):
                bool areEqual = left.Kind == JsonKind.Number ? left.Number == right.Number : left.Text == right.Text;
                return areEqual == equality.Operator is RuleOperator.Equal or RuleOperator.StrictEqual ? Truths.True : Truths.False;
            default:
                return Truths.Open | (MayFail(rule) ? Truths.Failure : Truths.None);
        }
    }

    private static bool IsTruthy(JsonValue value) => value.Kind switch
    {
        JsonKind.Null or JsonKind.False => false,
        JsonKind.Number => value.Number != 0,
        JsonKind.String => value.Text.Length > 0,
        JsonKind.Array => value.Items.Count > 0,
        JsonKind.Object => value.Members.Count > 0,
        _ => true,
    };

    private Truths OfNot(Rule.Operation operation)
    {
        Truths truths = this.Of(operation.Arguments[0]);
        if (operation.Operator == RuleOperator.Truthy)
        {
            return truths;
        }

        return (truths & Truths.Failure)
            | ((truths & Truths.True) != 0 ? Truths.False : Truths.None)
            | ((truths & Truths.False) != 0 ? Truths.True : Truths.None);
    }

    /// <summary>The first that is <paramref name="deciding"/> decides; empty it is false.</summary>
    private Truths OfJunction(EquatableArray<Rule> arguments, Truths deciding, Truths passing)
    {
        Truths result = arguments.Count == 0 ? Truths.False : Truths.None;
        for (int i = 0; i < arguments.Count; i++)
        {
            Truths truth = this.Of(arguments[i]);
            result |= truth & (deciding | Truths.Failure);
            if ((truth & passing) == 0)
            {
                return result;
            }
        }

        return arguments.Count == 0 ? result : result | passing;
    }

    private Truths OfReference(string name)
    {
        if (!this.known.TryGetValue(name, out Truths truths))
        {
            // On the way round a circle it is anything.
            this.known[name] = Truths.Open | Truths.Failure;
            truths = evaluators.TryGetValue(name, out Rule? rule) ? this.Of(rule) : Truths.Failure;
            this.known[name] = truths;
        }

        return truths;
    }
}
