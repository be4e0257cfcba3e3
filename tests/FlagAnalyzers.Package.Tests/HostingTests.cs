using System.IO.Compression;
using System.Xml.Linq;

namespace FlagAnalyzers.Package;

/// <summary>Projects that have the package for hosts, and nothing else of ours.</summary>
[Collection(PackageCollection.Name)]
public sealed class HostingTests(PackedPackage package)
{
    private const string WebProject = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <RootNamespace>Shop</RootNamespace>
          </PropertyGroup>
          <ItemGroup>
            $hosting$
          </ItemGroup>
        </Project>
        """;

    private const string Manifest = """
        {
          "context": { "plan": "string" },
          "flags": {
            "new-checkout": {
              "flagType": "boolean",
              "defaultValue": false,
              "state": "ENABLED",
              "variants": { "on": true, "off": false },
              "defaultVariant": "off",
              "targeting": { "if": [{ "==": [{ "var": "plan" }, "pro"] }, "on", null] },
              "metadata": { "owner": "shop", "created": "2026-01-01", "expires": "2026-11-01" }
            }
          }
        }
        """;

    [Fact]
    public void WebProject_OnlyThePackageForHosts_HasFlagsAnalyzersAndAddFlags()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("Web/Web.csproj", WebProject)
            .Write("Web/flags.json", Manifest)
            .Write("Web/flags.Staging.json", """{ "flags": { "new-checkout": { "targeting": {}, "defaultVariant": "on" } } }""")
            .Write("Web/Program.cs", """
                using Shop;

                WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
                builder.Logging.ClearProviders();
                builder.Services.AddFlags(options => options.Context = _ => new FlagContext { Plan = "free" });
                using WebApplication app = builder.Build();
                using IServiceScope scope = app.Services.CreateScope();
                Flags flags = scope.ServiceProvider.GetRequiredService<Flags>();
                Console.WriteLine($"{builder.Environment.EnvironmentName}: {flags.NewCheckout}");
                Console.WriteLine(flags.Evaluate<bool>("new-chekout").ErrorCode);
                """);

        solution.BuildExpecting(
            "Web",
            [
                "Web/Program.cs(9,67): warning FLAG3001 Flag 'new-checkout' is stale: it expired 1 day ago, on 2026-11-01 (owner shop)",
                "Web/Program.cs(10,40): warning FLAG2001 Flag 'new-chekout' is not declared in flags.json; did you mean 'new-checkout'?",
            ],
            "FlagsReferenceDate=2026-11-02");
        Assert.Equal("Production: False\nFLAG_NOT_FOUND\n", Run(solution, "Production"));
        Assert.Equal("Staging: True\nFLAG_NOT_FOUND\n", Run(solution, "Staging"));
        Assert.Equal("Production: True\nFLAG_NOT_FOUND\n", Run(solution, "Production", "--Flags:new-checkout=on"));
    }

    [Fact]
    public void WebProject_LibraryThatOwnsTheFlags_AddsThemOnce()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("Core/Core.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>netstandard2.0</TargetFramework>
                    <LangVersion>8.0</LangVersion>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                  </PropertyGroup>
                  <ItemGroup>
                    $hosting$
                  </ItemGroup>
                </Project>
                """)
            .Write("Core/flags.json", """{ "flags": { "limit": { "flagType": "integer", "defaultValue": 5 } } }""")
            .Write("Web/Web.csproj", WebProject.Replace("$hosting$", "<ProjectReference Include=\"../Core/Core.csproj\" />", StringComparison.Ordinal))
            .Write("Web/Program.cs", """
                using Core;

                WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
                builder.Services.AddFlags();
                using WebApplication app = builder.Build();
                using IServiceScope scope = app.Services.CreateScope();
                Console.WriteLine(scope.ServiceProvider.GetRequiredService<Flags>().Limit);
                Console.WriteLine(typeof(Program).Assembly.GetTypes().Count(type => type.Name.StartsWith("Flags", StringComparison.Ordinal)));
                """);

        solution.BuildExpecting("Web", []);
        Assert.Equal("5\n0\n", Run(solution, "Production"));
    }

    [Fact]
    public void Package_Files_AreTheLibraryAndTheProperty()
    {
        using ZipArchive archive = this.Open();

        Assert.Equal(
            [
                "README.md",
                "buildTransitive/FlagAnalyzers.Hosting.props",
                "lib/net8.0/FlagAnalyzers.Hosting.dll",
                "lib/net8.0/FlagAnalyzers.Hosting.xml",
                "lib/netstandard2.0/FlagAnalyzers.Hosting.dll",
                "lib/netstandard2.0/FlagAnalyzers.Hosting.xml",
            ],
            archive.Entries.Select(entry => entry.FullName)
                .Where(name => name.StartsWith("lib/", StringComparison.Ordinal) || name.StartsWith("build", StringComparison.Ordinal) || name.EndsWith(".md", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Package_Dependencies_BringAllOfThePackageAndTheOldestAbstractions()
    {
        using ZipArchive archive = this.Open();
        using Stream stream = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();

        foreach (XElement group in XDocument.Load(stream).Descendants().Where(element => element.Name.LocalName == "group"))
        {
            Dictionary<string, XElement> dependencies = group.Elements().ToDictionary(dependency => dependency.Attribute("id")!.Value);
            Assert.Equal(
                [
                    "FlagAnalyzers",
                    "Microsoft.Extensions.Configuration.Abstractions",
                    "Microsoft.Extensions.DependencyInjection.Abstractions",
                    "Microsoft.Extensions.Hosting.Abstractions",
                    "Microsoft.Extensions.Logging.Abstractions",
                    "Microsoft.Extensions.Options",
                ],
                dependencies.Keys.Where(id => id.StartsWith("FlagAnalyzers", StringComparison.Ordinal) || id.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            Assert.All(
                dependencies.Where(dependency => dependency.Key.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)),
                dependency => Assert.StartsWith("8.0.", dependency.Value.Attribute("version")!.Value, StringComparison.Ordinal));
            Assert.Equal(package.Version, dependencies["FlagAnalyzers"].Attribute("version")!.Value);
            Assert.Equal("All", dependencies["FlagAnalyzers"].Attribute("include")?.Value);
            Assert.Null(dependencies["FlagAnalyzers"].Attribute("exclude"));
        }
    }

    private static string Run(ConsumerSolution solution, string environment, params string[] arguments)
    {
        DotnetResult run = solution.Run("exec", solution.PathOf("Web/bin/Debug/net10.0/Web.dll"), ["--environment", environment, .. arguments]);
        Assert.True(run.ExitCode == 0, run.Output);
        return run.Output;
    }

    private ZipArchive Open() => ZipFile.OpenRead(Path.Combine(package.Feed, $"FlagAnalyzers.Hosting.{package.Version}.nupkg"));
}
