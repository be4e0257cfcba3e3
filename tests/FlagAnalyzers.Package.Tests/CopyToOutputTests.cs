namespace FlagAnalyzers.Package;

/// <summary>flags.json and its overlays lie beside the program that owns them, and nowhere else.</summary>
[Collection(PackageCollection.Name)]
public sealed class CopyToOutputTests(PackedPackage package)
{
    private const string Manifest = """
        {
          "flags": {
            "dark-mode": { "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off" }
          }
        }
        """;

    private const string Overlay = """{ "flags": { "dark-mode": { "defaultVariant": "on" } } }""";

    private const string ConsoleProgram = "System.Console.WriteLine(System.IO.File.ReadAllText(System.IO.Path.Combine(System.AppContext.BaseDirectory, \"flags.json\")).Contains(\"dark-mode\"));";

    [Fact]
    public void Build_Program_HasItsFlagsBesideIt()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("App/App.csproj", Program(""))
            .Write("App/Program.cs", ConsoleProgram)
            .Write("App/flags.json", Manifest)
            .Write("App/flags.Staging.json", Overlay)
            .Write("App/flags.eu.Production.json", Overlay)
            .Write("App/flags.schema.json", "{}");

        solution.BuildExpecting("App", []);

        Assert.Equal(["flags.Staging.json", "flags.eu.Production.json", "flags.json"], FlagFiles(solution, "App/bin/Debug/net10.0"));

        // What an operator changed beside the program stays until the source is newer; what is taken away at the source goes.
        string copy = solution.PathOf("App/bin/Debug/net10.0/flags.json");
        File.WriteAllText(copy, "{}");
        File.SetLastWriteTimeUtc(copy, DateTime.UtcNow.AddMinutes(1));
        File.Delete(solution.PathOf("App/flags.eu.Production.json"));
        Succeed(solution.Run("build", "App", "-nologo"));

        Assert.Equal("{}", File.ReadAllText(copy));
        Assert.Equal(["flags.Staging.json", "flags.json"], FlagFiles(solution, "App/bin/Debug/net10.0"));

        File.SetLastWriteTimeUtc(solution.PathOf("App/flags.json"), DateTime.UtcNow.AddMinutes(2));
        Succeed(solution.Run("build", "App", "-nologo"));

