namespace FlagAnalyzers.Testing;

/// <summary>Rows of tests that run with flags on and with flags off, for the <c>MemberData</c> of xunit, the <c>TestCaseSource</c> of NUnit, the <c>DynamicData</c> of
/// MSTest. Each row has one argument, a <see cref="FlagCombination"/>.</summary>
public static class FlagCombinations
{
    private const int MostFlags = 10;

    /// <summary>Every combination of on and off of some boolean flags: two rows for one flag, four for two.</summary>
    /// <param name="keys">The keys of the flags, at most 10.</param>
    /// <exception cref="ArgumentNullException"><paramref name="keys"/> is null.</exception>
    /// <exception cref="ArgumentException">More than 10 flags would be more than 1,024 rows.</exception>
    public static IEnumerable<object[]> Of(params string[] keys)
    {
        string[] all = Check(keys);
        if (all.Length > MostFlags)
        {
            throw new ArgumentException($"{all.Length} flags have {Math.Pow(2, all.Length)} combinations. Expected at most {MostFlags} flags; AllOnAndAllOff takes any number.", nameof(keys));
        }

        return Enumerable.Range(0, 1 << all.Length).Select(row => Row(all, place => (row & (1 << place)) != 0));
    }

    /// <summary>Two rows: all of the flags on, and all of them off.</summary>
    /// <param name="keys">The keys of the flags.</param>
    /// <exception cref="ArgumentNullException"><paramref name="keys"/> is null.</exception>
    public static IEnumerable<object[]> AllOnAndAllOff(params string[] keys)
    {
        string[] all = Check(keys);
        return [Row(all, static _ => true), Row(all, static _ => false)];
    }

    private static string[] Check(string[] keys) => [.. (keys ?? throw new ArgumentNullException(nameof(keys))).Distinct(StringComparer.Ordinal)];

    private static object[] Row(string[] keys, Func<int, bool> isOn)
    {
        List<KeyValuePair<string, bool>> values = [];
        for (int i = 0; i < keys.Length; i++)
        {
            values.Add(new KeyValuePair<string, bool>(keys[i], isOn(i)));
        }

        return [new FlagCombination(values)];
    }
}
