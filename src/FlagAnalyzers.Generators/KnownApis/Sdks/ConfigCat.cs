namespace FlagAnalyzers.Generators.KnownApis.Sdks;

/// <summary>Source: github.com/configcat/.net-sdk.</summary>
internal static class ConfigCat
{
    public static readonly FlagSdk Sdk = new(
        "ConfigCat",
        ["ConfigCat.Client"],
        KeysIgnoreCase: false,
        """
        read  ConfigCat.Client.IConfigCatClient.GetValue(key, defaultValue): typed
        read  ConfigCat.Client.IConfigCatClient.GetValueAsync(key, defaultValue): typed
        read  ConfigCat.Client.IConfigCatClient.GetValueDetails(key, defaultValue): typed
        read  ConfigCat.Client.IConfigCatClient.GetValueDetailsAsync(key, defaultValue): typed
        read  ConfigCat.Client.IConfigCatClientSnapshot.GetValue(key, defaultValue): typed
        read  ConfigCat.Client.IConfigCatClientSnapshot.GetValueDetails(key, defaultValue): typed
        """);
}
