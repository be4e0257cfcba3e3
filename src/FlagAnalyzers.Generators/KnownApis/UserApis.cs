using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.KnownApis;

/// <summary>
/// The APIs that a project names itself, as items <c>FlagsApi</c>: rows of the table, and names of SDKs that are known but have to be asked for. The package's
/// targets join the items with <c>|</c>.
/// </summary>
internal sealed class UserApis
{
    public const string Property = "FlagsApis";

    /// <summary>What messages call the SDK of such rows.</summary>
    public const string SdkName = "FlagsApi";

    private UserApis(string text) => this.Text = text;

    /// <summary>The property as the build gives it, or the empty string.</summary>
    public string Text { get; }

    public static UserApis Of(AnalyzerConfigOptions globalOptions) =>
        new(globalOptions.TryGetValue("build_property." + Property, out string? text) ? text.Trim() : string.Empty);

    public IEnumerable<FlagApi> ReadApis() => this.Items().Select(static item => FlagApiRow.TryParse(item, SdkName)).OfType<FlagApi>();

    public bool AsksFor(FlagSdk sdk) => this.Items().Contains(sdk.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The items that are neither a row nor an SDK's name.</summary>
    public IEnumerable<string> Unreadable() => this.Items().Where(static item =>
        FlagApiRow.TryParse(item, SdkName) is null && !FlagSdks.All.Any(sdk => string.Equals(sdk.Name, item, StringComparison.OrdinalIgnoreCase)));

    private IEnumerable<string> Items() => this.Text.Split('|').Select(static item => item.Trim()).Where(static item => item.Length > 0);
}
