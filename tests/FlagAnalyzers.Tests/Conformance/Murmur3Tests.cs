using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using FlagAnalyzers.Bucketing;

namespace FlagAnalyzers.Conformance;

public sealed partial class Murmur3Tests
{
    public static TheoryData<string, uint, long> Hashes
    {
        get
        {
            TheoryData<string, uint, long> data = [];
            foreach (Match match in ConformanceFile.ReadLines("murmur3.txt").Select(line => Pattern().Match(line)).Where(match => match.Success))
            {
                data.Add(
                    JsonSerializer.Deserialize<string>(match.Groups[1].Value)!,
                    uint.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture),
                    long.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Hashes))]
    public void Hash_Text_IsThatOfItsUtf8Bytes(string text, uint hash, long bucketOf100)
    {
        Assert.Equal(hash, Murmur3.Hash(text));
        Assert.Equal(bucketOf100, BucketPlace.Locate(Murmur3.Hash(text), 100));
    }

    [Fact]
    public void Hashes_File_HasAllOfThem() => Assert.Equal(17, Hashes.Count);

    [Theory]
    [InlineData("new-checkout", "user-1")]
    [InlineData("é", "日本語")]
    [InlineData("", "😀a")]
    [InlineData("abc", "")]
    public void Append_Pieces_GivesTheHashOfTheWhole(string first, string second)
    {
        Murmur3 hash = default;
        hash.Append(first);
        hash.Append(second);

        Assert.Equal(Murmur3.Hash(first + second), hash.Finish());
    }

    [Theory]
    [InlineData("a\ud800b")]
    [InlineData("\udc00")]
    [InlineData("x\ud83d")]
    public void Hash_LoneSurrogate_IsThatOfTheReplacementCharacter(string text) =>
        Assert.Equal(Murmur3.Hash(System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text))), Murmur3.Hash(text));

    [Fact]
    public void Append_AnyText_GivesTheHashOfItsBytesOneByOne() =>
        Check.Sample(
            Gen.String[0, 40].Array[0, 3],
            static texts =>
            {
                Murmur3 inPieces = default;
                Murmur3 byCharacter = default;
                foreach (string text in texts)
                {
                    inPieces.Append(text);

                    // Fewer than four characters are never taken together.
                    for (int i = 0; i < text.Length; i++)
                    {
                        int length = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1;
                        byCharacter.Append(text.AsSpan(i, length));
                        i += length - 1;
                    }
                }

                return inPieces.Finish() == byCharacter.Finish();
            },
            seed: "0000KOIPe036",
            iter: 20_000,
            threads: 1);

    [GeneratedRegex("""^   (".*") +(\d+) 0x[0-9a-f]{8}  bucket/100 = (\d+)$""")]
    private static partial Regex Pattern();
}
