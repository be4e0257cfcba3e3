using System.Collections.Immutable;
using System.Text;
using FlagAnalyzers.Generators.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Generation.Harness;

/// <summary>What a run of the generator gave.</summary>
internal sealed class GeneratorOutcome(GeneratorRunResult result, CSharpCompilation compilation, CSharpParseOptions parseOptions)
{
    // It keeps warnings and flow analysis from users; here they must be seen.
    private const string Quiet = "#nullable enable annotations\n#pragma warning disable\n";
    private const string Strict = "#nullable enable\n\n";

    public GeneratorRunResult Result => result;

    public ImmutableArray<Diagnostic> Diagnostics => result.Diagnostics;

    /// <summary>The text of Flags.g.cs, or null where nothing was emitted.</summary>
    public string? Source => result.GeneratedSources.IsEmpty ? null : result.GeneratedSources.Single().SourceText.ToString();

    /// <summary>Why a step's output is what it is; one step, one output in our pipeline.</summary>
    public IncrementalStepRunReason ReasonOf(string step) => result.TrackedSteps[step].Single().Outputs.Single().Reason;

    public void AssertNothingRan()
    {
        foreach (string step in TrackingNames.All)
        {
            Assert.Contains(this.ReasonOf(step), new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged });
        }

        foreach ((string _, ImmutableArray<IncrementalGeneratorRunStep> steps) in result.TrackedOutputSteps)
        {
            Assert.All(steps.SelectMany(static step => step.Outputs), static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
        }
    }

    /// <summary>No diagnostic of ours, and the project compiles with warnings as errors, documentation checked.</summary>
    public GeneratorOutcome AssertCompiles()
    {
        Assert.Empty(this.Diagnostics);
        this.Compile();
        return this;
    }

    /// <summary>The project as an assembly, compiled with warnings as errors.</summary>
    public byte[] Compile()
    {
        Assert.NotNull(this.Source);
        Assert.Contains(Quiet, this.Source, StringComparison.Ordinal);
        using MemoryStream image = new();
        EmitResult emitted = this.CompilationWithFlags().Emit(image);
        ImmutableArray<Diagnostic> visible = emitted.Diagnostics.RemoveAll(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Hidden);
        Assert.True(emitted.Success && visible.IsEmpty, this.Describe(visible));
        return image.ToArray();
    }

    public CSharpCompilation CompilationWithFlags()
    {
        SourceText visible = SourceText.From(this.Source!.Replace(Quiet, Strict, StringComparison.Ordinal), Encoding.UTF8);
        return compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(visible, parseOptions, path: "Flags.g.cs"));
    }

    private string Describe(ImmutableArray<Diagnostic> diagnostics)
    {
        string[] lines = this.Source!.Replace(Quiet, Strict, StringComparison.Ordinal).Split('\n');
        return string.Join("\n", diagnostics.Take(20).Select(diagnostic =>
        {
            int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
            return $"{diagnostic}\n    {(line < lines.Length ? lines[line].Trim() : "")}";
        }));
    }
}
