namespace FlagAnalyzers.Generators.KnownApis.Sdks;

/// <summary>Source: github.com/splitio/dotnet-client 7.13.0. Every treatment is a text, "on" and "off" too, so the way it is read says nothing of the flag's type.</summary>
internal static class Split
{
    public static readonly FlagSdk Sdk = new(
        "Split",
        ["Splitio"],
        KeysIgnoreCase: false,
        """
        read               Splitio.Services.Client.Classes.SplitClient.GetTreatmentAsync(feature)
        read               Splitio.Services.Client.Classes.SplitClient.GetTreatment(feature)
        read               Splitio.Services.Client.Classes.SplitClient.GetTreatmentsAsync(features)
        read               Splitio.Services.Client.Classes.SplitClient.GetTreatments(features)
        read               Splitio.Services.Client.Classes.SplitClient.GetTreatmentWithConfigAsync(feature)
        read               Splitio.Services.Client.Classes.SplitClient.GetTreatmentWithConfig(feature)
        read               Splitio.Services.Client.Classes.SplitClient.GetTreatmentsWithConfigAsync(features)
        read               Splitio.Services.Client.Classes.SplitClient.GetTreatmentsWithConfig(features)
        definition-lookup  Splitio.Services.Client.Interfaces.ISplitManager.Split(featureName)
        definition-lookup  Splitio.Services.Client.Interfaces.ISplitManager.SplitAsync(featureName)
        read               Splitio.Services.Client.Interfaces.ISplitClientAsync.GetTreatmentAsync(feature)
        read               Splitio.Services.Client.Interfaces.ISplitClientAsync.GetTreatmentsAsync(features)
        read               Splitio.Services.Client.Interfaces.ISplitClientAsync.GetTreatmentWithConfigAsync(feature)
        read               Splitio.Services.Client.Interfaces.ISplitClientAsync.GetTreatmentsWithConfigAsync(features)
        read               Splitio.Services.Client.Interfaces.ISplitClient.GetTreatment(feature)
        read               Splitio.Services.Client.Interfaces.ISplitClient.GetTreatmentWithConfig(feature)
        read               Splitio.Services.Client.Interfaces.ISplitClient.GetTreatments(features)
        read               Splitio.Services.Client.Interfaces.ISplitClient.GetTreatmentsWithConfig(features)
        """);
}
