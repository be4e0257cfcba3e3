using System.Globalization;

namespace FlagAnalyzers.Conformance;

internal static class ConformanceFile
{
    public static IEnumerable<string> ReadLines(string name) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Conformance", name));

    public static void RunIn(string culture, Action run)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            // Without culture data the test would say nothing.
            Assert.Equal("1,5", 1.5.ToString(CultureInfo.CurrentCulture));
            run();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
