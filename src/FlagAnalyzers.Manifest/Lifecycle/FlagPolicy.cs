using System.Globalization;
using System.Text.RegularExpressions;

namespace FlagAnalyzers.Manifests.Lifecycle;

/// <summary>
/// What a repository asks of its flags (FLAG1010). The defaults ask only what keeps temporary flags temporary; the rest is the team's to switch on, so that the first flag
/// of a newcomer is not answered with a list of demands.
/// </summary>
internal sealed class FlagPolicy
{
    public const string RequireOwner = "require_owner";
    public const string RequireExpiry = "require_expiry";
    public const string RequireDescription = "require_description";
    public const string RequireIssue = "require_issue";
    public const string NamingPattern = "naming_pattern";
    private const string MaximumLifetime = "max_lifetime_";

    private static readonly IReadOnlyDictionary<string, int?> UsualLifetimes = new Dictionary<string, int?>(StringComparer.Ordinal)
    {
        ["release"] = 90,
        ["experiment"] = 90,

        // Permanent in practice, but looked at once a year.
        ["operational"] = 365,
        ["kill-switch"] = null,
        ["permission"] = null,
    };

    private readonly Dictionary<string, int?> lifetimes = [];
    private readonly List<string> problems = [];

    private FlagPolicy()
    {
    }

    /// <summary>The names of all options, as a configuration file spells them.</summary>
    public static IEnumerable<string> Options { get; } =
        [RequireOwner, RequireExpiry, RequireDescription, RequireIssue, NamingPattern, .. UsualLifetimes.Keys.Select(OptionOf)];

    public bool RequiresOwner { get; private set; }

    public bool RequiresExpiry { get; private set; }

    public bool RequiresDescription { get; private set; }

    public bool RequiresIssue { get; private set; }

    /// <summary>What every key has to match as a whole, or null.</summary>
    public Regex? Naming { get; private set; }

    /// <summary>Options whose value means nothing, in sentences; the default is in force for them.</summary>
    public IReadOnlyList<string> Problems => this.problems;

    /// <summary>The policy that the options say.</summary>
    /// <param name="find">The value of an option, or null where it is not set.</param>
    public static FlagPolicy Read(Func<string, string?> find)
    {
        FlagPolicy policy = new();
        policy.RequiresOwner = policy.ReadSwitch(find, RequireOwner, usual: false);
        policy.RequiresExpiry = policy.ReadSwitch(find, RequireExpiry, usual: true);
        policy.RequiresDescription = policy.ReadSwitch(find, RequireDescription, usual: false);
        policy.RequiresIssue = policy.ReadSwitch(find, RequireIssue, usual: false);
        policy.Naming = policy.ReadPattern(find(NamingPattern));
        foreach (KeyValuePair<string, int?> usual in UsualLifetimes)
        {
            policy.lifetimes[usual.Key] = policy.ReadDays(find, OptionOf(usual.Key), usual.Value);
        }

        return policy;
    }

    /// <summary>How many days a flag of the kind may live, or null for as long as it likes.</summary>
    public int? LifetimeOf(string? kind) => kind is not null && this.lifetimes.TryGetValue(kind, out int? days) ? days : null;

    /// <summary>Whether a flag of the kind is meant to go away again.</summary>
    public static bool IsTemporary(string? kind) => kind is "release" or "experiment";

    /// <summary>The option that says how long a kind may live: <c>max_lifetime_kill_switch</c>.</summary>
    public static string OptionOf(string kind) => MaximumLifetime + kind.Replace('-', '_');

    private bool ReadSwitch(Func<string, string?> find, string option, bool usual)
    {
        string? text = find(option);
        if (text is null)
        {
            return usual;
        }

        if (bool.TryParse(text, out bool value))
        {
            return value;
        }

        this.problems.Add($"The option '{option}' is '{text}'; expected true or false.");
        return usual;
    }

    private int? ReadDays(Func<string, string?> find, string option, int? usual)
    {
        string? text = find(option);
        if (text is null)
        {
            return usual;
        }

        if (text == "none")
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days > 0)
        {
            return days;
        }

        this.problems.Add($"The option '{option}' is '{text}'; expected a number of days, or none.");
        return usual;
    }

    private Regex? ReadPattern(string? pattern)
    {
        if (pattern is null)
        {
            return null;
        }

        try
        {
            return new Regex("^(?:" + pattern + ")$", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
        }
        catch (ArgumentException error)
        {
            this.problems.Add($"The option '{NamingPattern}' is '{pattern}', which is no regular expression: {error.Message}");
            return null;
        }
    }
}
