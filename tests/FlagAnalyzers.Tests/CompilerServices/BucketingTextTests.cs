using CsCheck;
using FlagAnalyzers.Bucketing;
using FlagAnalyzers.Evaluation.Values;

namespace FlagAnalyzers.CompilerServices;

public sealed class BucketingTextTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, 11].Select(index => new[] { "", " ", "\t \n", "a", " a ", "ab c", "é", "\u00a0x\u2003", "\ud83d", "\ude00", "x\ud83d", "\ude00 " }[index]),
        Gen.String[0, 12],
        Gen.Char['0', 'z'].Array[0, 30].Select(chars => new string(chars)));

    [Fact]
    public void Finish_Parts_GivesTheHashOfTheTrimmedWhole() =>
        Texts.Array[0, 5].Sample(
            static parts =>
            {
                BucketingText text = default;
                foreach (string part in parts)
                {
                    text.Append(part);
                }

                return text.Finish() == Murmur3.Hash(string.Concat(parts).Trim());
            },
            seed: "0000KOIPe036",
            iter: 20_000,
            threads: 1);

    [Fact]
    public void Finish_BehindASharedBeginning_GivesTheHashOfTheWhole() =>
        Gen.Select(Texts, Texts, Gen.Double.Where(double.IsFinite)).Sample(
            static (beginning, rest, number) =>
            {
                Murmur3 shared = default;
                if (beginning.Any(char.IsSurrogate))
                {
                    // The compiler ends what is shared before half a character.
                    return true;
                }

                shared.Append(beginning.Trim());
                BucketingText text = new(shared.State, shared.Pending, shared.Length);
                text.Append(rest);
                text.Append((double?)number);
                text.Append((string?)null);
                text.Append((double?)null);

                string whole = beginning.Trim() + rest + NumberText.ToFixed(number);
                return text.Finish() == Murmur3.Hash(whole.Trim())
                    && BucketingText.Hash(shared.State, shared.Pending, shared.Length, rest) == Murmur3.Hash(beginning.Trim() + rest);
            },
            seed: "0000KOIPe036",
            iter: 20_000,
            threads: 1);
}
