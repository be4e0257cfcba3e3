using FlagAnalyzers.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace FlagAnalyzers.Generators.Tests.Rules.Setup;

/// <summary>Runs one analyzer on marked-up code, in a project that owns <see cref="Shop.Manifest"/> unless a test says otherwise.</summary>
internal sealed class RuleTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public RuleTest(string source, string? manifest = Shop.Manifest, string role = "Manifest", string? referenceDate = Shop.ReferenceDate, bool withGeneratedFlags = true)
    {
        this.TestState.Sources.Add(("/shop/Code.cs", source));
        if (withGeneratedFlags)
        {
            this.TestState.Sources.Add(("/shop/Flags.g.cs", Shop.GeneratedFlags));
        }

        this.MarkupOptions = MarkupOptions.UseFirstDescriptor;
        this.UseFlags(manifest, role, referenceDate);
        this.DisabledDiagnostics.AddRange(new RazorPageAnalyzer().SupportedDiagnostics.Select(static rule => rule.Id).Except(new TAnalyzer().SupportedDiagnostics.Select(static rule => rule.Id)));
    }

    /// <summary>Code with places <c>{|#0:…|}</c>, and the message expected at each; without messages, nothing may be reported.</summary>
    public static Task VerifyAsync(string source, params string[] messages) => new RuleTest<TAnalyzer>(source).Expect(messages).RunAsync();

    public RuleTest<TAnalyzer> Expect(params string[] messages)
    {
        var rule = new TAnalyzer().SupportedDiagnostics.Last();
        for (int i = 0; i < messages.Length; i++)
        {
            this.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(rule).WithLocation(i).WithMessage(messages[i]));
        }

        return this;
    }

    /// <summary>Sets an MSBuild property that the compiler sees.</summary>
    public RuleTest<TAnalyzer> WithProperty(string name, string value)
    {
        this.TestState.AnalyzerConfigFiles.Add(($"/shop/{name}.globalconfig", $"""
            is_global = true
            build_property.{name} = {value}
            """));
        return this;
    }

    /// <summary>Switches a rule on that is off by default.</summary>
    public RuleTest<TAnalyzer> WithRuleOn()
    {
        string id = new TAnalyzer().SupportedDiagnostics.Last().Id;
        this.TestState.AnalyzerConfigFiles.Add(($"/shop/{id}.globalconfig", $"""
            is_global = true
            dotnet_diagnostic.{id}.severity = warning
            """));
        return this;
    }

    /// <summary>The rule as it runs in a build: what Razor makes of pages is looked at by an analyzer for all rules.</summary>
    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => base.GetDiagnosticAnalyzers().Append(new RazorPageAnalyzer());

    public RuleTest<TAnalyzer> WithReferences(params MetadataReference[] references)
    {
        this.TestState.AdditionalReferences.AddRange(references);
        return this;
    }
}
