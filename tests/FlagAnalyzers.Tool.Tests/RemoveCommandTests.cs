using System.Text;

namespace FlagAnalyzers.Tool;

public sealed class RemoveCommandTests : IDisposable
{
    private const string Flags = """
        using System;

        namespace FlagAnalyzers
        {
            public sealed class FlagAttribute : Attribute
            {
                public FlagAttribute(string key) { }
            }
        }

        public class Flags
        {
            [FlagAnalyzers.Flag("new-checkout")]
            public bool NewCheckout { get; set; }
        }

        """;

    private const string Page = "public static class Page\r\n{\r\n    public static string Title(Flags flags) => flags.NewCheckout ? \"new\" : \"old\";\r\n}\r\n";

    private readonly ToolRun tool = new();

    public RemoveCommandTests() => this.tool
        .With("Shop.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""")
        .With("Flags.cs", Flags)
        .With("flags.json", """
            {
              "flags": {
                "new-checkout": {
                  "flagType": "boolean",
                  "defaultValue": false
                },
                "old-banner": { "flagType": "boolean", "defaultValue": false }
              }
            }

            """)
        .With("flags.Staging.json", """{ "flags": { "new-checkout": { "state": "DISABLED" } } }""");

    public void Dispose() => this.tool.Dispose();

    [Fact]
    public void Remove_Project_EditsCodeManifestAndOverlay()
    {
        File.WriteAllText(this.tool.PathOf("Page.cs"), Page, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        ExitCode code = this.tool.Run("remove", "new-checkout", "--keep", "on", "Shop.csproj");

        Assert.True(code == ExitCode.Fine, this.tool.Error + this.tool.Output);
        Assert.Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Page.Replace("flags.NewCheckout ? \"new\" : \"old\"", "\"new\"", StringComparison.Ordinal))], File.ReadAllBytes(this.tool.PathOf("Page.cs")));
        Assert.Equal(Flags, File.ReadAllText(this.tool.PathOf("Flags.cs")));
        Assert.Equal("""
            {
              "flags": {
                "old-banner": { "flagType": "boolean", "defaultValue": false }
              },
              "retired": {
                "new-checkout": "2026-11-23"
              }
            }

            """, File.ReadAllText(this.tool.PathOf("flags.json")));
        Assert.Equal("""{ "flags": {  } }""", File.ReadAllText(this.tool.PathOf("flags.Staging.json")));
    }

    [Fact]
    public void Remove_DryRun_ShowsADiffAndWritesNothing()
    {
        this.tool.With("Page.cs", Page);
        string manifest = File.ReadAllText(this.tool.PathOf("flags.json"));

        Assert.Equal(ExitCode.Fine, this.tool.Run("remove", "new-checkout", "--keep", "off", "Shop.csproj", "--dry-run", "--keep-declaration"));

        Assert.Equal(Page, File.ReadAllText(this.tool.PathOf("Page.cs")));
        Assert.Equal(manifest, File.ReadAllText(this.tool.PathOf("flags.json")));
        Assert.Equal("""
            --- Page.cs
            +++ Page.cs
            @@ -1,4 +1,4 @@
             public static class Page
             {
            -    public static string Title(Flags flags) => flags.NewCheckout ? "new" : "old";
            +    public static string Title(Flags flags) => "old";
             }

            """, this.tool.Output);
    }

    [Fact]
    public void Remove_UseThatStays_IsListedAndTheFlagStaysDeclared()
    {
        this.tool.With("Page.cs", Page + "#if MOBILE\r\nclass Mobile { bool b = new Flags().NewCheckout; }\r\n#endif\r\n");

        Assert.Equal(ExitCode.Findings, this.tool.Run("remove", "new-checkout", "--keep", "on", "Shop.csproj"));

        Assert.Contains("left       Page.cs:6: it is in code that #if leaves out in this build\n", this.tool.Error, StringComparison.Ordinal);
        Assert.Contains("\"new-checkout\": {", File.ReadAllText(this.tool.PathOf("flags.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Remove_AllStale_IsAPlanThatWritesNothing()
    {
        const string manifest = """
            {
              "flags": {
                "new-checkout": {
                  "flagType": "boolean", "defaultValue": false,
                  "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "on",
                  "metadata": { "kind": "release", "owner": "checkout", "issue": "SHOP-12", "created": "2026-08-01", "decided": "2026-10-01", "expires": "2027-01-01" }
                },
                "old-banner": {
                  "flagType": "boolean", "defaultValue": false,
                  "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off",
                  "targeting": { "if": [{ "==": [{ "var": "plan" }, "pro"] }, "on"] },
                  "metadata": { "kind": "release", "owner": "web", "created": "2026-08-01", "expires": "2026-11-22" }
                },
                "young": { "flagType": "boolean", "defaultValue": false, "metadata": { "kind": "release", "created": "2026-11-20", "expires": "2027-01-01" } }
              },
              "retired": { "gone": "2026-01-01" }
            }
            """;
        this.tool.With("flags.json", manifest).With("flags.Staging.json", """{ "flags": { "old-banner": { "state": "DISABLED" } } }""").With("Page.cs", Page);

        ExitCode code = this.tool.Run("remove", "--all-stale", "--dry-run", "Shop.csproj");

        Assert.Equal("""
            new-checkout is decided, and was decided 53 days ago, on 2026-10-01 (owner checkout, issue SHOP-12)
              --keep on: 1 of 1 uses, 0 lines fewer in 1 file
            old-banner expired 1 day ago, on 2026-11-22 (owner web)
              --keep on: 0 of 0 uses, 0 lines fewer in 0 files
              --keep off: 0 of 0 uses, 0 lines fewer in 0 files
              blocked: not everybody gets the same; decide it first, or choose what to keep
            2 stale: 1 can go now, 1 cannot. Nothing was written; dotnet flags remove KEY --keep VALUE PATH removes one.

            """, this.tool.Output);
        Assert.Equal(ExitCode.Findings, code);
        Assert.Equal(Page, File.ReadAllText(this.tool.PathOf("Page.cs")));
        Assert.Equal(manifest, File.ReadAllText(this.tool.PathOf("flags.json")));
    }

    [Fact]
    public void Remove_AllStale_SaysWhatIsInTheWay()
    {
        this.tool
            .With("flags.json", """{ "flags": { "new-checkout": { "flagType": "boolean", "defaultValue": false, "metadata": { "kind": "release", "expires": "2026-11-22" } } } }""")
            .With("Page.cs", Page + "#if MOBILE\r\nclass Mobile { bool b = new Flags().NewCheckout; }\r\n#endif\r\n");
        File.Delete(this.tool.PathOf("flags.Staging.json"));

        Assert.Equal(ExitCode.Findings, this.tool.Run("remove", "--all-stale", "--dry-run", "Shop.csproj"));

        Assert.Equal("""
            new-checkout expired 1 day ago, on 2026-11-22
              --keep off: 1 of 2 uses, 0 lines fewer in 1 file
                left Page.cs:6: it is in code that #if leaves out in this build
            1 stale: 0 can go now, 1 cannot. Nothing was written; dotnet flags remove KEY --keep VALUE PATH removes one.

            """, this.tool.Output);
    }

    [Theory]
    [InlineData("--all-stale", "Shop.csproj")]
    [InlineData("--all-stale", "--dry-run")]
    [InlineData("new-checkout", "--all-stale", "--dry-run", "Shop.csproj")]
    [InlineData("--all-stale", "--dry-run", "--keep", "on", "Shop.csproj")]
    public void Remove_AllStaleWithOtherArguments_IsRefused(params string[] arguments)
    {
        Assert.Equal(ExitCode.CouldNotRun, this.tool.Run(["remove", .. arguments]));

        Assert.Contains("dotnet flags remove --all-stale --dry-run PATH", this.tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Remove_Variant_KeepsItsValueAndRetiresTheFlag()
    {
        this.tool
            .With("flags.json", """
                {
                  "flags": {
                    "buy-button": { "flagType": "string", "choice": true, "defaultValue": "plain", "variants": { "control": "plain", "sticky": "stuck" }, "defaultVariant": "control" }
                  }
                }
                """)
            .With("Flags.cs", Flags.Replace("""
                    [FlagAnalyzers.Flag("new-checkout")]
                    public bool NewCheckout { get; set; }
                """, """
                    public enum BuyButtonVariant { Plain, Stuck }

                    [FlagAnalyzers.Flag("buy-button")]
                    public BuyButtonVariant BuyButton { get; set; }
                """, StringComparison.Ordinal))
            .With("Page.cs", """
                public static class Page
                {
                    public static string Title(Flags flags)
                    {
                        switch (flags.BuyButton)
                        {
                            case Flags.BuyButtonVariant.Stuck:
                                return "stuck";
                            default:
                                return "plain";
                        }
                    }
                }
                """);

        ExitCode code = this.tool.Run("remove", "buy-button", "--keep", "sticky", "Shop.csproj");

        Assert.True(code == ExitCode.Fine, this.tool.Error + this.tool.Output);
        Assert.Equal("""
            public static class Page
            {
                public static string Title(Flags flags)
                {
                    return "stuck";
                }
            }
            """, File.ReadAllText(this.tool.PathOf("Page.cs")));
        Assert.Contains("\"retired\"", File.ReadAllText(this.tool.PathOf("flags.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Remove_UnknownVariant_NamesTheNearestAndAll()
    {
        this.tool.With("flags.json", """{ "flags": { "theme": { "flagType": "string", "defaultValue": "light", "variants": { "light": "light", "dark": "dark" } } } }""");

        Assert.Equal(ExitCode.CouldNotRun, this.tool.Run("remove", "theme", "--keep", "drak", "Shop.csproj"));

        Assert.StartsWith("Loading Shop.csproj …\n'theme' has no variant 'drak'. --keep takes 'light' or 'dark'. Did you mean 'dark'?\n", this.tool.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("remove", "new-checkout", "--keep", "maybe", "Shop.csproj")]
    [InlineData("remove", "new-checkout", "--keep", "on", "Shop.txt")]
    [InlineData("remove", "--keep", "on")]
    [InlineData("remove", "new-checkout", "Shop.csproj")]
    public void Remove_WrongArguments_DoesNothing(params string[] arguments)
    {
        Assert.Equal(ExitCode.CouldNotRun, this.tool.Run(arguments));

        Assert.EndsWith("See dotnet flags remove --help.\n", this.tool.Error, StringComparison.Ordinal);
    }
}
