namespace FlagAnalyzers.Package;

/// <summary>Overlays of environments: checked by the build, compiled in, and read beside the program.</summary>
[Collection(PackageCollection.Name)]
public sealed class OverlayTests(PackedPackage package)
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            $package$
          </ItemGroup>
        </Project>
        """;

    private const string Manifest = """
        {
          "flags": {
            "dark-mode": { "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off" }
          }
        }
        """;

    private const string Overlay = """
        {
          "flags": {
            "dark-mode": { "defaultVariant": "on" }
          }
        }
        """;

    private const string Program = "System.Console.WriteLine(App.Flags.For(new App.FlagContext()).DarkMode);";

    [Fact]
    public void Build_OverlayThatDoesNotFit_IsReportedInItsPlace()
    {
        ConsumerSolution solution = this.CreateApp().Write("App/flags.Staging.json", """
            {
              "flags": {
                "dark-mod": { "state": "DISABLED" },
                "dark-mode": { "defaultVariant": "onn" }
              }
            }
            """);

        solution.BuildExpecting(
            "App",
            [
                "App/flags.Staging.json(3,5): error FLAG1009 The manifest declares no flag 'dark-mod', so nothing differs here. Did you mean 'dark-mode'?",
                "App/flags.Staging.json(4,38): error FLAG1003 The flag has no variant 'onn'. Its variants are 'on' or 'off'. Did you mean 'on'?",
            ]);

        solution.Write("App/flags.Staging.json", """{ "flags": { "dark-mode": { "state": } } }""");
        solution.BuildExpecting("App", ["App/flags.Staging.json(1,37): error FLAG0001 Expected a value for \"state\", found '}'."]);
    }

    [Fact]
    public void Run_InAnEnvironment_FollowsItsOverlay()
    {
        ConsumerSolution solution = this.CreateApp().Write("App/flags.Staging.json", Overlay);

        Build(solution);

        Assert.Equal("True\n", Start(solution, "Staging"));
        Assert.Equal("False\n", Start(solution, "Production"));

        // The file beside the program goes before the one that was compiled in; without files that one counts.
        solution.Write("App/bin/Release/net10.0/flags.Staging.json", """{ "flags": {} }""");
        Assert.Equal("False\n", Start(solution, "Staging"));
        File.Delete(solution.PathOf("App/bin/Release/net10.0/flags.Staging.json"));
        File.Delete(solution.PathOf("App/bin/Release/net10.0/flags.json"));
        Assert.Equal("True\n", Start(solution, "Staging"));
    }

    [Fact]
    public void Build_AfterAnEditOfTheOverlay_CompilesItInAgain()
    {
        ConsumerSolution solution = this.CreateApp().Write("App/flags.Staging.json", Overlay);
        Build(solution, "-p:FlagsCopyToOutput=false");
        Assert.Equal("True\n", Start(solution, "Staging"));

        solution.Write("App/flags.Staging.json", Overlay.Replace("\"on\"", "\"off\"", StringComparison.Ordinal));
        Build(solution, "-p:FlagsCopyToOutput=false");
        Assert.Equal("False\n", Start(solution, "Staging"));

        // One that comes later is seen too.
        Assert.Equal("False\n", Start(solution, "Later"));
        solution.Write("App/flags.Later.json", Overlay);
        Build(solution, "-p:FlagsCopyToOutput=false");
        Assert.Equal("True\n", Start(solution, "Later"));
    }

    [Fact]
    public void Build_ForDevelopmentOnly_KnowsWhereTheManifestLies()
    {
        ConsumerSolution solution = this.CreateApp();

        solution.BuildExpecting("App", [], "EmitCompilerGeneratedFiles=true");
        Assert.Contains($"SourcePath = \"{solution.PathOf("App/flags.json")}\"", Generated("Debug"), StringComparison.Ordinal);

        solution.BuildExpecting("App", [], "EmitCompilerGeneratedFiles=true", "ContinuousIntegrationBuild=true");
        Assert.DoesNotContain("SourcePath", Generated("Debug"), StringComparison.Ordinal);

        solution.BuildExpecting("App", [], "EmitCompilerGeneratedFiles=true", "Configuration=Release");
        Assert.DoesNotContain("SourcePath", Generated("Release"), StringComparison.Ordinal);

        string Generated(string configuration) =>
            File.ReadAllText(solution.PathOf($"App/obj/{configuration}/net10.0/generated/FlagAnalyzers.Generators/FlagAnalyzers.Generators.Generation.FlagsGenerator/Flags.g.cs"));
    }

    private static void Build(ConsumerSolution solution, params string[] arguments)
    {
        DotnetResult result = solution.Run("build", "App", ["-c", "Release", "-nologo", .. arguments]);
        Assert.True(result.ExitCode == 0, result.Output);
    }

    private static string Start(ConsumerSolution solution, string environment) => solution.Start("App/bin/Release/net10.0/App", environment).Output;

    private ConsumerSolution CreateApp() => package.CreateSolution()
        .Write("App/App.csproj", Project)
        .Write("App/flags.json", Manifest)
        .Write("App/Program.cs", Program);
}
