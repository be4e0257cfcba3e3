using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

public sealed class MisreadFlagAnalyzerTests
{
    private const string Manifest = """
        {
          "flags": {
            "on-off": { "flagType": "boolean", "defaultValue": false },
            "theme": { "flagType": "string", "defaultValue": "light" },
            "button": { "flagType": "string", "choice": true, "defaultValue": "red", "variants": { "red": "red", "green": "green" }, "defaultVariant": "red" },
            "size": { "flagType": "integer", "defaultValue": 20 },
            "rate": { "flagType": "float", "defaultValue": 0.5 },
            "layout": { "flagType": "object", "defaultValue": { "columns": 2 } },
            "undecided": { "flagType": "boolean" }
          }
        }
        """;

    [Fact]
    public Task OpenFeature_OtherType_IsReported() => VerifyAsync(
        """
        using System.Threading.Tasks;
        using OpenFeature;
        using OpenFeature.Model;

        class Page
        {
            async Task Read(IFeatureClient client, FeatureClient concrete)
            {
                await client.GetBooleanValueAsync({|#0:"theme"|}, false);
                await client.GetIntegerValueAsync({|#1:"rate"|}, 1);
                await client.GetStringValueAsync({|#2:"on-off"|}, "x");
                await concrete.GetObjectValueAsync({|#3:"size"|}, new Value(""));
                await concrete.GetDoubleValueAsync("size", 20);
                await concrete.GetDoubleValueAsync("rate", 0.5);
                await concrete.GetStringValueAsync("button", "red");
                await concrete.GetObjectValueAsync("layout", new Value(""));
            }
        }
        """,
        "Flag 'theme' is declared as string and read as boolean: the answer is the fallback, never its value",
        "Flag 'rate' is declared as float and read as integer: the answer is the fallback, never its value",
        "Flag 'on-off' is declared as boolean and read as string: the answer is the fallback, never its value",
        "Flag 'size' is declared as integer and read as object: the answer is the fallback, never its value");

    [Fact]
    public Task OwnRuntime_OtherType_IsReported() => VerifyAsync(
        """
        using System.Collections.Generic;

        enum ButtonVariant { Red }

        class Layout { }

        class Page
        {
            void Read(Shop.Flags flags)
            {
                flags.Evaluate<int>({|#0:"on-off"|});
                flags.Evaluate<double>({|#1:"size"|});
                flags.Evaluate<string>({|#2:"button"|});
                flags.Evaluate<long>({|#3:"size"|});
                flags.Evaluate<bool>("on-off");
                flags.Evaluate<bool?>("on-off");
                flags.Evaluate<object>("size");
                flags.Evaluate<IReadOnlyDictionary<string, object>>("layout");
                flags.Evaluate<ButtonVariant>("button");
                flags.Evaluate<Layout>("layout");
                flags.Evaluate("rate", 0.5);
            }

            void Generic<T>(Shop.Flags flags) => flags.Evaluate<T>("on-off");
        }
        """,
        "Flag 'on-off' is declared as boolean and read as int: the answer is the fallback, never its value",
        "Flag 'size' is declared as integer and read as double: the answer is the fallback, never its value",
        "Flag 'button' is declared as a choice and read as string: the answer is the fallback, never its value",
        "Flag 'size' is declared as integer and read as long: the answer is the fallback, never its value");

    [Fact]
    public Task Fallback_ThatIsNotTheDefault_IsReported() => VerifyAsync(
        """
        using System.Threading.Tasks;
        using LaunchDarkly.Sdk;
        using LaunchDarkly.Sdk.Server;
        using LaunchDarkly.Sdk.Server.Interfaces;
        using OpenFeature;

        enum Button { Green }

        class Page
        {
            const bool On = true;

            async Task Read(IFeatureClient client, ILdClient launch, Context context, Shop.Flags flags, bool any)
            {
                await client.GetBooleanValueAsync("on-off", {|#0:true|});
                await client.GetBooleanValueAsync("on-off", {|#1:On|});
                await client.GetStringValueAsync(defaultValue: {|#2:"dark"|}, flagKey: "theme");
                await client.GetDoubleValueAsync("size", {|#3:21|});
                launch.FloatVariation("rate", context, {|#4:0.25f|});
                flags.Evaluate("on-off", {|#5:true|});

                await client.GetBooleanValueAsync("on-off", false);
                await client.GetBooleanValueAsync("on-off", any);
                await client.GetBooleanValueAsync("undecided", true);
                await client.GetDoubleValueAsync("size", 20);
                launch.FloatVariation("rate", context, 0.5f);
                launch.BoolVariation("on-off", context);
                launch.EnumVariation("button", context, Button.Green);
                launch.JsonVariation("on-off", context, LdValue.Null);
                flags.Evaluate("on-off", false);
                flags.Evaluate<bool>("on-off");
            }
        }
        """,
        "The fallback true is not the default of flag 'on-off', which flags.json gives as false",
        "The fallback true is not the default of flag 'on-off', which flags.json gives as false",
        "The fallback \"dark\" is not the default of flag 'theme', which flags.json gives as \"light\"",
        "The fallback 21 is not the default of flag 'size', which flags.json gives as 20",
        "The fallback 0.25 is not the default of flag 'rate', which flags.json gives as 0.5",
        "The fallback true is not the default of flag 'on-off', which flags.json gives as false");

    /// <summary>There a flag is on or off and has a variant, whatever its type: neither way to read it is wrong.</summary>
    [Fact]
    public Task FeatureManagement_EitherWay_IsSilent() => VerifyAsync(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.FeatureManagement;

        class Page
        {
            async Task Read(IVariantFeatureManager features)
            {
                await features.IsEnabledAsync("theme", CancellationToken.None);
                await features.GetVariantAsync("on-off", CancellationToken.None);
            }
        }
        """);

    [Fact]
    public Task FlagsOfReferencedAssembly_AreKnownByTheirAccessors() => new RuleTest<MisreadFlagAnalyzer>(
        """
        using System.Threading.Tasks;
        using OpenFeature;

        class Page
        {
            Task Read(IFeatureClient client) => client.GetIntegerValueAsync({|#0:"new-checkout"|}, 1);
            Task Text(IFeatureClient client) => client.GetStringValueAsync("buy-button", "any");
        }
        """,
        manifest: null,
        withGeneratedFlags: false)
        .WithReferences(SdkStubs.OpenFeature, CompiledLibrary.Compile("Shop", Shop.GeneratedFlags, CompiledLibrary.Runtime))
        .Expect("Flag 'new-checkout' is declared as boolean and read as integer: the answer is the fallback, never its value")
        .RunAsync();

    private static Task VerifyAsync(string source, params string[] messages) =>
        new RuleTest<MisreadFlagAnalyzer>(source, Manifest).WithReferences(SdkStubs.OpenFeature, SdkStubs.LaunchDarkly).Expect(messages).RunAsync();
}
