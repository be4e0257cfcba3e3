using FlagAnalyzers.Generators.Tests.Generation.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Generation;

/// <summary>FLAG0001 and FLAG0002: what was found, where, what was expected.</summary>
public sealed class DiagnosticTests
{
    private const string Manifest = """{ "flags": { "dark-mode": { "flagType": "boolean", "defaultValue": true } } }""";

    [Fact]
    public void Run_BrokenFlag_ReportsItsPlaceAndEmitsTheOthers()
    {
        const string Broken = """
            {
              "flags": {
                "first": { "flagType": "boolean", "defaultValue": tru },
                "second": { "flagType": "boolean", "defaultValue": true }
              }
            }
            """;

        GeneratorOutcome outcome = GeneratorHarness.Run(Broken);

        Diagnostic diagnostic = Assert.Single(outcome.Diagnostics);
        Assert.Equal("FLAG0001", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        Assert.Equal(GeneratorInput.ManifestPath, place.Path);
        Assert.Equal((2, 54), (place.StartLinePosition.Line, place.StartLinePosition.Character));
        Assert.Contains("public bool Second\n", outcome.Source, StringComparison.Ordinal);
        outcome.Compile();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{ \"flags\": {")]
    [InlineData("no json at all")]
    public void Run_NoManifest_StillEmitsTheClass(string text)
    {
        GeneratorOutcome outcome = GeneratorHarness.Run(text);

        Assert.All(outcome.Diagnostics, static diagnostic => Assert.Equal("FLAG0001", diagnostic.Id));
        outcome.Compile();
    }

    [Fact]
    public void Run_CSharp73_NamesTheVersionAndEmitsNothing()
    {
        GeneratorOutcome outcome = GeneratorHarness.Run(new GeneratorInput(Manifest).ForNetStandard().As(LanguageVersion.CSharp7_3));

        AssertRefused(outcome, "The code generated from the manifest needs C# 8 or newer, and this project is compiled as C# 7.3. Set the property LangVersion to 8.0 or newer.");
    }

    [Fact]
    public void Run_WithoutRuntime_NamesTheAssemblyAndEmitsNothing()
    {
        GeneratorOutcome outcome = GeneratorHarness.Run(new GeneratorInput(Manifest) { References = CompilationReferences.Net100 });

        AssertRefused(outcome, "The code generated from the manifest calls the assembly FlagAnalyzers, which this project does not reference. Reference the package FlagAnalyzers without excluding its compile assets.");
    }

    [Fact]
    public void Run_RuntimeAsProjectOfTheSolution_Emits()
    {
        MetadataReference project = CSharpCompilation.Create("FlagAnalyzers").ToMetadataReference();

        Assert.NotNull(GeneratorHarness.Run(new GeneratorInput(Manifest) { References = [.. CompilationReferences.Net100, project] }).Source);
    }

    [Theory]
    [InlineData("FlagsClassName", "my flags", "The property FlagsClassName is 'my flags', which cannot name a C# class. Expected an identifier that is no keyword, such as 'Flags'.")]
    [InlineData("FlagsClassName", "class", "The property FlagsClassName is 'class', which cannot name a C# class. Expected an identifier that is no keyword, such as 'Flags'.")]
    [InlineData("FlagsClassName", "record", "The property FlagsClassName is 'record', which cannot name a C# class. Expected an identifier that is no keyword, such as 'Flags'.")]
    [InlineData("FlagsClassName", "FlagContext", "The property FlagsClassName is 'FlagContext', which is the name of a type or member that is generated too. Expected another name, such as 'Flags'.")]
    [InlineData("FlagsClassName", "Values", "The property FlagsClassName is 'Values', which is the name of a type or member that is generated too. Expected another name, such as 'Flags'.")]
    [InlineData("FlagsNamespace", "Shop.2nd", "The property FlagsNamespace is 'Shop.2nd', which is no C# namespace. Expected identifiers joined by dots, such as 'Shop.Features'.")]
    [InlineData("FlagsNamespace", "Shop..Web", "The property FlagsNamespace is 'Shop..Web', which is no C# namespace. Expected identifiers joined by dots, such as 'Shop.Features'.")]
    [InlineData("FlagsAccessibility", "protected", "The property FlagsAccessibility is 'protected'. Expected 'public' or 'internal'.")]
    public void Run_WrongProperty_SaysWhatWasFoundAndExpected(string property, string value, string expected)
        => AssertRefused(GeneratorHarness.Run(new GeneratorInput(Manifest).With(property, value)), expected);

    [Fact]
    public void Run_ProjectWithoutManifest_IsNotAskedForAnything()
    {
        GeneratorInput input = new GeneratorInput(Manifest) { Role = null, References = [] }.With("FlagsClassName", "1").As(LanguageVersion.CSharp5);

        Assert.Empty(GeneratorHarness.Run(input).Diagnostics);
    }

    [Fact]
    public void Run_Refused_StillReportsTheFile()
    {
        GeneratorOutcome outcome = GeneratorHarness.Run(new GeneratorInput(Manifest + "!").With("FlagsClassName", "1"));

        Assert.Equal(["FLAG0001", "FLAG0002"], outcome.Diagnostics.Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
        Assert.Null(outcome.Source);
    }

    [Fact]
    public void Run_Refused_LinksToThePageOfTheRule()
    {
        GeneratorOutcome outcome = GeneratorHarness.Run(new GeneratorInput(Manifest).With("FlagsClassName", "1"));

        Assert.Equal(
            "https://github.com/flaganalyzers/flaganalyzers/blob/main/src/FlagAnalyzers.Generators/Rules/docs/FLAG0002.md",
            Assert.Single(outcome.Diagnostics).Descriptor.HelpLinkUri);
    }

    private static void AssertRefused(GeneratorOutcome outcome, string message)
    {
        Diagnostic diagnostic = Assert.Single(outcome.Diagnostics);
        Assert.Equal("FLAG0002", diagnostic.Id);
        Assert.Equal(Location.None, diagnostic.Location);
        Assert.Equal(message, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(outcome.Source);
    }
}
