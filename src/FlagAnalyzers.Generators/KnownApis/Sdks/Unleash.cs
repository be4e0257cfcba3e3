namespace FlagAnalyzers.Generators.KnownApis.Sdks;

/// <summary>Source: github.com/Unleash/unleash-dotnet-sdk 6.1.0. A toggle with variants is also enabled or not, so the way it is read says nothing of its type.</summary>
internal static class Unleash
{
    public static readonly FlagSdk Sdk = new(
        "Unleash",
        ["Unleash", "Unleash.Client"],
        KeysIgnoreCase: false,
        """
        read           Unleash.DefaultUnleash.IsEnabled(toggleName, defaultSetting)
        read           Unleash.DefaultUnleash.GetVariant(toggleName)
        read           Unleash.IUnleash.IsEnabled(toggleName, defaultSetting)
        read           Unleash.IUnleash.GetVariant(toggleName)
        test-override  Unleash.FakeUnleash.SetToggle(toggleName)
        test-override  Unleash.FakeUnleash.SetVariant(toggleName)
        """);
}
