namespace FlagAnalyzers.Package;

[Collection(PackageCollection.Name)]
public sealed class ConsoleAppTests(PackedPackage package)
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <RootNamespace>Shop</RootNamespace>
          </PropertyGroup>
          <ItemGroup>
            $package$
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
              "metadata": { "owner": "shop", "issue": "SHOP-1", "created": "2026-01-01", "expires": "2026-11-01" }
            }
          }
        }
        """;

    private const string Program = """
        using Shop;

        Flags flags = Flags.For(new FlagContext("user-1") { Plan = "pro" });
        Console.WriteLine(flags.NewCheckout ? "new" : "old");
        Console.WriteLine(flags.Evaluate<bool>(Flags.Keys.NewCheckout).Reason);
        Console.WriteLine(Flags.For(new FlagContext()).NewCheckout ? "new" : "old");
        """;

    [Fact]
    public void Run_FlagsJsonBesideTheProject_IsTyped()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("App/App.csproj", Project).Write("App/flags.json", Manifest).Write("App/Program.cs", Program);

        solution.BuildExpecting("App", [], "FlagsReferenceDate=2026-10-01");
        Assert.EndsWith("new\nTARGETING_MATCH\nold\n", solution.RunProgram("App"), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_EveryMistake_IsReportedInItsPlace()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("App/App.csproj", Project)
            .Write("App/flags.json", Manifest.Replace("\"on\", null", "\"onn\", null", StringComparison.Ordinal).Replace("\"defaultValue\": false,", "", StringComparison.Ordinal))
            .Write("App/Program.cs", """
                using Shop;

                Flags flags = Flags.For(new FlagContext("user-1") { Plan = "pro" });
                Console.WriteLine(flags.NewChekout);
                Console.WriteLine(flags.NewCheckout);
                Console.WriteLine(flags.Evaluate<bool>("new-chekout").Value);
                """);

        solution.BuildExpecting(
            "App",
            [
                "App/flags.json(4,5): warning FLAG1001 The flag 'new-checkout' has no \"defaultValue\", the value that code gets when the flag cannot be evaluated.",
                "App/flags.json(10,67): error FLAG1003 The flag has no variant 'onn'. Its variants are 'on' or 'off'. Did you mean 'on'?",
                "App/Program.cs(4,25): error CS1061 'Flags' does not contain a definition for 'NewChekout' and no accessible extension method 'NewChekout' accepting a first argument of type 'Flags' could be found (are you missing a using directive or an assembly reference?)",
                "App/Program.cs(5,25): warning FLAG3001 Flag 'new-checkout' is stale: it expired 22 days ago, on 2026-11-01 (owner shop, issue SHOP-1)",
                "App/Program.cs(6,40): warning FLAG2001 Flag 'new-chekout' is not declared in flags.json; did you mean 'new-checkout'?",
            ],
            "FlagsReferenceDate=2026-11-23");
    }

    [Fact]
    public void Build_BrokenJson_IsReportedAndTheOtherFlagsStay()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("App/App.csproj", Project)
            .Write("App/flags.json", """
                {
                  "flags": {
                    "half": { "flagType": "boolean", "defaultValue": },
                    "whole": { "flagType": "integer", "defaultValue": 3 }
                  }
                }
                """)
            .Write("App/Program.cs", "Console.WriteLine(Shop.Flags.For(new Shop.FlagContext()).Whole);");

        solution.BuildExpecting("App", ["App/flags.json(3,53): error FLAG0001 Expected a value for \"defaultValue\", found '}'."]);
    }

    [Fact]
    public void Build_StaleFlag_BreaksOnlyWhenToldTo()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("App/App.csproj", Project).Write("App/flags.json", Manifest)
            .Write("App/Program.cs", "Console.WriteLine(Shop.Flags.For(new Shop.FlagContext()).NewCheckout);");
        const string Stale = "FLAG3001 Flag 'new-checkout' is stale: it expired 1 day ago, on 2026-11-01 (owner shop, issue SHOP-1)";

        solution.BuildExpecting("App", [$"App/Program.cs(1,58): warning {Stale}"], "FlagsReferenceDate=2026-11-02");
        solution.BuildExpecting("App", [$"App/Program.cs(1,58): error {Stale}"], "FlagsReferenceDate=2026-11-02", "WarningsAsErrors=FLAG3001");
        solution.BuildExpecting("App", [], "FlagsReferenceDate=2026-11-01", "WarningsAsErrors=FLAG3001");
    }

    [Fact]
    public void Build_WarningsAsErrors_FindNothingInGeneratedCode()
    {
        string strict = Project.Replace("<Nullable>", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><AnalysisMode>All</AnalysisMode><GenerateDocumentationFile>true</GenerateDocumentationFile><Nullable>", StringComparison.Ordinal);
        ConsumerSolution solution = package.CreateSolution()
            .Write("App/App.csproj", strict)
            .Write("App/flags.json", File.ReadAllText(Path.Combine(PackedPackage.RepositoryRoot, "flags.json")))
            .Write("App/Program.cs", "System.Console.WriteLine(Shop.Flags.For(new Shop.FlagContext(\"user-1\")).EvaluateAll().Count);");

        solution.BuildExpecting("App", [], "FlagsReferenceDate=2026-11-23");

        solution.Write("App/flags.json", """{ "flags": { "a": { "flagType": "boolean" } } }""");
        solution.BuildExpecting("App", ["App/flags.json(1,14): error FLAG1001 The flag 'a' has no \"defaultValue\", the value that code gets when the flag cannot be evaluated."]);
    }

    [Fact]
    public void Build_GlobalConfigAndNoWarn_SetTheSeverityOfManifestRules()
    {
        ConsumerSolution solution = package.CreateSolution()
            .Write("App/App.csproj", Project)
            .Write("App/flags.json", """{ "flags": { "a": { "flagType": "boolean" } } }""")
            .Write("App/Program.cs", "Console.WriteLine(Shop.Flags.For(new Shop.FlagContext()).A);");
        const string Message = "FLAG1001 The flag 'a' has no \"defaultValue\", the value that code gets when the flag cannot be evaluated.";

        solution.BuildExpecting("App", [$"App/flags.json(1,14): warning {Message}"]);
        solution.BuildExpecting("App", [], "NoWarn=FLAG1001");
        solution.Write("App/.globalconfig", "is_global = true\ndotnet_diagnostic.FLAG1001.severity = error\n");
        solution.BuildExpecting("App", [$"App/flags.json(1,14): error {Message}"]);
    }
}
