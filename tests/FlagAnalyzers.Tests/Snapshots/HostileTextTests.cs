using System.Text;
using FlagAnalyzers.Flags;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Snapshots;

public sealed class HostileTextTests
{
    private const string Pieces = "{}[]\",:\\/ \n\t0129.eE+-tfn\u0000\ufeff\ud800é$*";

    private static readonly ShopContext Context = new("user-1") { Email = "ann@corp.example", Plan = "pro", AppVersion = "2.4.0", Age = 20, Groups = ["beta"] };
    private static readonly string Manifest = Repeat(Shop.Manifest, 16_000);

    [Fact]
    public void TryParse_EveryPrefix_IsTakenOrRefused()
    {
        int taken = 0;
        for (int length = 0; length <= Manifest.Length; length++)
        {
            taken += ParseAndRead(Manifest.Substring(0, length)) ? 1 : 0;
        }

        Assert.True(Manifest.Length > 15_000);

        // The whole text, without the line end behind it too.
        Assert.InRange(taken, 1, 3);
    }

    [Fact]
    public void TryParse_TenThousandMutations_AreTakenOrRefused()
    {
        Random random = new(20261123);
        int taken = 0;
        for (int i = 0; i < 10_000; i++)
        {
            taken += ParseAndRead(Mutate(Manifest, random)) ? 1 : 0;
        }

        Assert.InRange(taken, 500, 9_500);
    }

    private static bool ParseAndRead(string text)
    {
        bool isTaken = FlagSnapshot.TryParse(text, out FlagSnapshot? snapshot, out string? error);
        ManifestReading reading = ManifestReader.Read(text);
        Assert.Equal(reading.RefusalReason("flags.json"), error);
        Assert.Equal(isTaken, error is null);
        if (snapshot is not null)
        {
            AssertSame(reading.Manifest, snapshot);
            ShopFlags flags = new(new FlagStore(snapshot), Context);
            Assert.Equal(10, flags.EvaluateAll().Count);
            _ = flags.EvaluateAll(snapshot.Keys);
            _ = (flags.NewCheckout, flags.BuyButton, flags.Greeting, flags.MaxUploadMb, flags.SampleRate, flags.SearchSettings);
        }

        return isTaken;
    }

    /// <summary>What is read flag by flag is what the compiler reads of the whole file.</summary>
    private static void AssertSame(Manifest manifest, FlagSnapshot snapshot)
    {
        DefinitionHash definitions = new(manifest.Evaluators);
        Assert.Equal(manifest.Flags.Select(flag => flag.Key), snapshot.Keys);
        foreach (Flag flag in manifest.Flags.Reverse())
        {
            BoundFlag bound = snapshot.Find(flag.Key)!;
            Assert.Equal((flag.Key, definitions.Of(flag), flag.Type, flag.DefaultValue), (bound.Key, bound.Definition, bound.Type, bound.DefaultValue));
            Assert.Equal(MetadataBinder.Merge(MetadataBinder.Bind(manifest.Metadata), flag.Metadata), bound.Metadata);
        }
    }

    private static string Mutate(string text, Random random)
    {
        StringBuilder mutated = new(text);
        int count = random.Next(1, 4);
        for (int i = 0; i < count; i++)
        {
            int at = random.Next(mutated.Length);
            int length = Math.Min(random.Next(1, 6), mutated.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    mutated.Remove(at, length);
                    break;
                case 1:
                    mutated.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    mutated[at] = Pieces[random.Next(Pieces.Length)];
                    break;
                default:
                    mutated.Insert(random.Next(mutated.Length), mutated.ToString(at, length));
                    break;
            }
        }

        return mutated.ToString();
    }

    /// <summary>The manifest with its flags again under other keys, up to a size.</summary>
    private static string Repeat(string manifest, int size)
    {
        int start = manifest.IndexOf("\"new-checkout\"", StringComparison.Ordinal);
        int end = manifest.LastIndexOf('}', manifest.LastIndexOf('}') - 1);
        string flags = manifest.Substring(start, end - start).TrimEnd();
        StringBuilder text = new(manifest.Substring(0, start));
        text.Append(flags);
        for (int i = 0; text.Length < size; i++)
        {
            text.Append(",\n    ").Append(System.Text.RegularExpressions.Regex.Replace(flags, "\"([a-z-]+)\": \\{ ?(?=\\s*\"flagType\")", $"\"$1-{i}\": {{ "));
        }

        return text.Append(manifest, end, manifest.Length - end).ToString();
    }
}
