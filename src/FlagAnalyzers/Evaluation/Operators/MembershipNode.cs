using FlagAnalyzers.Evaluation.Values;

namespace FlagAnalyzers.Evaluation.Operators;

/// <summary><c>in</c>: a text in a text, or a value in a list.</summary>
internal sealed class MembershipNode : ConditionNode
{
    private readonly RuleNode[] arguments;

    /// <summary>What it is looked for in, where the rule spells out nothing but texts; else null.</summary>
    private readonly string[]? texts;

    public MembershipNode(RuleNode[] arguments)
    {
        this.arguments = arguments;
        if (arguments.Length == 2 && arguments[1].Constant is { IsList: true } list)
        {
            RuleValue[] items = new ListValue(list).ToArray();
            this.texts = Array.TrueForAll(items, static item => item.IsString) ? Array.ConvertAll(items, static item => item.String) : null;
        }
    }

    public override Truth Test(in EvaluationFrame frame)
    {
        if (this.arguments.Length == 0)
        {
            return Truth.Failure;
        }

        RuleValue needle = this.arguments[0].Evaluate(frame);
        if (needle.IsString && this.texts is { } texts)
        {
            return Find(needle.String, texts);
        }

        RuleValue haystack = this.arguments.Length > 1 ? this.arguments[1].Evaluate(frame) : RuleValue.Null;
        if (needle.IsFailure || haystack.IsFailure || (this.arguments.Length > 2 && !ListNode.Succeed(this.arguments, 2, frame)))
        {
            return Truth.Failure;
        }

        return Test(needle, haystack);
    }

    public static Truth Test(RuleValue needle, RuleValue haystack)
    {
        if (haystack.IsString)
        {
            return !needle.IsString ? Truth.Failure : haystack.String.IndexOf(needle.String, StringComparison.Ordinal) >= 0 ? Truth.True : Truth.False;
        }

        return haystack.IsList ? Find(needle, new ListValue(haystack)) : Truth.False;
    }

    private static Truth Find(string needle, string[] texts)
    {
        foreach (string text in texts)
        {
            if (string.Equals(text, needle, StringComparison.Ordinal))
            {
                return Truth.True;
            }
        }

        return Truth.False;
    }

    private static Truth Find(RuleValue needle, ListValue items)
    {
        for (int i = 0; i < items.Count; i++)
        {
            Truth truth = Matches(needle, items[i]);
            if (truth != Truth.False)
            {
                return truth;
            }
        }

        return Truth.False;
    }

    private static Truth Matches(RuleValue needle, RuleValue item)
    {
        if (item.IsList)
        {
            return IsInRange(needle, new ListValue(item));
        }

        if (needle.IsNumber)
        {
            return !Coercion.TryToOperand(item, out double number) ? Truth.Failure : number == needle.Number ? Truth.True : Truth.False;
        }

        // Go cannot compare two objects, and panics.
        return needle.IsObject && item.IsObject ? Truth.Failure : Coercion.AreStrictlyEqual(needle, item) ? Truth.True : Truth.False;
    }

    /// <summary>A list inside the list is a range, both ends in it.</summary>
    private static Truth IsInRange(RuleValue needle, ListValue range)
    {
        if (range.Count < 2
            || !Coercion.TryToOperand(needle, out double number)
            || !Coercion.TryToOperand(range[0], out double lowest))
        {
            return Truth.Failure;
        }

        // The other end is only looked at when it matters.
        return !(number >= lowest) ? Truth.False
            : !Coercion.TryToOperand(range[1], out double highest) ? Truth.Failure
            : highest >= number ? Truth.True : Truth.False;
    }
}
