using System.Runtime.InteropServices;

namespace FlagAnalyzers.Bucketing;

/// <summary>MurmurHash3, x86, 32 bits, seed 0, of the UTF-8 form of text that arrives in pieces: no string and no bytes are made for it.</summary>
/// <remarks>The algorithm is Austin Appleby's, in the public domain (https://github.com/aappleby/smhasher). A lone surrogate is hashed as U+FFFD,
/// which is what every UTF-8 encoder writes for it. A surrogate pair must not be split over two pieces. The compiler runs it too: over the constant beginning of a
/// bucketing value, so that a program goes on from there.</remarks>
internal struct Murmur3
{
    private const uint C1 = 0xcc9e2d51;
    private const uint C2 = 0x1b873593;

    /// <summary>The bits of four UTF-16 units that no ASCII character has.</summary>
    private const ulong NotAscii = 0xFF80FF80FF80FF80;

    private uint hash;
    private uint block;
    private int length;

    /// <summary>Goes on where another hash stopped.</summary>
    /// <param name="hash">Its <see cref="State"/>.</param>
    /// <param name="block">Its <see cref="Pending"/>.</param>
    /// <param name="length">Its <see cref="Length"/>.</param>
    public Murmur3(uint hash, uint block, int length)
    {
        this.hash = hash;
        this.block = block;
        this.length = length;
    }

    /// <summary>The hash of all whole blocks of four bytes so far.</summary>
    public readonly uint State => this.hash;

    /// <summary>The bytes after them, the first one lowest.</summary>
    public readonly uint Pending => this.block;

    /// <summary>How many bytes there were.</summary>
    public readonly int Length => this.length;

    /// <summary>The hash of the whole text.</summary>
    public static uint Hash(ReadOnlySpan<char> text)
    {
        Murmur3 hash = default;
        hash.Append(text);
        return hash.Finish();
    }

    public void Append(ReadOnlySpan<char> text)
    {
        int start = BitConverter.IsLittleEndian ? this.AppendAscii(text) : 0;
        for (int i = start; i < text.Length; i++)
        {
            char c = text[i];
            if (c < 0x80)
            {
                this.Append((byte)c);
            }
            else if (c < 0x800)
            {
                this.Append((byte)(0xC0 | (c >> 6)));
                this.Append((byte)(0x80 | (c & 0x3F)));
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                int rune = char.ConvertToUtf32(c, text[++i]);
                this.Append((byte)(0xF0 | (rune >> 18)));
                this.Append((byte)(0x80 | ((rune >> 12) & 0x3F)));
                this.Append((byte)(0x80 | ((rune >> 6) & 0x3F)));
                this.Append((byte)(0x80 | (rune & 0x3F)));
            }
            else
            {
                int rune = char.IsSurrogate(c) ? 0xFFFD : c;
                this.Append((byte)(0xE0 | (rune >> 12)));
                this.Append((byte)(0x80 | ((rune >> 6) & 0x3F)));
                this.Append((byte)(0x80 | (rune & 0x3F)));
            }
        }
    }

    public readonly uint Finish()
    {
        uint result = this.hash;
        if ((this.length & 3) != 0)
        {
            result ^= Scramble(this.block);
        }

        result ^= (uint)this.length;
        result ^= result >> 16;
        result *= 0x85ebca6b;
        result ^= result >> 13;
        result *= 0xc2b2ae35;
        result ^= result >> 16;
        return result;
    }

    /// <summary>Takes the ASCII characters that the text begins with, four at a time; gives how many it took.</summary>
    private int AppendAscii(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<ulong> quads = MemoryMarshal.Cast<char, ulong>(text);
        int pendingBits = (this.length & 3) * 8;
        uint hash = this.hash;
        uint pending = this.block;
        int i = 0;
        for (; i < quads.Length; i++)
        {
            ulong quad = quads[i];
            if ((quad & NotAscii) != 0)
            {
                break;
            }

            // 00dd00cc00bb00aa becomes ddccbbaa.
            quad |= quad >> 8;
            uint bytes = (uint)(quad & 0xFFFF) | (uint)((quad >> 16) & 0xFFFF0000);
            hash = Mix(hash, pending | (bytes << pendingBits));
            pending = pendingBits == 0 ? 0 : bytes >> (32 - pendingBits);
        }

        this.hash = hash;
        this.block = pending;
        this.length += i * 4;
        return i * 4;
    }

    private void Append(byte value)
    {
        int position = this.length & 3;
        this.block |= (uint)value << (position * 8);
        this.length++;
        if (position == 3)
        {
            this.hash = Mix(this.hash, this.block);
            this.block = 0;
        }
    }

    private static uint Mix(uint hash, uint block) => (RotateLeft(hash ^ Scramble(block), 13) * 5) + 0xe6546b64;

    private static uint Scramble(uint block) => RotateLeft(block * C1, 15) * C2;

    private static uint RotateLeft(uint value, int bits) => (value << bits) | (value >> (32 - bits));
}
