namespace FlagAnalyzers.Package;

/// <summary>The installed tool takes a flag out of projects that use the package, whose accessors only the generator knows.</summary>
[Collection(PackageCollection.Name)]
public sealed class RemovalTests(PackedPackage package)
{
    private const string Library = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <RootNamespace>Shop</RootNamespace>
          </PropertyGroup>
          <ItemGroup>
            $package$
          </ItemGroup>
        </Project>
        """;

    private const string App = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="../Lib/Lib.csproj" />
          </ItemGroup>
        </Project>
        """;

    private const string Solution = """
        <Solution>
          <Project Path="Lib/Lib.csproj" />
          <Project Path="App/App.csproj" />
        </Solution>
        """;

    [Fact]
    public void Remove_SolutionOfTwoProjects_EditsBothAndRetiresTheFlag()
    {
        ConsumerSolution solution = this.CreateSolution();
        string tool = this.Install(solution);

        DotnetResult removed = solution.StartWith(tool, "remove", "new-checkout", "--keep", "on", "Shop.slnx");

        Assert.True(removed.ExitCode == 0, removed.Output);
        Assert.Contains("4 of 4 uses removed", removed.Output, StringComparison.Ordinal);
        Assert.Equal("""
            namespace Shop;

            public static class Title
            {
                public static string Of(Flags flags) => "new";
            }
            """, File.ReadAllText(solution.PathOf("Lib/Title.cs")));
        Assert.Equal("""
            using Shop;

            Flags flags = Flags.For(new FlagContext("ann"));
            Console.WriteLine(Title.Of(flags));
            Console.WriteLine("yes");
            Console.WriteLine("plain");
            """, File.ReadAllText(solution.PathOf("App/Program.cs")));
        Assert.DoesNotContain("\"defaultValue\": true", File.ReadAllText(solution.PathOf("Lib/flags.json")), StringComparison.Ordinal);
        Assert.Contains("\"retired\"", File.ReadAllText(solution.PathOf("Lib/flags.json")), StringComparison.Ordinal);
        Assert.EndsWith("new\nyes\nplain\n", solution.RunProgram("App"), StringComparison.Ordinal);
    }

    [Fact]
    public void Remove_CodeThatIsNotRestored_LeavesTheFlag()
    {
        ConsumerSolution solution = this.CreateSolution().Write("Lib/Lib.csproj", Library.Replace("$package$", string.Empty, StringComparison.Ordinal));
        string tool = this.Install(solution);
        string manifest = File.ReadAllText(solution.PathOf("Lib/flags.json"));

        DotnetResult removed = solution.StartWith(tool, "remove", "new-checkout", "--keep", "on", "Lib/Lib.csproj");

        Assert.NotEqual(0, removed.ExitCode);
        Assert.Contains("Lib/Title.cs:5: what it belongs to could not be resolved", removed.Output, StringComparison.Ordinal);
        Assert.Equal(manifest, File.ReadAllText(solution.PathOf("Lib/flags.json")));
    }

    private ConsumerSolution CreateSolution() => package.CreateSolution()
        .Write("Shop.slnx", Solution)
        .Write("Lib/Lib.csproj", Library)
        .Write("Lib/flags.json", """
            {
              "flags": {
                "new-checkout": { "flagType": "boolean", "defaultValue": true },
                "old-banner": { "flagType": "boolean", "defaultValue": false }
              }
            }
            """)
        .Write("Lib/Title.cs", """
            namespace Shop;

            public static class Title
            {
                public static string Of(Flags flags) => flags.NewCheckout ? "new" : "old";
            }
            """)
        .Write("App/App.csproj", App)
        .Write("App/Program.cs", """
            using Shop;

            Flags flags = Flags.For(new FlagContext("ann"));
            Console.WriteLine(Title.Of(flags));
            Console.WriteLine(flags.NewCheckout && flags.Evaluate<bool>(Flags.Keys.NewCheckout).Value ? "yes" : "no");
            Console.WriteLine(!flags.Evaluate<bool>("new-checkout").Value ? "fancy" : "plain");
            """);

    /// <summary>Installs the tool beside a solution that is restored; its executable.</summary>
    private string Install(ConsumerSolution solution)
    {
        DotnetResult restored = solution.Run("restore", "App");
        Assert.True(restored.ExitCode == 0, restored.Output);
        DotnetResult installed = solution.Run("tool", "install", "FlagAnalyzers.Tool", "--version", package.Version, "--tool-path", "tools", "--add-source", package.Feed);
        Assert.True(installed.ExitCode == 0, installed.Output);
        return OperatingSystem.IsWindows() ? "tools/dotnet-flags.exe" : "tools/dotnet-flags";
    }
}
