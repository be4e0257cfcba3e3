using FlagAnalyzers.Generators.KnownApis.Sdks;

namespace FlagAnalyzers.Generators.KnownApis;

/// <summary>Every SDK that is known without marks. A new one is a file in <c>Sdks</c> and a line here.</summary>
internal static class FlagSdks
{
    public static readonly FlagSdk[] All =
    [
        MicrosoftFeatureManagement.Sdk,
    ];
}
