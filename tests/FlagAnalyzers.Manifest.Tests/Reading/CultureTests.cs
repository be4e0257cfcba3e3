using System.Globalization;
using FlagAnalyzers.Manifests.Rules;
using FlagAnalyzers.Manifests.Writing;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Turkish has two letters i, Swedish another minus sign: neither may change what a manifest means.</summary>
public sealed class CultureTests
{
    private const string Text = """
        {
          "context": { "user.id": "string", "INFO": "number" },
          "flags": {
            "istanbul-i": { "flagType": "float", "defaultValue": -1.5, "state": "ENABLED", "variants": { "i": -1.5, "I": 2e-3 }, "defaultVariant": "I",
              "targeting": { "if": [ { "<": [ { "var": "INFO" }, -3.5 ] }, "i", { "fractional": [ [ "i", 1 ], [ "I", 2 ] ] } ] },
              "metadata": { "created": "2026-10-01", "expires": "2026-12-31" } },
            "title": { "flagType": "INTEGER", "defaultValue": -1, "defaultVarıant": "x", "metadata": { "kind": "OPERATIONAL", "created": "2026-1-1" } },
            "if": { "flagType": "integer", "defaultValue": -2147483649 }
          }
        }
        """;

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    [InlineData("fa-IR")]
    public void Read_AnyCulture_SameManifestSameWords(string culture)
    {
        string expected = Describe();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Describe());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Describe()
    {
        ManifestReading reading = ManifestReader.Read(Text);
        return string.Join('\n',
        [
            .. reading.Issues.Select(issue => $"{issue.Id} {issue.Message}"),
            .. reading.Manifest.Flags.Select(flag => $"{flag.Name} {RuleWords.Describe(flag)} {flag.Lifecycle.Expires}"),
            .. reading.Manifest.Context.Select(attribute => attribute.Name),
            ManifestWriter.Write(reading.Manifest),
        ]);
    }
}
