namespace FlagAnalyzers.Package;

/// <summary>Projects of other kinds than a console application with the newest compiler.</summary>
[Collection(PackageCollection.Name)]
public sealed class ProjectShapeTests(PackedPackage package)
{
    private const string Manifest = """
        {
          "context": { "plan": "string" },
          "flags": {
            "dark-mode": { "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off",
              "targeting": { "fractional": [["on", 10], ["off", 90]] } },
            "button": { "flagType": "string", "choice": true, "defaultValue": "red", "state": "ENABLED", "variants": { "red": "red", "green": "green" }, "defaultVariant": "green" },
            "search": { "flagType": "object", "defaultValue": { "size": 10 }, "state": "ENABLED", "variants": { "wide": { "size": 20, "tags": ["a"] } }, "defaultVariant": "wide" }
          }
        }
        """;

    [Fact]
    public void Build_NetStandardLibraryWithCSharp8_HasTypedFlagsWithoutAWarning()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("Lib/Lib.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>netstandard2.0</TargetFramework>
                    <LangVersion>8.0</LangVersion>
                    <Nullable>enable</Nullable>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                    <GenerateDocumentationFile>true</GenerateDocumentationFile>
                  </PropertyGroup>
                  <ItemGroup>
                    $package$
                  </ItemGroup>
                </Project>
                """)
            .Write("Lib/flags.json", Manifest)
            .Write("Lib/Shop.cs", """
                namespace Lib
                {
                    /// <summary>Reads flags.</summary>
                    public static class Shop
                    {
                        /// <summary>The button.</summary>
                        public static string Button(Flags flags) => flags.Button == Flags.ButtonVariant.Green && flags.DarkMode ? "green" : flags.Search!.Size.ToString();
                    }
                }
                """);

        solution.BuildExpecting("Lib", []);
    }

    [Fact]
    public void Build_CSharp7_IsFlag0002()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("Lib/Lib.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>netstandard2.0</TargetFramework>
                    <LangVersion>7.3</LangVersion>
                  </PropertyGroup>
                  <ItemGroup>
                    $package$
                  </ItemGroup>
                </Project>
                """)
            .Write("Lib/flags.json", Manifest);

        (bool succeeded, IReadOnlyList<string> diagnostics) = solution.Build("Lib");

        Assert.False(succeeded);
        string line = Assert.Single(diagnostics);
        Assert.StartsWith(": error FLAG0002 ", line[line.IndexOf(": error", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("C# 7.3", line, StringComparison.Ordinal);
        Assert.Contains("LangVersion", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_GlobalPackageReference_Works()
    {
        ConsumerSolution solution = package.CreateSolution();
        string version = solution.PackageReference.Replace("PackageReference", "GlobalPackageReference", StringComparison.Ordinal);
        solution
            .Write("Directory.Packages.props", $"<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup><ItemGroup>{version}</ItemGroup></Project>")
            .Write("Directory.Build.props", "<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>")
            .Write("App/App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup><ItemGroup><ProjectReference Include="../Plain/Plain.csproj" /></ItemGroup></Project>""")
            .Write("App/flags.json", Manifest)
            .Write("App/Program.cs", "Console.WriteLine(Plain.Text.Of(App.Flags.For(new App.FlagContext()).Search!.Size));")
            .Write("Plain/Plain.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""")
            .Write("Plain/Text.cs", "namespace Plain; public static class Text { public static string Of(int size) => $\"size {size}\"; }");

        solution.BuildExpecting("App", []);
        Assert.EndsWith("size 20\n", solution.RunProgram("App"), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_FlagsFileNamespaceClassAndAccessibility_AreHonoured()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("config/features.json", Manifest)
            .Write("App/App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <FlagsFile>../config/features.json</FlagsFile>
                    <FlagsNamespace>Acme.Toggles</FlagsNamespace>
                    <FlagsClassName>Toggles</FlagsClassName>
                    <FlagsAccessibility>internal</FlagsAccessibility>
                  </PropertyGroup>
                  <ItemGroup>
                    $package$
                  </ItemGroup>
                </Project>
                """)
            .Write("App/Program.cs", """
                var toggles = Acme.Toggles.Toggles.For(new Acme.Toggles.FlagContext("user-1"));
                System.Console.WriteLine($"{toggles.Button} {typeof(Acme.Toggles.Toggles).IsPublic}");
                """);

        Assert.EndsWith("Green False\n", solution.RunProgram("App"), StringComparison.Ordinal);
        solution.BuildExpecting(
            "App",
            [$"App/App.csproj: error FLAG0002 FlagsFile names '../config/none.json', and there is no such file ({solution.PathOf("config/none.json")}). Expected the path of a flags.json, relative to the project."],
            "FlagsFile=../config/none.json");
    }

    [Fact]
    public void Build_ManifestFoundAbove_IsUsedForAnalysisOnly()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("flags.json", Manifest)
            .Write("App/App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup>$package$</ItemGroup></Project>""")
            .Write("App/Reader.cs", """
                using FlagAnalyzers;

                public class Reader
                {
                    public bool Read([FlagKey] string key) => key.Length > 0;

                    public bool Both() => Read("dark-mode") && Read("dark-mood");
                }
                """);

        solution.BuildExpecting(
            "App",
            [
                "App/Reader.cs(7,53): warning FLAG2001 Flag 'dark-mood' is not declared in flags.json; did you mean 'dark-mode'?",
            ]);

        // Above the repository nothing is searched.
        solution.Write("App/.git/HEAD", "ref: refs/heads/main\n");
        solution.BuildExpecting("App", []);
    }
}