        Assert.Equal(Manifest, File.ReadAllText(copy));
        Succeed(solution.Run("clean", "App", "-nologo"));
        Assert.Empty(FlagFiles(solution, "App/bin/Debug/net10.0"));
    }

    [Fact]
    public void Publish_FolderAndSingleFile_HaveTheFlagsAsLooseFiles()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("config/features.json", Manifest)
            .Write("config/features.Staging.json", Overlay)
            .Write("config/flags.Other.json", Overlay)
            .Write("App/App.csproj", Program("<FlagsFile>../config/features.json</FlagsFile><SelfContained>false</SelfContained>"))
            .Write("App/Program.cs", ConsoleProgram);

        Succeed(solution.Run("publish", "App", "-o", "out", "-nologo"));
        Succeed(solution.Run("publish", "App", "-o", "single", "-nologo", "--use-current-runtime", "-p:PublishSingleFile=true"));

        Assert.Equal(["flags.Staging.json", "flags.json"], FlagFiles(solution, "App/bin/Release/net10.0"));
        Assert.Equal(["flags.Staging.json", "flags.json"], FlagFiles(solution, "out"));
        Assert.Equal(["flags.Staging.json", "flags.json"], FlagFiles(solution, "single"));
        Assert.False(File.Exists(solution.PathOf("single/App.dll")));
        Assert.Equal("True\n", solution.Start("single/App").Output);
    }

    [Fact]
    public void Publish_WebProjectThatRefersToAnother_HasItsOwnFlagsOnly()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("Web/Web.csproj", Web("""<ProjectReference Include="../Admin/Admin.csproj" />"""))
            .Write("Web/Program.cs", "Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build();")
            .Write("Web/flags.json", Manifest)
            .Write("Web/flags.Staging.json", Overlay)
            .Write("Admin/Admin.csproj", Web(""))
            .Write("Admin/Program.cs", "Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build();")
            .Write("Admin/flags.json", Manifest.Replace("dark-mode", "light-mode", StringComparison.Ordinal))
            .Write("Admin/flags.Production.json", """{ "flags": {} }""");

        Succeed(solution.Run("publish", "Web", "-o", "out", "-nologo"));

        Assert.Equal(["flags.Staging.json", "flags.json"], FlagFiles(solution, "Web/bin/Release/net10.0"));
        Assert.Equal(["flags.Staging.json", "flags.json"], FlagFiles(solution, "out"));
        Assert.Equal(Manifest, File.ReadAllText(solution.PathOf("out/flags.json")));
        Assert.Equal(["flags.Production.json", "flags.json"], FlagFiles(solution, "Admin/bin/Release/net10.0"));
    }

    [Fact]
    public void Build_TestsOfAProgram_HaveTheirOwnFlagsOrNone()
    {
        const string Reference = """<ItemGroup><ProjectReference Include="../App/App.csproj" /></ItemGroup>""";
        ConsumerSolution solution = package.CreateSolution()
            .Write("App/App.csproj", Program(""))
            .Write("App/Program.cs", ConsoleProgram)
            .Write("App/flags.json", Manifest)
            .Write("App/flags.Staging.json", Overlay)
            .Write("OwnTests/OwnTests.csproj", Program("").Replace("</Project>", Reference + "</Project>", StringComparison.Ordinal))
            .Write("OwnTests/Program.cs", ConsoleProgram)
            .Write("OwnTests/flags.json", Manifest.Replace("dark-mode", "other-mode", StringComparison.Ordinal))
            .Write("AppTests/AppTests.csproj", Program("").Replace("</Project>", Reference + "</Project>", StringComparison.Ordinal))
            .Write("AppTests/Program.cs", ConsoleProgram);

        solution.BuildExpecting("OwnTests", []);
        solution.BuildExpecting("AppTests", []);

        Assert.Equal(["flags.json"], FlagFiles(solution, "OwnTests/bin/Debug/net10.0"));
        Assert.Contains("other-mode", File.ReadAllText(solution.PathOf("OwnTests/bin/Debug/net10.0/flags.json")), StringComparison.Ordinal);
        Assert.Empty(FlagFiles(solution, "AppTests/bin/Debug/net10.0"));
    }

    [Fact]
    public void Publish_LibraryOrSwitchedOff_CopiesNothing()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("App/App.csproj", Program("").Replace("</Project>", """<ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup></Project>""", StringComparison.Ordinal))
            .Write("App/Program.cs", "System.Console.WriteLine(Lib.Flags.For(new Lib.FlagContext()).DarkMode);")
            .Write("App/flags.json", Manifest)
            .Write("Lib/Lib.csproj", Program("").Replace("<OutputType>Exe</OutputType>", "", StringComparison.Ordinal))
            .Write("Lib/flags.json", Manifest)
            .Write("Lib/flags.Staging.json", Overlay);

        Succeed(solution.Run("publish", "App", "-o", "out", "-nologo"));
        Succeed(solution.Run("publish", "App", "-o", "off", "-nologo", "-p:FlagsCopyToOutput=false"));

        Assert.Empty(FlagFiles(solution, "Lib/bin/Release/net10.0"));
        Assert.Equal(["flags.json"], FlagFiles(solution, "out"));
        Assert.Empty(FlagFiles(solution, "off"));
    }

    private static string Program(string properties) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            $package$
          </ItemGroup>
        </Project>
        """;

    private static string Web(string reference) => $"""
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            $package$
            {reference}
          </ItemGroup>
        </Project>
        """;

    private static string[] FlagFiles(ConsumerSolution solution, string folder) =>
        Directory.Exists(solution.PathOf(folder))
            ? [.. Directory.GetFiles(solution.PathOf(folder), "f*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)]
            : [];

    private static void Succeed(DotnetResult result) => Assert.True(result.ExitCode == 0, result.Output);
}
