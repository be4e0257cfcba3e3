using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.KnownApis;

/// <summary>The table at work: SDKs beside Microsoft.FeatureManagement, and APIs that a project names itself.</summary>
public sealed class SdkUseTests
{
    private const string ReadsOwnApis = """
        using System;

        namespace Company.Toggles
        {
            interface IToggles
            {
                bool IsOn(string toggleName);
                int Limit(int times, string toggleName, int otherwise);
            }

            class Toggles : IToggles
            {
                public bool IsOn(string name) => true;
                public int Limit(int times, string name, int otherwise) => otherwise;
            }

            class RequiresAttribute : Attribute { public RequiresAttribute(string toggle) { } }
        }

        class Page
        {
            [Company.Toggles.Requires({|#0:"NEW-chekout"|})]
            void Gated() { }

            [Company.Toggles.Requires("NEW-CHECKOUT")]
            void Read(Company.Toggles.IToggles toggles, Company.Toggles.Toggles own)
            {
                toggles.IsOn({|#1:"new-chekout"|});
                own.IsOn({|#2:"new-chekout"|});
                toggles.Limit(1, {|#3:"new-chekout"|}, 2);
                AppContext.TryGetSwitch("new-chekout", out _);
            }
        }
        """;

    private const string Misspelt = "Flag 'new-chekout' is not declared in flags.json; did you mean 'new-checkout'?";

    [Fact]
    public Task OpenFeature_Reads_AreFound() => new RuleTest<UndeclaredKeyAnalyzer>(
        """
        using System.Threading.Tasks;
        using OpenFeature;

        class Page
        {
            async Task Read(IFeatureClient client, FeatureClient concrete)
            {
                await client.GetBooleanValueAsync({|FLAG2001:"no-flag"|}, false);
                await client.GetStringValueAsync(defaultValue: "", flagKey: {|FLAG2001:"no-flag"|});
                await concrete.GetBooleanDetailsAsync({|FLAG2001:"New-Checkout"|}, false);
                await concrete.GetBooleanValueAsync("new-checkout", false);
            }
        }

        abstract class Provider : FeatureProvider
        {
            public Task<bool> Ask() => ResolveBooleanValueAsync("whatever-comes", false);
        }
        """).WithReferences(SdkStubs.OpenFeature).RunAsync();

    [Fact]
    public Task LaunchDarkly_Reads_AreFound() => new RuleTest<UndeclaredKeyAnalyzer>(
        """
        using LaunchDarkly.Sdk;
        using LaunchDarkly.Sdk.Server;
        using LaunchDarkly.Sdk.Server.Integrations;
        using LaunchDarkly.Sdk.Server.Interfaces;

        enum Button { Control }

        class Page
        {
            void Read(ILdClient client, LdClient concrete, Context context)
            {
                client.BoolVariation({|FLAG2001:"no-flag"|}, context);
                concrete.StringVariation({|FLAG2001:"no-flag"|}, context, "");
                client.EnumVariation({|FLAG2001:"no-flag"|}, context, Button.Control);
                ILdClientExtensions.EnumVariation(client, {|FLAG2001:"no-flag"|}, context, Button.Control);
                client.BoolVariation("new-checkout", context);
                TestData.DataSource().Flag("an-invention");
                TestData.DataSource().Flag({|FLAG2001:"new-chekout"|});
            }
        }
        """).WithReferences(SdkStubs.LaunchDarkly).RunAsync();

    /// <summary>A type of the same name in a project without the SDK is another type.</summary>
    [Fact]
    public Task Sdk_NotReferenced_IsNotLookedFor() => new RuleTest<UndeclaredKeyAnalyzer>(
        """
        namespace OpenFeature
        {
            interface IFeatureClient { bool GetBooleanValueAsync(string flagKey, bool defaultValue); }
        }

        class Page
        {
            void Read(OpenFeature.IFeatureClient client) => client.GetBooleanValueAsync("no-flag", false);
        }
        """).RunAsync();

    [Fact]
    public Task OwnApis_NamedByTheProject_AreFound() => new RuleTest<UndeclaredKeyAnalyzer>(ReadsOwnApis)
        .WithProperty("FlagsApis", "Company.Toggles.IToggles.IsOn(toggleName)|Company.Toggles.IToggles.Limit(toggleName, otherwise): integer|gate-attribute Company.Toggles.RequiresAttribute..ctor(toggle) ignore-case")
        .Expect("Flag 'NEW-chekout' is not declared in flags.json; did you mean 'new-checkout'?", Misspelt, Misspelt, Misspelt)
        .RunAsync();

    [Fact]
    public Task AppContext_AskedFor_IsFound() => new RuleTest<UndeclaredKeyAnalyzer>(
        """
        using System;

        class Page
        {
            bool Read() => AppContext.TryGetSwitch({|#0:"new-chekout"|}, out bool on) && on;
        }
        """).WithProperty("FlagsApis", "appcontext").Expect(Misspelt).RunAsync();

    [Fact]
    public Task AppContext_NotAskedFor_IsLeftAlone() => RuleTest<UndeclaredKeyAnalyzer>.VerifyAsync(
        """
        using System;

        class Page
        {
            bool Read() => AppContext.TryGetSwitch("System.Net.Http.UseSocketsHttpHandler", out bool on) && on;
        }
        """);

    [Theory]
    [InlineData("NuGet.Services.FeatureFlags.IFeatureFlagClient.IsEnabled(feature, defaultValue): boolean")]
    [InlineData("System.Management.Automation.ExperimentalFeature.IsEnabled(featureName)")]
    [InlineData("gate-attribute System.Management.Automation.ExperimentalAttribute..ctor(experimentName)")]
    public async Task Item_ThatNamesAMethod_IsAccepted(string item) =>
        Assert.Empty(await ManifestDiagnostics.OfAsync("""{ "flags": {} }""", property: ("FlagsApis", item + "|AppContext")));

    [Fact]
    public async Task Item_ThatNamesNone_IsReported()
    {
        var diagnostics = await ManifestDiagnostics.OfAsync("""{ "flags": {} }""", property: ("FlagsApis", "Company.IToggles.IsOn(name)|Company.IToggles.IsOn"));

        Assert.Equal(
            "FLAG0002 The item FlagsApi is 'Company.IToggles.IsOn', which names no method that takes a key. Expected the form 'Company.Toggles.IToggles.IsOn(toggleName)'",
            string.Join('\n', diagnostics.Select(static diagnostic => diagnostic.Id + " " + diagnostic.GetMessage())));
    }
}
