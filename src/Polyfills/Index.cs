namespace System;

/// <summary>List patterns count from the end with it.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public bool IsFromEnd { get; } = fromEnd;

    public int Value { get; } = value;

    public static implicit operator Index(int value) => new(value);

    public int GetOffset(int length) => this.IsFromEnd ? length - this.Value : this.Value;
}
