using System.Text;
using FlagAnalyzers.Generators.Tests.Generation.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Generation;

/// <summary>A manifest while somebody types it, merges it, or breaks it: never an exception, and whatever is emitted compiles.</summary>
public sealed class HostileInputTests
{
    private const int PrefixesPerManifest = 40;
    private const int MutationsPerManifest = 120;

    private static readonly string[] Fragments =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "\0", "\u2028", "\ufeff", "null", "true", "1e999", "-1e999", "-0", "1e-999",
        "99999999999999999999", "0x10", "\"choice\": true,", "\"flagType\": \"object\",", "\"flagType\": \"string\",", "\"name\": \"class\",",
        "\"name\": \"Values\",", "\"name\": \"get_Store\",", "\"name\": \"_\",", "\"defaultValue\": {\"a\": [[{\"b\": null}]]},", "/*", "*/", "//", "\"\": {},", "<![CDATA[", "\r",
    ];

    public static TheoryData<string> Manifests => ["values", "example", "hostile-names"];

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Run_PrefixOfManifest_EmitsOnlyWhatCompiles(string manifest)
    {
        string text = ManifestFiles.Read(manifest);
        Random random = new(Seed: 20261123);
        for (int i = 0; i < PrefixesPerManifest; i++)
        {
            AssertSound(text[..random.Next(text.Length)]);
        }
    }

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Run_MutatedManifest_EmitsOnlyWhatCompiles(string manifest)
    {
        string text = ManifestFiles.Read(manifest);
        Random random = new(Seed: 20270131);
        for (int i = 0; i < MutationsPerManifest; i++)
        {
            AssertSound(Mutate(text, random));
        }
    }

    private static void AssertSound(string text)
    {
        GeneratorHarness.Start(new GeneratorInput(text), out GeneratorOutcome outcome);

        IEnumerable<Diagnostic> errors = outcome.Source is null ? [] : outcome.CompilationWithFlags().GetDiagnostics().Where(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden);
        Assert.True(!errors.Any(), $"{string.Join("\n", errors.Take(5))}\n{text}");
        Assert.All(outcome.Diagnostics, static diagnostic => Assert.Equal("FLAG0001", diagnostic.Id));
        Assert.All(outcome.Diagnostics, diagnostic => Assert.InRange(diagnostic.Location.SourceSpan.End, 0, text.Length));
    }

    private static string Mutate(string text, Random random)
    {
        StringBuilder mutated = new(text);
        for (int edits = random.Next(1, 6); edits > 0; edits--)
        {
            int position = random.Next(mutated.Length);
            int length = Math.Min(random.Next(1, 40), mutated.Length - position);
            switch (random.Next(5))
            {
                case 0:
                    mutated.Remove(position, length);
                    break;
                case 1:
                    mutated.Insert(position, mutated.ToString(random.Next(mutated.Length - length), length));
                    break;
                case 2:
                    mutated.Insert(position, Fragments[random.Next(Fragments.Length)]);
                    break;
                case 3:
                    // After a comma a fragment is most likely to be taken for a member.
                    int comma = mutated.ToString().IndexOf(',', position);
                    mutated.Insert(comma < 0 ? position : comma + 1, Fragments[random.Next(Fragments.Length)]);
                    break;
                default:
                    mutated[position] = (char)random.Next(0x10000);
                    break;
            }
        }

        return mutated.ToString();
    }
}
