namespace FlagAnalyzers.Package;

/// <summary>A library that owns flags.json, an application and a test project that depend on it: one type of flags for all.</summary>
[Collection(PackageCollection.Name)]
public sealed class SolutionTests(PackedPackage package)
{
    private const string Library = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup>
            $package$
          </ItemGroup>
        </Project>
        """;

    private const string Application = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="../Core/Core.csproj" />
          </ItemGroup>
        </Project>
        """;

    private const string Manifest = """
        {
          "flags": {
            "fast-path": { "flagType": "boolean", "defaultValue": true, "metadata": { "owner": "core", "expires": "2026-06-30" } },
            "limit": { "flagType": "integer", "defaultValue": 5 }
          }
        }
        """;

    [Fact]
    public void Build_DependentProjects_SeeOneTypeAndItsStaleFlags()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("Core/Core.csproj", Library)
            .Write("Core/flags.json", Manifest)
            .Write("App/App.csproj", Application)
            .Write("App/Program.cs", """
                using Core;

                Flags flags = Flags.For(new FlagContext("user-1"));
                Console.WriteLine(flags.FastPath);
                Console.WriteLine(flags.Evaluate<int>("limti").ErrorCode);
                Console.WriteLine(typeof(Program).Assembly.GetTypes().Count(type => type.Name == "Flags"));
                """)
            .Write("Tests/Tests.csproj", Application)
            .Write("Tests/Program.cs", """
                using Core;

                Flags flags = Flags.Fixed(new Flags.Values { FastPath = false });
                Console.WriteLine($"{flags.FastPath} {flags.Limit}");
                """);

        solution.BuildExpecting("Core", [], "FlagsReferenceDate=2026-07-02");
        solution.BuildExpecting(
            "App",
            [
                "App/Program.cs(4,25): warning FLAG3001 Flag 'fast-path' is stale: it expired 2 days ago, on 2026-06-30 (owner core)",
                "App/Program.cs(5,39): warning FLAG2001 Flag 'limti' is not declared in flags.json; did you mean 'limit'?",
            ],
            "FlagsReferenceDate=2026-07-02");
        solution.BuildExpecting("Tests", ["Tests/Program.cs(4,28): warning FLAG3001 Flag 'fast-path' is stale: it expired 2 days ago, on 2026-06-30 (owner core)"], "FlagsReferenceDate=2026-07-02");
        Assert.EndsWith("True\nFLAG_NOT_FOUND\n0\n", solution.RunProgram("App"), StringComparison.Ordinal);
        Assert.EndsWith("False 5\n", solution.RunProgram("Tests"), StringComparison.Ordinal);
    }

    [Fact]
    public void Publish_TwoManifests_BothAnswer()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("Core/Core.csproj", Library)
            .Write("Core/flags.json", Manifest)
            .Write("App/App.csproj", Application.Replace("<ProjectReference", "$package$ <ProjectReference", StringComparison.Ordinal))
            .Write("App/flags.json", """{ "flags": { "banner": { "flagType": "string", "defaultValue": "hello" } } }""")
            .Write("App/Program.cs", """
                Console.WriteLine(App.Flags.For(new App.FlagContext()).Banner);
                Console.WriteLine(Core.Flags.For(new Core.FlagContext()).Limit);
                """);

        DotnetResult publish = solution.Run("publish", "App", "-o", "out", "-nologo");

        Assert.True(publish.ExitCode == 0, publish.Output);
        DotnetResult run = solution.Run("exec", solution.PathOf("out/App.dll"));
        Assert.Equal("hello\n5\n", run.Output);
    }
}
