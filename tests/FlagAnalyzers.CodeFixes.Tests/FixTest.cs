using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace FlagAnalyzers.CodeFixes.Tests;

/// <summary>Applies one fix, singly and to all, in a project that owns <see cref="Shop.Manifest"/> unless a test says otherwise.</summary>
internal sealed class FixTest<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <param name="source">Marked-up code.</param>
    /// <param name="fixedSource">The code afterwards; the same code when the fix is not offered, or changes flags.json only.</param>
    /// <param name="manifest">The text of flags.json, or null for a project without.</param>
    /// <param name="fixedManifest">Its text afterwards, when the fix changes it.</param>
    /// <param name="role">The metadata <c>FlagsRole</c> of flags.json.</param>
    /// <param name="withGeneratedFlags">Whether the project has the generated class.</param>
    public FixTest(string source, string fixedSource, string? manifest = Shop.Manifest, string? fixedManifest = null, string role = "Manifest", bool withGeneratedFlags = true)
    {
        this.TestState.Sources.Add(("/shop/Code.cs", source));
        this.FixedState.Sources.Add(("/shop/Code.cs", fixedSource));
        if (withGeneratedFlags)
        {
            this.TestState.Sources.Add(("/shop/Flags.g.cs", Shop.GeneratedFlags));
            this.FixedState.Sources.Add(("/shop/Flags.g.cs", Shop.GeneratedFlags));
        }

        this.UseFlags(manifest, role);
        if (fixedManifest is not null)
        {
            this.FixedState.AdditionalFiles.Add((RuleTestSetup.ManifestPath, fixedManifest));
        }
    }
}
