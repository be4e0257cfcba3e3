using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

public sealed class RepeatedReadAnalyzerTests
{
    [Fact]
    public Task Read_TwiceInOneRun_NamesTheFirst() => RuleTest<RepeatedReadAnalyzer>.VerifyAsync(
        """
        using System.Threading.Tasks;
        using Microsoft.FeatureManagement;

        class Page
        {
            async Task Read(IFeatureManager features)
            {
                if (await features.IsEnabledAsync("new-checkout"))
                {
                    Work();
                }

                if (await features.IsEnabledAsync({|#0:Shop.Flags.Keys.NewCheckout|}))
                {
                    Work();
                }
            }

            void Work() { }
        }
        """,
        "Flag 'new-checkout' was read in line 8 of this method already: keep the answer in a variable, so that both places decide alike");

    [Fact]
    public Task Read_InLoopOverData_IsReported() => RuleTest<RepeatedReadAnalyzer>.VerifyAsync(
        """
        using System.Threading.Tasks;
        using FlagAnalyzers;
        using Microsoft.FeatureManagement;

        class Page
        {
            async Task Read(IFeatureManager features, int[] orders)
            {
                foreach (int order in orders)
                {
                    if (await features.IsEnabledAsync({|#0:"new-checkout"|})) { }
                }

                for (int i = 0; i < orders.Length; i++)
                {
                    if (await IsOn({|#1:"old-banner"|})) { }
                }
            }

            Task<bool> IsOn([FlagKey] string key) => Task.FromResult(true);
        }
        """,
        "Flag 'new-checkout' is read in every turn of the loop: read it once before",
        "Flag 'old-banner' is read in every turn of the loop: read it once before");

    [Fact]
    public Task Read_OnceInEachRun_IsSilent() => RuleTest<RepeatedReadAnalyzer>.VerifyAsync(
        """
        using System;
        using System.Threading.Tasks;
        using Microsoft.FeatureManagement;

        class Page
        {
            async Task<bool> Branches(IFeatureManager features, bool a, int b)
            {
                if (a)
                {
                    return await features.IsEnabledAsync("new-checkout");
                }

                if (b == 1)
                {
                    await features.IsEnabledAsync("new-checkout");
                }
                else
                {
                    await features.IsEnabledAsync("new-checkout");
                    return true;
                }

                return b == 2;
            }

            Task<bool> Choice(IFeatureManager features, int b) => b switch
            {
                1 => features.IsEnabledAsync("new-checkout"),
                _ => features.IsEnabledAsync("new-checkout"),
            };

            async Task<bool> Leaving(IFeatureManager features, bool a)
            {
                if (a)
                {
                    _ = await features.IsEnabledAsync("new-checkout");
                    throw new InvalidOperationException();
                }

                return await features.IsEnabledAsync("new-checkout");
            }

            void Lambdas(IFeatureManager features)
            {
                Func<Task<bool>> first = () => features.IsEnabledAsync("new-checkout");
                Func<Task<bool>> second = () => features.IsEnabledAsync("new-checkout");
            }
        }
        """);

    [Fact]
    public Task Read_OfAnotherQuestion_IsSilent() => RuleTest<RepeatedReadAnalyzer>.VerifyAsync(
        """
        using System.Threading.Tasks;
        using Microsoft.FeatureManagement;

        class Page
        {
            async Task Contexts(IFeatureManager features, IFeatureManager other, string[] users, string tenant)
            {
                await features.IsEnabledAsync("new-checkout", users[0]);
                await features.IsEnabledAsync("new-checkout", users[1]);
                await other.IsEnabledAsync("new-checkout", users[1]);
                await features.IsEnabledAsync("old-banner");
                foreach (string user in users)
                {
                    await features.IsEnabledAsync("new-checkout", user);
                }

                await features.IsEnabledAsync("old-banner", tenant);
                tenant = "other";
                await features.IsEnabledAsync("old-banner", tenant);
            }

            async Task Worker(IFeatureManager features, bool running)
            {
                while (running)
                {
                    if (await features.IsEnabledAsync("new-checkout")) { }
                    await Task.Delay(1000);
                }
            }
        }
        """);

    [Fact]
    public Task Read_OfOwnFlags_IsFree() => RuleTest<RepeatedReadAnalyzer>.VerifyAsync(
        """
        using FlagAnalyzers;

        class Page
        {
            void Read(Shop.Flags flags, int[] orders)
            {
                foreach (int order in orders)
                {
                    _ = flags.NewCheckout && flags.Evaluate<bool>("new-checkout").Value && IsOn("new-checkout") && flags.NewCheckout;
                }
            }

            bool IsOn([FlagKey] string key) => true;
        }
        """);

    [Fact]
    public Task Read_InTest_IsSilent()
    {
        RuleTest<RepeatedReadAnalyzer> test = new(
            """
            using System.Threading.Tasks;
            using Microsoft.FeatureManagement;

            class Tests
            {
                [Xunit.Fact]
                public async Task Toggle(IFeatureManager features)
                {
                    await features.IsEnabledAsync("new-checkout");
                    await features.IsEnabledAsync("new-checkout");
                }
            }
            """);
        test.TestState.Sources.Add("namespace Xunit { class FactAttribute : System.Attribute { } }");
        return test.RunAsync();
    }
}
