using System.Text;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Microsoft.CodeAnalysis;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

/// <summary>Somebody is always in the middle of typing: whatever the file holds, the analyzer answers, with places inside the file.</summary>
public sealed class ManifestAnalyzerHostileInputTests
{
    private const int Seed = 20270212;

    private static readonly string Manifest = LargeManifest();

    [Fact]
    public async Task Manifest_Cut_IsAnswered()
    {
        Random random = new(Seed);
        for (int i = 0; i < 400; i++)
        {
            await AssertAnsweredAsync(Manifest[..random.Next(Manifest.Length)]);
        }
    }

    [Fact]
    public async Task Manifest_Mutated_IsAnswered()
    {
        Random random = new(Seed);
        string[] insertions = ["{", "}", "[", "]", "\"", "\\", ",", ":", "null", "1e999", "-", "//", "/*", "\0", "\uD800", "\u2028", "\"if\":", "{\"var\":\"\"}", "\"$ref\":\"is-staff\"", "🏁"];
        for (int i = 0; i < 800; i++)
        {
            StringBuilder text = new(Manifest);
            for (int edits = random.Next(1, 6); edits > 0; edits--)
            {
                int position = random.Next(text.Length);
                switch (random.Next(4))
                {
                    case 0:
                        text.Insert(position, insertions[random.Next(insertions.Length)]);
                        break;
                    case 1:
                        text.Remove(position, Math.Min(random.Next(40), text.Length - position));
                        break;
                    case 2:
                        text[position] = (char)random.Next(0x250);
                        break;
                    default:
                        text.Insert(position, Manifest.AsSpan(random.Next(Manifest.Length / 2), random.Next(200)));
                        break;
                }
            }

            await AssertAnsweredAsync(text.ToString());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\uFEFF")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"flags\"")]
    [InlineData("{}")]
    [InlineData("{\"flags\":{\"\":{}}}")]
    [InlineData("{\"flags\":{\"{0}\":{\"flagType\":\"{1}\"}}}")]
    [InlineData("<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> branch")]
    public Task Manifest_Odd_IsAnswered(string text) => AssertAnsweredAsync(text);

    [Fact]
    public Task Manifest_VeryDeep_IsAnswered() => AssertAnsweredAsync("{\"flags\":{\"a\":{\"targeting\":" + string.Concat(Enumerable.Repeat("{\"!\":[", 100_000)));

    private static async Task AssertAnsweredAsync(string text)
    {
        try
        {
            foreach (Diagnostic diagnostic in await ManifestDiagnostics.OfAsync(text, "Analysis"))
            {
                Assert.NotEqual("AD0001", diagnostic.Id);
                Assert.InRange(diagnostic.Location.SourceSpan.End, 0, text.Length);
                Assert.NotEmpty(diagnostic.GetMessage());
            }
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException("Not answered: " + text, exception);
        }
    }

    /// <summary>About 16 KB with every sort of flag, rules, comments and metadata.</summary>
    private static string LargeManifest()
    {
        StringBuilder text = new("""
            {
              // attributes
              "context": { "plan": { "type": "string", "enum": ["free", "pro"] }, "email": "string", "appVersion": "semver", "age": "number", "groups": "string[]" },
              "$evaluators": { "is-staff": { "ends_with": [{ "var": "email" }, "@corp.example"] } },
              "flags": {

            """);
        for (int i = 0; i < 28; i++)
        {
            text.Append($$"""
                    "flag-{{i}}": {
                      "flagType": "boolean", "defaultValue": false, "description": "Flag number {{i}} \u00e9 🏁",
                      "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off",
                      "targeting": { "if": [{ "and": [{ "$ref": "is-staff" }, { "sem_ver": [{ "var": "appVersion" }, ">=", "2.{{i}}.0"] }] }, "on", { "fractional": [["on", {{i}}], ["off", 90]] }] },
                      "metadata": { "owner": "team-{{i}}", "kind": "release", "created": "2026-10-01", "expires": "2027-01-31" } /* inline */
                    },

                """);
        }

        return text.Append("""
                "size": { "flagType": "object", "defaultValue": { "a": [1, 2.5] }, "variants": { "x": { "a": [] }, "y": { "b": null } }, "defaultVariant": "x" },
              },
              "retired": { "old": "2026-05-01" }
            }
            """).ToString();
    }
}
