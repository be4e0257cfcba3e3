using System.Collections.Immutable;
using FlagAnalyzers.Generators.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Generation.Harness;

/// <summary>Runs the generator. Every run is repeated after an unrelated edit, and must then have done nothing.</summary>
internal sealed class GeneratorHarness
{
    private readonly GeneratorInput input;
    private readonly ImmutableDictionary<string, string> roles;
    private GeneratorDriver driver;
    private CSharpCompilation compilation;
    private ImmutableArray<InMemoryText> files;

    private GeneratorHarness(GeneratorInput input)
    {
        this.input = input;
        this.files = [.. input.OtherFiles.Select(static file => new InMemoryText(file.Path, file.Text)), new InMemoryText(GeneratorInput.ManifestPath, input.Manifest)];
        this.roles = input.OtherFiles.Where(static file => file.Role is not null).ToImmutableDictionary(static file => file.Path, static file => file.Role!);
        this.roles = input.Role is { } role ? this.roles.Add(GeneratorInput.ManifestPath, role) : this.roles;
        this.compilation = CSharpCompilation.Create(
            "Shop",
            [CSharpSyntaxTree.ParseText(input.Source, input.ParseOptions, path: "Program.cs")],
            input.References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                warningLevel: 9999,
                generalDiagnosticOption: ReportDiagnostic.Error,
                specificDiagnosticOptions: SuppressedByEveryBuild));
        this.driver = CSharpGeneratorDriver.Create(
            [new FlagsGenerator().AsSourceGenerator()],
            [.. this.files],
            input.ParseOptions,
            new InMemoryOptions(input.Properties, this.roles),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    // The SDK does so: versions of assemblies are unified.
    private static ImmutableDictionary<string, ReportDiagnostic> SuppressedByEveryBuild { get; } = ImmutableDictionary<string, ReportDiagnostic>.Empty
        .Add("CS1701", ReportDiagnostic.Suppress)
        .Add("CS1702", ReportDiagnostic.Suppress);

    /// <summary>One run, and a second one that must change nothing.</summary>
    public static GeneratorOutcome Run(GeneratorInput input)
    {
        GeneratorHarness harness = Start(input, out GeneratorOutcome outcome);
        GeneratorOutcome again = harness.EditProgram();
        again.AssertNothingRan();
        Assert.Equal(outcome.Source, again.Source);
        HeldObjects.AssertNoneOfTheCompilation(outcome.Result);
        return outcome;
    }

    public static GeneratorOutcome Run(string manifest) => Run(new GeneratorInput(manifest));

    /// <summary>A run whose project is edited afterwards.</summary>
    public static GeneratorHarness Start(GeneratorInput input, out GeneratorOutcome outcome)
    {
        GeneratorHarness harness = new(input);
        outcome = harness.Generate();
        return harness;
    }

    /// <summary>Types something in a C# file.</summary>
    public GeneratorOutcome EditProgram()
    {
        SyntaxTree edited = CSharpSyntaxTree.ParseText(this.input.Source + "\n// edited", this.input.ParseOptions, path: "Program.cs");
        this.compilation = this.compilation.ReplaceSyntaxTree(this.compilation.SyntaxTrees[0], edited);
        return this.Generate();
    }

    /// <summary>Saves flags.json.</summary>
    public GeneratorOutcome EditManifest(string text) => this.EditFile(GeneratorInput.ManifestPath, text);

    /// <summary>Saves an additional file.</summary>
    public GeneratorOutcome EditFile(string path, string text)
    {
        InMemoryText before = this.files.Single(file => file.Path == path);
        InMemoryText edited = new(path, text);
        this.driver = this.driver.ReplaceAdditionalText(before, edited);
        this.files = this.files.Replace(before, edited);
        return this.Generate();
    }

    /// <summary>Adds an additional file of somebody else.</summary>
    public GeneratorOutcome AddFile(string path, string text)
    {
        this.driver = this.driver.AddAdditionalTexts([new InMemoryText(path, text)]);
        return this.Generate();
    }

    /// <summary>Replaces the properties, as a project file that was saved does.</summary>
    public GeneratorOutcome SetProperty(string name, string value)
    {
        this.driver = this.driver.WithUpdatedAnalyzerConfigOptions(new InMemoryOptions(this.input.Properties.SetItem(name, value), this.roles));
        return this.Generate();
    }

    private GeneratorOutcome Generate()
    {
        this.driver = this.driver.RunGenerators(this.compilation);
        GeneratorRunResult result = this.driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return new GeneratorOutcome(result, this.compilation, this.input.ParseOptions);
    }
}
