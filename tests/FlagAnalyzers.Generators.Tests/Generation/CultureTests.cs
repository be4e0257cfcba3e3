using System.Globalization;
using FlagAnalyzers.Generators.Tests.Generation.Harness;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Generation;

/// <summary>The same bytes wherever the compiler runs: Turkish has another upper case of i, Swedish another minus sign.</summary>
public sealed class CultureTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (string culture in (string[])["tr-TR", "sv-SE", "fa-IR", "de-DE"])
            {
                foreach (string manifest in ManifestFiles.Names)
                {
                    cases.Add(culture, manifest);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_OtherCulture_EmitsSameText(string culture, string manifest)
    {
        string expected = RunIn(CultureInfo.InvariantCulture, manifest);

        Assert.Equal(expected, RunIn(new CultureInfo(culture), manifest));
    }

    private static string RunIn(CultureInfo culture, string manifest)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        try
        {
            return GeneratorHarness.Run(ManifestFiles.Read(manifest)).Source!;
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = before;
        }
    }
}
