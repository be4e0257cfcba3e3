using System.ComponentModel;
using FlagAnalyzers.Bucketing;
using FlagAnalyzers.Evaluation.Values;

namespace FlagAnalyzers.CompilerServices;

/// <summary>The hash of a bucketing value that <c>cat</c> puts together, without putting it together: the parts one after the other, white space at both ends left
/// out.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct BucketingText
{
    private Murmur3 hash;

    // The hash before the white space that came last: if nothing follows, it does not count.
    private Murmur3 trimmed;

    // The first half of a surrogate pair that the last part ended with: the next part may bring the second half.
    private char highSurrogate;
    private bool hasText;
    private bool endsInWhiteSpace;

    /// <summary>Starts behind parts that are the same for everybody.</summary>
    /// <param name="hash">The hash of their whole blocks of four bytes, as UTF-8.</param>
    /// <param name="block">The bytes after those, the first one lowest.</param>
    /// <param name="length">How many bytes they have in all. They begin and end with something that is no white space.</param>
    public BucketingText(uint hash, uint block, int length)
        : this()
    {
        this.hash = new Murmur3(hash, block, length);
        this.hasText = length > 0;
    }

    /// <summary>The hash of a text that is behind others, nothing left out.</summary>
    /// <param name="hash">See <see cref="BucketingText(uint, uint, int)"/>.</param>
    /// <param name="block">See <see cref="BucketingText(uint, uint, int)"/>.</param>
    /// <param name="length">See <see cref="BucketingText(uint, uint, int)"/>.</param>
    /// <param name="text">The text.</param>
    public static uint Hash(uint hash, uint block, int length, string text)
    {
        Murmur3 murmur = new(hash, block, length);
        murmur.Append(text.AsSpan());
        return murmur.Finish();
    }

    /// <summary>A part; null is nothing.</summary>
    public void Append(string? part)
    {
        ReadOnlySpan<char> text = part.AsSpan();
        if (!this.hasText)
        {
            text = text.TrimStart();
        }

        if (text.IsEmpty)
        {
            return;
        }

        this.hasText = true;
        text = this.JoinSurrogates(text);
        if (text.IsEmpty)
        {
            this.endsInWhiteSpace = false;
            return;
        }

        if (!char.IsWhiteSpace(text[text.Length - 1]))
        {
            this.hash.Append(text);
            this.endsInWhiteSpace = false;
            return;
        }

        int end = text.TrimEnd().Length;
        if (end > 0 || !this.endsInWhiteSpace)
        {
            this.hash.Append(text.Slice(0, end));
            this.trimmed = this.hash;
            this.endsInWhiteSpace = true;
        }

        this.hash.Append(text.Slice(end));
    }

    /// <summary>A part that is a number, in digits; null is nothing.</summary>
    public void Append(double? part)
    {
        if (part is { } number)
        {
            this.JoinSurrogates("0".AsSpan());
            Span<char> digits = stackalloc char[NumberText.LongestFixed];
            this.hash.Append(digits.Slice(0, NumberText.WriteFixed(number, digits)));
            this.hasText = true;
            this.endsInWhiteSpace = false;
        }
    }

    /// <summary>The hash.</summary>
    public uint Finish()
    {
        this.JoinSurrogates("0".AsSpan());
        return this.endsInWhiteSpace ? this.trimmed.Finish() : this.hash.Finish();
    }

    /// <summary>Hashes what the last part held back, with what completes it; gives what is left of a part that is not empty, without what it holds back.</summary>
    private ReadOnlySpan<char> JoinSurrogates(ReadOnlySpan<char> text)
    {
        if (this.highSurrogate != 0)
        {
            bool isPair = char.IsLowSurrogate(text[0]);
            ReadOnlySpan<char> held = stackalloc char[2] { this.highSurrogate, text[0] };
            this.hash.Append(isPair ? held : held.Slice(0, 1));
            this.highSurrogate = default;
            text = isPair ? text.Slice(1) : text;
        }

        if (!text.IsEmpty && char.IsHighSurrogate(text[text.Length - 1]))
        {
            this.highSurrogate = text[text.Length - 1];
            text = text.Slice(0, text.Length - 1);
            this.hash.Append(text);
            return default;
        }

        return text;
    }
}
