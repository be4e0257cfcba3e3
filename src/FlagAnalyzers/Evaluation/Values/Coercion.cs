namespace FlagAnalyzers.Evaluation.Values;

/// <summary>The conversions and comparisons of the daemon's JsonLogic.</summary>
internal static class Coercion
{
    /// <summary>For comparisons, as JavaScript does it: null 0, true 1, blank text 0; what is no number is NaN, and so is text out of range.</summary>
    public static double ToComparable(RuleValue value)
    {
        switch (value.Kind)
        {
            case RuleValueKind.Number:
                return value.Number;
            case RuleValueKind.Null:
                return 0;
            case RuleValueKind.Boolean:
                return value.Boolean ? 1 : 0;
            case RuleValueKind.String:
                string text = value.String;
                if (string.IsNullOrWhiteSpace(text))
                {
                    return 0;
                }

                return NumberText.TryParse(text, out double number) && (!double.IsInfinity(number) || IsInfinityWord(text)) ? number : double.NaN;
            default:
                return double.NaN;
        }
    }

    /// <summary>For arithmetic: a number, or text (0 where it is no number). False for anything else: the operation fails.</summary>
    public static bool TryToOperand(RuleValue value, out double number)
    {
        number = value.Number;
        if (value.IsNumber)
        {
            return true;
        }

        if (!value.IsString)
        {
            return false;
        }

        _ = NumberText.TryParse(value.String, out number);
        return true;
    }

    /// <summary>For text operations: text, a number, or "" for null. False for anything else: the operation fails.</summary>
    public static bool TryToText(RuleValue value, out string text)
    {
        text = value.Kind switch
        {
            RuleValueKind.String => value.String,
            RuleValueKind.Number => NumberText.ToFixed(value.Number),
            _ => "",
        };
        return value.Kind is RuleValueKind.String or RuleValueKind.Number or RuleValueKind.Null;
    }

    /// <summary>A conversion of Go from float64 to int: cut off, and what does not fit the smallest int.</summary>
    public static long ToWhole(double number) => number > -9.2e18 && number < 9.2e18 ? (long)number : long.MinValue;

    /// <summary>The operator <c>==</c>.</summary>
    public static bool AreEqual(RuleValue left, RuleValue right)
    {
        if (left.IsNull || right.IsNull)
        {
            return left.IsNull && right.IsNull;
        }

        return left.IsString && right.IsString
            ? string.Equals(left.String, right.String, StringComparison.Ordinal)
            : ToComparable(left) == ToComparable(right);
    }

    /// <summary>The operator <c>===</c>.</summary>
    public static bool AreStrictlyEqual(RuleValue left, RuleValue right) => left.Kind == right.Kind && AreEqual(left, right);

    /// <summary>The operator <c>&lt;</c>.</summary>
    public static bool IsLess(RuleValue left, RuleValue right) => left.IsString && right.IsString
        ? TextOrder.Compare(left.String, right.String) < 0
        : ToComparable(left) < ToComparable(right);

    /// <summary>Data in the place of a rule. The daemon would run an object with one member as a rule; nobody outside the manifest writes rules here, so that fails.</summary>
    public static RuleValue AsRule(RuleValue value) => IsHarmless(value, 0) ? value : RuleValue.Failure;

    private static bool IsHarmless(RuleValue value, int depth)
    {
        if (value.IsObject)
        {
            return new ObjectValue(value).CountUpTo(2) != 1;
        }

        if (!value.IsList)
        {
            return true;
        }

        // A list of the program may hold itself.
        if (depth == 64)
        {
            return false;
        }

        ListValue items = new(value);
        for (int i = 0; i < items.Count; i++)
        {
            if (!IsHarmless(items[i], depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsInfinityWord(string text) => text[text.Length - 1] is 'f' or 'F' or 'y' or 'Y';
}
