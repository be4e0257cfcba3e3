using System.ComponentModel;
using FlagAnalyzers.Bucketing;
using FlagAnalyzers.Evaluation;
using FlagAnalyzers.Evaluation.Operators;
using FlagAnalyzers.Evaluation.Values;

namespace FlagAnalyzers.CompilerServices;

/// <summary>What compiled rules call where C# has no operator of the same meaning.</summary>
/// <remarks><c>failed</c> is set where the rule fails, and never reset: one failure anywhere in a rule makes the whole fail.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RuleOperations
{
    /// <summary>A number of the context; one that is not finite is missing.</summary>
    public static double? Number(double? value) => value is { } number && (double.IsNaN(number) || double.IsInfinity(number)) ? null : value;

    /// <summary>Whether a number is neither missing nor 0.</summary>
    public static bool IsTruthy(double? value) => value is { } number && number != 0;

    /// <summary>Whether a list has items.</summary>
    public static bool IsTruthy(IReadOnlyList<string>? list, ref bool failed)
    {
        try
        {
            return list is not null && list.Count > 0;
        }
        catch (Exception)
        {
            failed = true;
            return false;
        }
    }

    /// <summary>An attribute of any type.</summary>
    public static AttributeValue Read(object? value, ref bool failed)
    {
        try
        {
            return AttributeValue.From(value);
        }
        catch (Exception)
        {
            // A sequence of the program may do anything.
            failed = true;
            return default;
        }
    }

    /// <summary>Whether an attribute of any type counts as missing.</summary>
    public static bool IsMissing(object? value)
    {
        bool failed = false;
        return Read(value, ref failed).Value.IsNull;
    }

    /// <summary>The default of a variable that is missing.</summary>
    public static AttributeValue OrElse(AttributeValue value, AttributeValue fallback) => value.Value.IsNull ? fallback : value;

    /// <summary>Whether a value of any type is truthy.</summary>
    public static bool IsTruthy(AttributeValue value, ref bool failed)
    {
        try
        {
            return value.Value.IsTruthy;
        }
        catch (Exception)
        {
            failed = true;
            return false;
        }
    }

    /// <summary><c>in</c> a value of any type.</summary>
    public static bool Contains(AttributeValue container, AttributeValue item, ref bool failed)
    {
        try
        {
            Truth truth = MembershipNode.Test(item.Value, container.Value);
            failed |= truth == Truth.Failure;
            return truth == Truth.True;
        }
        catch (Exception)
        {
            failed = true;
            return false;
        }
    }

    /// <summary><c>==</c> of values whose types differ.</summary>
    public static bool AreEqual(AttributeValue left, AttributeValue right) => Coercion.AreEqual(left.Value, right.Value);

    /// <summary><c>===</c> of values whose types differ.</summary>
    public static bool AreStrictlyEqual(AttributeValue left, AttributeValue right) => Coercion.AreStrictlyEqual(left.Value, right.Value);

    /// <summary><c>&lt;</c> of texts, or of values whose types differ or that may be missing.</summary>
    public static bool IsLess(AttributeValue left, AttributeValue right) => Coercion.IsLess(left.Value, right.Value);

    /// <summary><c>&lt;=</c> of texts, or of values whose types differ or that may be missing.</summary>
    public static bool IsLessOrEqual(AttributeValue left, AttributeValue right) =>
        Coercion.IsLess(left.Value, right.Value) || Coercion.AreEqual(left.Value, right.Value);

    /// <summary>An operand of arithmetic: what is missing or no number fails, text is read as a number.</summary>
    public static double Operand(AttributeValue value, ref bool failed)
    {
        failed |= !Coercion.TryToOperand(value.Value, out double number);
        return number;
    }

    /// <summary>The result of arithmetic: one that is not finite fails, and is 0 for what is left of the rule.</summary>
    public static double Finite(double number, ref bool failed)
    {
        if (!double.IsNaN(number) && !double.IsInfinity(number))
        {
            return number;
        }

        failed = true;
        return 0;
    }

    /// <summary><c>in</c> a text: false in none; nothing to look for fails.</summary>
    public static bool Contains(string? text, string? part, ref bool failed)
    {
        if (text is null)
        {
            return false;
        }

        failed |= part is null;
        return part is not null && text.IndexOf(part, StringComparison.Ordinal) >= 0;
    }

    /// <summary><c>in</c> a list: false in none.</summary>
    public static bool Contains(IReadOnlyList<string>? list, string? item, ref bool failed)
    {
        if (list is null)
        {
            return false;
        }

        try
        {
            for (int i = 0; i < list.Count; i++)
            {
                if (string.Equals(list[i], item, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }
        catch (Exception)
        {
            // A list of the program may do anything.
            failed = true;
        }

        return false;
    }

    /// <summary><c>starts_with</c>; of anything but two texts null.</summary>
    public static bool? StartsWith(string? text, string? start) => text is null || start is null ? null : text.StartsWith(start, StringComparison.Ordinal);

    /// <summary><c>ends_with</c>; of anything but two texts null.</summary>
    public static bool? EndsWith(string? text, string? end) => text is null || end is null ? null : text.EndsWith(end, StringComparison.Ordinal);

    /// <summary>Adds the weight of a bucket to the sum of those before it.</summary>
    /// <param name="sum">The sum, or a negative number where one of them was no weight.</param>
    /// <param name="weight">The weight.</param>
    /// <returns>The new sum; negative where it is too large or the weight is none.</returns>
    public static int AddWeight(int sum, double weight) =>
        sum < 0 || !BucketPlace.TryReadWeight(weight, out long whole) || sum + whole > BucketPlace.LargestWeight ? -1 : (int)(sum + whole);

    /// <summary>Whether a hash falls into the buckets whose weights sum up to an end.</summary>
    /// <param name="hash">The hash of the bucketing value.</param>
    /// <param name="total">The sum of all weights.</param>
    /// <param name="end">The sum of the weights up to and with a bucket.</param>
    public static bool IsBelow(uint hash, int total, int end) => BucketPlace.Locate(hash, total) < end;
}
