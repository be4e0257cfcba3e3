using System.Buffers;

namespace FlagAnalyzers.Evaluation.Values;

/// <summary>Text that is put together on the stack, or in a rented array where that is too small.</summary>
internal ref struct TextBuffer(Span<char> stack)
{
    public const int StackLength = 256;

    private Span<char> space = stack;
    private char[]? rented;
    private int start;
    private int length;

    public readonly ReadOnlySpan<char> Written => this.space.Slice(this.start, this.length - this.start);

    public void Append(string text)
    {
        this.Reserve(text.Length);
        text.AsSpan().CopyTo(this.space.Slice(this.length));
        this.length += text.Length;
    }

    /// <summary>The number as <see cref="NumberText.ToFixed"/> has it.</summary>
    public void Append(double number)
    {
        this.Reserve(NumberText.LongestFixed);
        this.length += NumberText.WriteFixed(number, this.space.Slice(this.length));
    }

    /// <summary>Takes white space off both ends; what <see cref="char.IsWhiteSpace(char)"/> says is what Go's <c>unicode.IsSpace</c> says.</summary>
    public void Trim()
    {
        while (this.length > this.start && char.IsWhiteSpace(this.space[this.length - 1]))
        {
            this.length--;
        }

        while (this.length > this.start && char.IsWhiteSpace(this.space[this.start]))
        {
            this.start++;
        }
    }

    public void Dispose()
    {
        if (this.rented is not null)
        {
            ArrayPool<char>.Shared.Return(this.rented);
            this.rented = null;
        }
    }

    private void Reserve(int count)
    {
        if (this.space.Length - this.length >= count)
        {
            return;
        }

        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(this.space.Length * 2, this.length + count));
        this.space.Slice(0, this.length).CopyTo(larger);
        this.Dispose();
        this.rented = larger;
        this.space = larger;
    }
}
