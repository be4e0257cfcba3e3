using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Microsoft.CodeAnalysis;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

public sealed class UnknownKeyAnalyzerTests
{
    private const string Unknown = "The key is known only when the program runs, so nothing checks it: use a constant";

    [Fact]
    public void Rule_Untouched_IsOff() => Assert.False(UnknownKeyAnalyzer.FLAG2004_UnknownKey.IsEnabledByDefault);

    [Fact]
    public Task Key_OnlyTheProgramKnows_IsReported() => VerifyAsync(
        """
        using System.Threading.Tasks;
        using Microsoft.FeatureManagement;

        class Page
        {
            private string key = "new-checkout";

            void Read(Shop.Flags flags, string name, bool beta, IFeatureManager features)
            {
                flags.Evaluate<bool>({|#0:name|});
                flags.Evaluate<bool>({|#1:key|});
                flags.Evaluate<bool>({|#2:name.Trim()|});
                flags.Evaluate<bool>(beta ? "new-checkout" : {|#3:key|});
                features.IsEnabledAsync({|#4:$"checkout-{name}"|});
            }
        }
        """,
        "The key is known only when the program runs: mark the parameter 'name' with [FlagKey], so that what callers pass is checked",
        Unknown,
        Unknown,
        Unknown,
        "No declared key begins with 'checkout-', and the rest of this key is known only when the program runs");

    [Fact]
    public Task Key_KnownOrCheckedElsewhere_IsSilent() => VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using FlagAnalyzers;
        using Microsoft.FeatureManagement;

        static class Names
        {
            public static readonly string Key = "new-checkout";
            public static string Other => "old-banner";
        }

        class Options { [FlagKey] public string Key { get; set; } = "new-checkout"; }

        class Page
        {
            void Read(Shop.Flags flags, [FlagKey] string marked, Options options, string step)
            {
                flags.Evaluate<bool>("new-checkout");
                flags.Evaluate<bool>(nameof(Page));
                flags.Evaluate<bool>(Names.Key);
                flags.Evaluate<bool>(Names.Other);
                flags.Evaluate<bool>(marked);
                flags.Evaluate<bool>(options.Key);
                flags.Evaluate<bool>($"new-{step}");
                flags.Evaluate<bool>("old-" + step);
                flags.Evaluate<bool>(null!);
            }
        }

        class Decorator(IFeatureManager inner) : IFeatureManager
        {
            public IAsyncEnumerable<string> GetFeatureNamesAsync() => inner.GetFeatureNamesAsync();
            public Task<bool> IsEnabledAsync(string feature) => inner.IsEnabledAsync(feature);
            public Task<bool> IsEnabledAsync<TContext>(string name, TContext context) => inner.IsEnabledAsync(name, context);
        }
        """);

    private static Task VerifyAsync(string source, params string[] messages)
    {
        RuleTest<UnknownKeyAnalyzer> test = new RuleTest<UnknownKeyAnalyzer>(source).Expect(messages);
        test.SolutionTransforms.Add(static (solution, id) => solution.WithProjectCompilationOptions(
            id,
            solution.GetProject(id)!.CompilationOptions!.WithSpecificDiagnosticOptions([new("FLAG2004", ReportDiagnostic.Warn)])));
        return test.RunAsync();
    }
}
