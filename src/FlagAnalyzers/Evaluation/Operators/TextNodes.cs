using FlagAnalyzers.Evaluation.Values;

namespace FlagAnalyzers.Evaluation.Operators;

/// <summary><c>cat</c>: texts and numbers one after the other; two or more are trimmed at the ends.</summary>
internal sealed class ConcatenationNode(RuleNode[] parts) : RuleNode
{
    private readonly RuleNode[] parts = parts;

    public override RuleValue Evaluate(in EvaluationFrame frame)
    {
        if (this.parts.Length == 1)
        {
            return Coercion.TryToText(this.parts[0].Evaluate(frame), out string only) ? RuleValue.Text(only) : RuleValue.Failure;
        }

        TextBuffer buffer = new(stackalloc char[TextBuffer.StackLength]);
        RuleValue result = this.TryWrite(ref buffer, frame) ? RuleValue.Text(buffer.Written.ToString()) : RuleValue.Failure;
        buffer.Dispose();
        return result;
    }

    /// <summary>The result without a string for it; false when a part fails.</summary>
    public bool TryWrite(ref TextBuffer buffer, in EvaluationFrame frame)
    {
        foreach (RuleNode part in this.parts)
        {
            RuleValue value = part.Evaluate(frame);
            switch (value.Kind)
            {
                case RuleValueKind.Null:
                    break;
                case RuleValueKind.String:
                    buffer.Append(value.String);
                    break;
                case RuleValueKind.Number:
                    buffer.Append(value.Number);
                    break;
                default:
                    return false;
            }
        }

        if (this.parts.Length > 1)
        {
            buffer.Trim();
        }

        return true;
    }
}

/// <summary><c>substr</c>, counted in code points; a start or length below 0 counts from the end.</summary>
internal sealed class SubstringNode(RuleNode[] arguments) : RuleNode
{
    private readonly RuleNode[] arguments = arguments;

    public override RuleValue Evaluate(in EvaluationFrame frame)
    {
        if (this.arguments.Length < 2 || !ListNode.EvaluateAll(this.arguments, frame, out RuleValue[] values)
            || !Coercion.TryToText(values[0], out string text) || !Coercion.TryToOperand(values[1], out double start))
        {
            return RuleValue.Failure;
        }

        long count = CountRunes(text);
        long from = Coercion.ToWhole(start);
        from = from < 0 ? count + from : from;
        if (from < 0 || from > count)
        {
            return RuleValue.Text(text);
        }

        long length = count;
        if (values.Length == 3)
        {
            if (!Coercion.TryToOperand(values[2], out double wanted))
            {
                return RuleValue.Failure;
            }

            length = Coercion.ToWhole(wanted);
        }

        long to = Math.Min(count, length < 0 ? count + length : from + length);
        if (to < from)
        {
            return RuleValue.Failure;
        }

        int begin = IndexOfRune(text, from);
        return RuleValue.Text(text.Substring(begin, IndexOfRune(text, to) - begin));
    }

    private static int CountRunes(string text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i += IsPair(text, i) ? 2 : 1)
        {
            count++;
        }

        return count;
    }

    private static int IndexOfRune(string text, long rune)
    {
        int index = 0;
        for (long i = 0; i < rune; i++)
        {
            index += IsPair(text, index) ? 2 : 1;
        }

        return index;
    }

    private static bool IsPair(string text, int index) => char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
}

/// <summary><c>starts_with</c> and <c>ends_with</c>: ordinal; of anything but exactly two texts null.</summary>
internal sealed class AffixNode(RuleNode[] arguments, bool atEnd) : RuleNode
{
    private readonly RuleNode[] arguments = arguments;

    public override RuleValue Evaluate(in EvaluationFrame frame)
    {
        if (this.arguments.Length != 2)
        {
            return ListNode.Succeed(this.arguments, 0, frame) ? RuleValue.Null : RuleValue.Failure;
        }

        RuleValue text = this.arguments[0].Evaluate(frame);
        RuleValue affix = this.arguments[1].Evaluate(frame);
        if (text.IsFailure || affix.IsFailure)
        {
            return RuleValue.Failure;
        }

        return !text.IsString || !affix.IsString ? RuleValue.Null
            : RuleValue.From(atEnd ? text.String.EndsWith(affix.String, StringComparison.Ordinal) : text.String.StartsWith(affix.String, StringComparison.Ordinal));
    }
}
