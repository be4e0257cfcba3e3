using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests;

public sealed class MisreadFlagFixTests
{
    private const string Manifest = """
        {
          "flags": {
            "on-off": { "flagType": "boolean", "defaultValue": false },
            "theme": { "flagType": "string", "defaultValue": "li\"ght" },
            "size": { "flagType": "integer", "defaultValue": 20 },
            "rate": { "flagType": "float", "defaultValue": 0.5 },
            "layout": { "flagType": "object", "defaultValue": {} }
          }
        }
        """;

    [Fact]
    public Task Fallbacks_Several_BecomeTheDefaults() => VerifyAsync(
        """
        using System.Threading.Tasks;
        using OpenFeature;

        class Page
        {
            async Task Read(IFeatureClient client)
            {
                await client.GetBooleanValueAsync("on-off", /* safe */ {|FLAG2003:true|});
                await client.GetStringValueAsync(defaultValue: {|FLAG2003:"dark"|}, flagKey: "theme");
                await client.GetIntegerValueAsync("size", {|FLAG2003:21|});
                await client.GetDoubleValueAsync("rate", {|FLAG2003:1|});
            }
        }
        """,
        """
        using System.Threading.Tasks;
        using OpenFeature;

        class Page
        {
            async Task Read(IFeatureClient client)
            {
                await client.GetBooleanValueAsync("on-off", /* safe */ false);
                await client.GetStringValueAsync(defaultValue: "li\"ght", flagKey: "theme");
                await client.GetIntegerValueAsync("size", 20);
                await client.GetDoubleValueAsync("rate", 0.5);
            }
        }
        """,
        MisreadFlagFix.UseDefault);

    [Fact]
    public Task Type_OfTheCall_BecomesTheDeclaredOne() => VerifyAsync(
        """
        using System.Threading.Tasks;
        using OpenFeature;

        class Page
        {
            async Task Read(IFeatureClient client, Shop.Flags flags)
            {
                var theme = await client.GetBooleanValueAsync({|FLAG2003:"theme"|}, false);
                var size = flags.Evaluate<string>({|FLAG2003:"size"|});
                var other = flags.Evaluate<string>({|FLAG2003:"size"|}, "many");
            }
        }
        """,
        """
        using System.Threading.Tasks;
        using OpenFeature;

        class Page
        {
            async Task Read(IFeatureClient client, Shop.Flags flags)
            {
                var theme = await client.GetStringValueAsync("theme", "li\"ght");
                var size = flags.Evaluate<int>("size");
                var other = flags.Evaluate<int>("size", 20);
            }
        }
        """,
        MisreadFlagFix.ReadAsDeclared);

    [Fact]
    public Task Type_ThatNoCallReads_IsLeftToThePerson()
    {
        const string Source = """
            using System.Threading.Tasks;
            using OpenFeature;

            class Page
            {
                Task Read(IFeatureClient client) => client.GetBooleanValueAsync({|FLAG2003:"layout"|}, false);
            }
            """;
        return VerifyAsync(Source, Source, MisreadFlagFix.ReadAsDeclared);
    }

    private static Task VerifyAsync(string source, string fixedSource, string key)
    {
        FixTest<MisreadFlagAnalyzer, MisreadFlagFix> test = new(source, fixedSource, Manifest) { CodeActionEquivalenceKey = key };
        test.TestState.AdditionalReferences.Add(SdkStubs.OpenFeature);
        return test.RunAsync();
    }
}
