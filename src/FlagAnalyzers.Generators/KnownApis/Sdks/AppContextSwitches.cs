namespace FlagAnalyzers.Generators.KnownApis.Sdks;

/// <summary>Source: github.com/dotnet/runtime. To be asked for: most switches are the framework's own.</summary>
internal static class AppContextSwitches
{
    public static readonly FlagSdk Sdk = new(
        "AppContext",
        [],
        KeysIgnoreCase: false,
        """
        read     System.AppContext.TryGetSwitch(switchName): boolean
        write    System.AppContext.SetSwitch(switchName)
        declare  System.Diagnostics.CodeAnalysis.FeatureSwitchDefinitionAttribute..ctor(switchName)
        """)
    { IsOptIn = true };
}
