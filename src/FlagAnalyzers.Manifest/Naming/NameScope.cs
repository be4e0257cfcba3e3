using System.Globalization;

namespace FlagAnalyzers.Manifests.Naming;

/// <summary>The names of one declaration space: each is handed out once.</summary>
internal sealed class NameScope(IEnumerable<string> reserved)
{
    private readonly HashSet<string> taken = new(reserved, StringComparer.Ordinal);
    private readonly Dictionary<string, int> lastNumber = new(StringComparer.Ordinal);

    /// <summary>Takes exactly that name, if it is free.</summary>
    public bool TryTake(string name) => this.taken.Add(name);

    /// <summary>The name itself where it is free, else with the suffix, else with the suffix and a number.</summary>
    public string Take(string name, string suffix = "")
    {
        if (this.taken.Add(name))
        {
            return name;
        }

        string stem = name + suffix;
        if (suffix.Length > 0 && this.taken.Add(stem))
        {
            return stem;
        }

        // Remembered per stem, so that thousands of keys with one name stay linear.
        this.lastNumber.TryGetValue(stem, out int number);
        number = Math.Max(number, 1);
        string numbered;
        do
        {
            number++;
            numbered = stem + number.ToString(CultureInfo.InvariantCulture);
        }
        while (!this.taken.Add(numbered));

        this.lastNumber[stem] = number;
        return numbered;
    }
}
