using FlagAnalyzers.Generators.Rules;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests;

public sealed class UndeclaredKeyFixTests
{
    private const string ReadsMisspelt = """
        using Shop;

        class Page
        {
            bool Read(Flags flags) => flags.Evaluate<bool>({|FLAG2001:"new-chekout"|}).Value;
        }
        """;

    [Fact]
    public Task NearKey_WithGeneratedClass_IsTheConstant() => new FixTest<UndeclaredKeyAnalyzer, UndeclaredKeyFix>(
        ReadsMisspelt,
        """
        using Shop;

        class Page
        {
            bool Read(Flags flags) => flags.Evaluate<bool>(Flags.Keys.NewCheckout).Value;
        }
        """)
    { CodeActionEquivalenceKey = UndeclaredKeyFix.UseNearKey }.RunAsync();

    [Fact]
    public Task NearKey_WithoutGeneratedClass_IsText() => new FixTest<UndeclaredKeyAnalyzer, UndeclaredKeyFix>(
        """
        using Microsoft.FeatureManagement.Mvc;

        class Page
        {
            [FeatureGate({|FLAG2001:"new-chekout"|}, "old-banner", {|FLAG2001:"old-baner"|})]
            void Read() { }
        }
        """,
        """
        using Microsoft.FeatureManagement.Mvc;

        class Page
        {
            [FeatureGate("new-checkout", "old-banner", "old-banner")]
            void Read() { }
        }
        """,
        role: "Analysis",
        withGeneratedFlags: false)
    { CodeActionEquivalenceKey = UndeclaredKeyFix.UseNearKey }.RunAsync();

    [Fact]
    public Task NearKey_ForNameOf_IsTheConstant() => new FixTest<UndeclaredKeyAnalyzer, UndeclaredKeyFix>(
        """
        using Shop;

        class Page
        {
            bool Read(Flags flags) => flags.Evaluate<bool>({|FLAG2001:nameof(Flags.NewCheckout)|}).Value;
        }
        """,
        """
        using Shop;

        class Page
        {
            bool Read(Flags flags) => flags.Evaluate<bool>(Flags.Keys.NewCheckout).Value;
        }
        """)
    { CodeActionEquivalenceKey = UndeclaredKeyFix.UseNearKey }.RunAsync();

    /// <summary>A gate takes enumeration members only in the company of such: there text would not do.</summary>
    [Fact]
    public Task NearKey_ForEnumerationMember_IsNotOffered()
    {
        const string Source = """
            using Microsoft.FeatureManagement.Mvc;

            enum Features { NewChekout }

            class Page
            {
                [FeatureGate({|FLAG2001:Features.NewChekout|})]
                void Read() { }
            }
            """;
        return new FixTest<UndeclaredKeyAnalyzer, UndeclaredKeyFix>(Source, Source, role: "Analysis").RunAsync();
    }

    [Fact]
    public Task Declaration_InProjectWithoutOwnManifest_IsNotOffered()
    {
        const string Source = """
            class Page
            {
                bool Read(Shop.Flags flags) => flags.Evaluate<bool>({|FLAG2001:"dark-launch-of-search"|}).Value;
            }
            """;
        return new FixTest<UndeclaredKeyAnalyzer, UndeclaredKeyFix>(Source, Source, role: "Analysis").RunAsync();
    }

    [Fact]
    public Task Declaration_InPlainManifest_IsAppended() => DeclareAsync(
        ReadsMisspelt,
        """
        {
          "flags": {
            "old-banner": {
              "flagType": "boolean",
              "defaultValue": false
            }
          }
        }

        """,
        """
        {
          "flags": {
            "old-banner": {
              "flagType": "boolean",
              "defaultValue": false
            },
            "new-chekout": {
              "flagType": "boolean",
              "defaultValue": false
            }
          }
        }

        """);

    [Fact]
    public Task Declaration_InManifestWithCommentsTabsWindowsLineEndsAndTrailingComma_KeepsThem() => DeclareAsync(
        ReadsMisspelt,
        "{\r\n\t// flags of the shop\r\n\t\"flags\": {\r\n\t\t\"old-banner\": { \"flagType\": \"boolean\", \"defaultValue\": false }, // the last one\r\n\t},\r\n\t\"retired\": {} /* none yet */\r\n}\r\n",
        "{\r\n\t// flags of the shop\r\n\t\"flags\": {\r\n\t\t\"old-banner\": { \"flagType\": \"boolean\", \"defaultValue\": false }, // the last one\r\n\t\t\"new-chekout\": {\r\n\t\t\t\"flagType\": \"boolean\",\r\n\t\t\t\"defaultValue\": false\r\n\t\t},\r\n\t},\r\n\t\"retired\": {} /* none yet */\r\n}\r\n");

    [Fact]
    public Task Declarations_OfEverySort_GoIntoOneEditByKey() => DeclareAsync(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using FlagAnalyzers;
        using Microsoft.FeatureManagement;
        using Shop;

        class Settings { }

        class Page
        {
            void Read(Flags flags)
            {
                flags.Evaluate<bool>({|FLAG2001:"b-bool"|});
                flags.Evaluate<string>({|FLAG2001:"c-text"|});
                flags.Evaluate<int>({|FLAG2001:"d-whole"|});
                flags.Evaluate<double>({|FLAG2001:"e-float"|});
                flags.Evaluate<Settings>({|FLAG2001:"f-object"|});
                flags.Evaluate<bool>({|FLAG2001:"b-bool"|});
            }

            async Task Read(IVariantFeatureManager features)
            {
                await features.IsEnabledAsync({|FLAG2001:"g-gate"|}, CancellationToken.None);
                await features.GetVariantAsync({|FLAG2001:"h-variant"|}, CancellationToken.None);
            }
        }
        """,
        """
        {
          "flags": {
            "a": {
              "flagType": "boolean",
              "defaultValue": false
            }
          }
        }
        """,
        """
        {
          "flags": {
            "a": {
              "flagType": "boolean",
              "defaultValue": false
            },
            "b-bool": {
              "flagType": "boolean",
              "defaultValue": false
            },
            "c-text": {
              "flagType": "string",
              "defaultValue": ""
            },
            "d-whole": {
              "flagType": "integer",
              "defaultValue": 0
            },
            "e-float": {
              "flagType": "float",
              "defaultValue": 0
            },
            "f-object": {
              "flagType": "object",
              "defaultValue": {}
            },
            "g-gate": {
              "flagType": "boolean",
              "defaultValue": false
            },
            "h-variant": {
              "flagType": "string",
              "defaultValue": ""
            }
          }
        }
        """);

    private static Task DeclareAsync(string source, string manifest, string fixedManifest) => new FixTest<UndeclaredKeyAnalyzer, UndeclaredKeyFix>(
        source,
        source.Replace("{|FLAG2001:", "").Replace("|}", ""),
        manifest,
        fixedManifest)
    {
        CodeActionEquivalenceKey = UndeclaredKeyFix.DeclareKey,
    }.RunAsync();
}
