namespace FlagAnalyzers.Package;

/// <summary>Programs that read their flags through another SDK, by string: they add the package and a flags.json, and change no code.</summary>
[Collection(PackageCollection.Name)]
public sealed class AdoptionTests(PackedPackage package)
{
    private const string Manifest = """
        {
          "flags": {
            "dark-mode": { "flagType": "boolean", "defaultValue": false }
          }
        }
        """;

    private const string Toggles = """
        namespace Company;

        public static class Toggles
        {
            public static bool IsOn(string toggleName) => toggleName.Length > 0;
        }
        """;

    private const string Reader = """
        using Microsoft.FeatureManagement;

        public class Reader(IFeatureManager features)
        {
            public Task<bool> Right() => features.IsEnabledAsync("Dark-Mode");
            public Task<bool> Wrong() => features.IsEnabledAsync("dark-mood");
            public bool Own() => Company.Toggles.IsOn("dark-mood");
        }
        """;

    private static readonly string[] Findings =
    [
        "App/Reader.cs(6,58): warning FLAG2001 Flag 'dark-mood' is not declared in flags.json; did you mean 'dark-mode'?",
        "App/Reader.cs(7,47): warning FLAG2001 Flag 'dark-mood' is not declared in flags.json; did you mean 'dark-mode'?",
    ];

    [Theory]
    [InlineData("true", "True\n")]
    [InlineData("false", "False\n")]
    public void Build_FeatureManagementByString_IsAnalysedWithGenerationOnAndOff(string generate, string hasFlags)
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("App/App.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <Nullable>enable</Nullable>
                    <FlagsGenerate>{generate}</FlagsGenerate>
                  </PropertyGroup>
                  <ItemGroup>
                    $package$
                    <PackageReference Include="Microsoft.FeatureManagement" Version="4.7.0" />
                    <FlagsApi Include="Company.Toggles.IsOn(toggleName)" />
                    <FlagsApi Include="AppContext" />
                  </ItemGroup>
                </Project>
                """)
            .Write("App/flags.json", Manifest)
            .Write("App/Toggles.cs", Toggles)
            .Write("App/Reader.cs", Reader)
            .Write("App/Program.cs", "Console.WriteLine(typeof(Reader).Assembly.GetType(\"App.Flags\") is not null);");

        solution.BuildExpecting("App", Findings);
        Assert.EndsWith(hasFlags, solution.RunProgram("App"), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_RazorPages_IsReportedInThePages()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("App/App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk.Web">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <Nullable>enable</Nullable>
                  </PropertyGroup>
                  <ItemGroup>
                    $package$
                    <PackageReference Include="Microsoft.FeatureManagement.AspNetCore" Version="4.7.0" />
                  </ItemGroup>
                </Project>
                """)
            .Write("App/flags.json", Manifest.Replace("\"defaultValue\": false", "\"defaultValue\": false, \"metadata\": { \"expires\": \"2026-06-30\" }", StringComparison.Ordinal))
            .Write("App/Program.cs", "WebApplication.CreateBuilder(args).Build().Run();")
            .Write("App/Pages/_ViewImports.cshtml", "@using Microsoft.FeatureManagement\n@inject IFeatureManager Features\n@addTagHelper *, Microsoft.FeatureManagement.AspNetCore\n")
            .Write("App/Pages/Index.cshtml", """
                @page
                <feature name="Dark-Mode, dark-mood"><p>dark</p></feature>
                @if (await Features.IsEnabledAsync("dark-mood"))
                {
                    <p>@App.Flags.For(new App.FlagContext("user-1")).DarkMode</p>
                }
                """)
            .Write("App/Shared/Card.razor", """
                @if (App.Flags.For(new App.FlagContext("user-1")).Evaluate<bool>("dark-mood").Value)
                {
                    <p>dark</p>
                }
                """);

        solution.BuildExpecting(
            "App",
            [
                "App/Pages/Index.cshtml(2,16): warning FLAG3001 Flag 'dark-mode' is stale: it expired 2 days ago, on 2026-06-30",
                "App/Pages/Index.cshtml(2,27): warning FLAG2001 Flag 'dark-mood' is not declared in flags.json; did you mean 'dark-mode'?",
                "App/Pages/Index.cshtml(3,36): warning FLAG2001 Flag 'dark-mood' is not declared in flags.json; did you mean 'dark-mode'?",
                "App/Pages/Index.cshtml(5,54): warning FLAG3001 Flag 'dark-mode' is stale: it expired 2 days ago, on 2026-06-30",
                "App/Shared/Card.razor(1,66): warning FLAG2001 Flag 'dark-mood' is not declared in flags.json; did you mean 'dark-mode'?",
            ],
            "FlagsReferenceDate=2026-07-02");
    }

    /// <summary>The fix edits flags.json, which the batch fixer of Roslyn cannot do.</summary>
    [Fact]
    public void Format_UndeclaredKeys_AreDeclaredInTheManifest()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("App/App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <FlagsGenerate>false</FlagsGenerate>
                  </PropertyGroup>
                  <ItemGroup>
                    $package$
                  </ItemGroup>
                </Project>
                """)
            .Write("App/flags.json", Manifest.Replace("false }", "false }, // the first", StringComparison.Ordinal))
            .Write("App/First.cs", """class First { bool A() => Toggles.IsOn("search-v2"); bool B() => Toggles.IsOn("checkout.express"); }""")
            .Write("App/Second.cs", """class Second { bool A() => Toggles.IsOn("search-v2") || Toggles.IsOn("banner"); }""")
            .Write("App/Toggles.cs", "static class Toggles { public static bool IsOn([FlagAnalyzers.FlagKey] string key) => key.Length > 0; }");

        DotnetResult format = solution.Run("format", "analyzers", "App", "--diagnostics", "FLAG2001", "--verbosity", "normal");

        Assert.True(format.ExitCode == 0, format.Output);
        Assert.Equal(
            """
            {
              "flags": {
                "dark-mode": { "flagType": "boolean", "defaultValue": false }, // the first
                "banner": {
                  "flagType": "boolean",
                  "defaultValue": false
                },
                "checkout.express": {
                  "flagType": "boolean",
                  "defaultValue": false
                },
                "search-v2": {
                  "flagType": "boolean",
                  "defaultValue": false
                },
              }
            }
            """,
            File.ReadAllText(solution.PathOf("App/flags.json")));
    }
}
