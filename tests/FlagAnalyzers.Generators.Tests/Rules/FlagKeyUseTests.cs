using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

/// <summary>Where keys are found, whichever rule looks at them: each test marks the places with a key that is not declared.</summary>
public sealed class FlagKeyUseTests
{
    [Fact]
    public Task Constants_OfEverySort_AreFolded() => VerifyAsync(
        """
        class Page
        {
            const string Prefix = "no-";
            const string Key = Prefix + "flag";

            void Read(Shop.Flags flags)
            {
                const string Local = "no-flag";
                flags.Evaluate<bool>({|FLAG2001:Key|});
                flags.Evaluate<bool>({|FLAG2001:Local|});
                flags.Evaluate<bool>({|FLAG2001:nameof(Page)|});
                flags.Evaluate<bool>({|FLAG2001:$"{Prefix}flag"|});
                flags.Evaluate<bool>({|FLAG2001:Prefix + "flag"|});
                flags.Evaluate<bool>(({|FLAG2001:"no-flag"|}));
                flags.Evaluate<bool>({|FLAG2001:@"no-flag"|});
            }
        }
        """);

    [Fact]
    public Task Constants_OfReferencedAssembly_AreFolded()
    {
        RuleTest<UndeclaredKeyAnalyzer> test = new(
            """
            class Page
            {
                void Read(Shop.Flags flags)
                {
                    flags.Evaluate<bool>({|FLAG2001:Lib.Keys.Wrong|});
                    flags.Evaluate<bool>(Lib.Keys.Right);
                }
            }
            """);
        test.TestState.AdditionalReferences.Add(CompiledLibrary.Compile("Lib", """namespace Lib { public static class Keys { public const string Wrong = "no-flag", Right = "new-checkout"; } }"""));
        return test.RunAsync();
    }

    [Fact]
    public Task Branches_OfConditions_AreEachLookedAt() => VerifyAsync(
        """
        class Page
        {
            void Read(Shop.Flags flags, bool beta, string? key)
            {
                flags.Evaluate<bool>(beta ? {|FLAG2001:"no-flag"|} : "new-checkout");
                flags.Evaluate<bool>(key ?? {|FLAG2001:"no-flag"|});
                flags.Evaluate<bool>(key switch { "a" => "old-banner", _ => {|FLAG2001:"no-flag"|} });
            }
        }
        """);

    [Fact]
    public Task FeatureManagement_ReadsOnAnyReceiver_AreUses() => VerifyAsync(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.FeatureManagement;
        using Microsoft.FeatureManagement.FeatureFilters;

        class Page
        {
            async Task Read(IFeatureManager manager, IVariantFeatureManager variants, FeatureManager concrete)
            {
                await manager.IsEnabledAsync({|FLAG2001:"no-flag"|});
                await manager.IsEnabledAsync(context: 1, feature: {|FLAG2001:"no-flag"|});
                await variants.IsEnabledAsync({|FLAG2001:"no-flag"|}, CancellationToken.None);
                await variants.GetVariantAsync({|FLAG2001:"no-flag"|}, CancellationToken.None);
                await variants.GetVariantAsync({|FLAG2001:"no-flag"|}, new TargetingContext());
                await concrete.IsEnabledAsync({|FLAG2001:"no-flag"|});
                await concrete.GetVariantAsync("new-checkout", CancellationToken.None);
            }
        }
        """);

    [Fact]
    public Task FeatureManagement_OwnImplementationWithAnotherParameterName_IsAUse() => VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Microsoft.FeatureManagement;

        class Fake : IFeatureManager
        {
            public IAsyncEnumerable<string> GetFeatureNamesAsync() => throw null!;
            public Task<bool> IsEnabledAsync(string name) => Task.FromResult(name == "no-flag");
            public Task<bool> IsEnabledAsync<TContext>(string name, TContext context) => Task.FromResult(true);
        }

        class Page
        {
            async Task Read(Fake fake)
            {
                await fake.IsEnabledAsync({|FLAG2001:"no-flag"|});
                await fake.IsEnabledAsync({|FLAG2001:"no-flag"|}, 1);
            }
        }
        """);

    [Fact]
    public Task FeatureManagement_SessionsAndDefinitions_NameDeclaredFlags() => VerifyAsync(
        """
        using System.Threading.Tasks;
        using Microsoft.FeatureManagement;

        class Page
        {
            async Task Read(ISessionManager session, IFeatureDefinitionProvider definitions)
            {
                await session.SetAsync({|FLAG2001:"no-flag"|}, true);
                await session.GetAsync("new-checkout");
                await definitions.GetFeatureDefinitionAsync({|FLAG2001:"no-flag"|});
            }
        }
        """);

    [Fact]
    public Task FeatureManagement_GatesInStartup_AreUses() => VerifyAsync(
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.FeatureManagement;
        using Microsoft.FeatureManagement.AspNetCore;

        interface IPay { }

        class Startup
        {
            void Configure(IApplicationBuilder app, IEndpointConventionBuilder endpoint, FilterCollection filters, IFeatureManagementBuilder features)
            {
                app.UseForFeature({|FLAG2001:"no-flag"|}, branch => { });
                endpoint.WithFeatureGate("new-checkout", {|FLAG2001:"no-flag"|});
                endpoint.WithFeatureGate(RequirementType.Any, {|FLAG2001:"no-flag"|}, "old-banner", {|FLAG2001:"none"|});
                endpoint.WithFeatureGate(features: new[] { "new-checkout", {|FLAG2001:"no-flag"|} });
                filters.AddForFeature<Filter>({|FLAG2001:"no-flag"|});
                filters.AddForFeature<Filter>("new-checkout", {|FLAG2001:"no-flag"|});
                features.WithVariantService<IPay>({|FLAG2001:"no-flag"|});
            }
        }

        class Filter : IAsyncActionFilter
        {
            public System.Threading.Tasks.Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next) => next();
        }
        """);

    [Fact]
    public Task FeatureGate_WithSeveralFeatures_MarksTheWrongOnes() => VerifyAsync(
        """
        using Microsoft.FeatureManagement;
        using Microsoft.FeatureManagement.Mvc;

        enum Features { OldBanner, NoFlag }

        static class Names { public const string Wrong = "no-flag"; }

        [FeatureGate("new-checkout", {|FLAG2001:"no-flag"|}, "old-banner")]
        class Everything
        {
            [FeatureGate(RequirementType.Any, {|FLAG2001:Names.Wrong|}, "New-Checkout")]
            void Any() { }

            [FeatureGate({|FLAG2001:Features.NoFlag|})]
            void Enumerated() { }

            [FeatureGate(RequirementType.All, {|FLAG2001:Features.NoFlag|}, {|FLAG2001:Features.OldBanner|})]
            void EnumeratedAll() { }

            [FeatureGate(requirementType: RequirementType.All, features: new[] { {|FLAG2001:"no-flag"|}, "old-banner" })]
            void Named() { }

            [FeatureGate({|FLAG2001:nameof(Features.NoFlag)|})]
            void NameOf() { }
        }
        """);

    [Fact]
    public Task Enumeration_WhoseMembersAreKeys_IsDeclared() => new RuleTest<UndeclaredKeyAnalyzer>(
        """
        using Microsoft.FeatureManagement.Mvc;

        enum Features { NewCheckout, NewChekout }

        class Page
        {
            [FeatureGate(Features.NewCheckout)]
            void Right() { }

            [FeatureGate({|#0:Features.NewChekout|})]
            void Wrong() { }
        }
        """,
        """{ "flags": { "NewCheckout": { "flagType": "boolean", "defaultValue": false } } }""",
        withGeneratedFlags: false).Expect("Flag 'NewChekout' is not declared in flags.json; did you mean 'NewCheckout'?").RunAsync();

    [Fact]
    public Task Wrapper_WithMarkedParameter_IsAUse() => VerifyAsync(
        """
        using FlagAnalyzers;

        interface IGate { bool Open([FlagKey] string key); }

        class Gate : IGate { public bool Open(string name) => true; }

        abstract class Base { public abstract bool Check(int times, [FlagKey] string key); }

        class Derived : Base { public override bool Check(int times, string key) => true; }

        class Box { public Box([FlagKey] string key) { } }

        class SubBox : Box { public SubBox() : base({|FLAG2001:"no-flag"|}) { } }

        class Primary() : Box({|FLAG2001:"no-flag"|});

        class Indexed { public bool this[[FlagKey] string key] => true; }

        static class Extensions
        {
            public static bool IsOn(this Shop.Flags flags, [FlagKey] string key, string note = "") => flags.Evaluate<bool>(key).Value;
            public static bool Any(params string[] plain) => true;
            public static bool AnyOf([FlagKey] params string[] keys) => true;
            public static bool Defaulted([FlagKey] string key = {|FLAG2001:"no-flag"|}) => true;
        }

        class Page
        {
            void Read(Shop.Flags flags, IGate gate, Gate own, Derived derived, Indexed indexed)
            {
                flags.IsOn({|FLAG2001:"no-flag"|}, "a note");
                flags.IsOn(note: "a note", key: {|FLAG2001:"no-flag"|});
                Extensions.IsOn(flags, {|FLAG2001:"no-flag"|});
                Extensions.Any("no-flag");
                Extensions.AnyOf({|FLAG2001:"no-flag"|}, "new-checkout", {|FLAG2001:"none"|});
                Extensions.AnyOf(["new-checkout", {|FLAG2001:"no-flag"|}]);
                Extensions.Defaulted();
                gate.Open({|FLAG2001:"no-flag"|});
                own.Open({|FLAG2001:"no-flag"|});
                derived.Check(1, {|FLAG2001:"no-flag"|});
                _ = new Box({|FLAG2001:"no-flag"|});
                Box box = new({|FLAG2001:"no-flag"|});
                _ = indexed[{|FLAG2001:"no-flag"|}] && indexed["new-checkout"];
            }
        }
        """);

    [Fact]
    public Task Member_Marked_IsAUseWhenItIsSet() => VerifyAsync(
        """
        using System;
        using FlagAnalyzers;

        class Options
        {
            [FlagKey] public string Key { get; set; } = {|FLAG2001:"no-flag"|};
            [FlagKey] public string? Field = {|FLAG2001:"no-flag"|};
            public string Note { get; set; } = "no-flag";
        }

        [AttributeUsage(AttributeTargets.All)]
        class RequiresAttribute : Attribute
        {
            public RequiresAttribute([FlagKey] string key = "new-checkout") { }
            [FlagKey] public string? Also { get; set; }
        }

        [Requires({|FLAG2001:"no-flag"|}, Also = {|FLAG2001:"none"|})]
        class Page
        {
            [Requires(Also = {|FLAG2001:"no-flag"|})]
            public int Property { get; [Requires({|FLAG2001:"no-flag"|})] set; }

            void Set([Requires({|FLAG2001:"no-flag"|})] int argument)
            {
                Options options = new() { Key = {|FLAG2001:"no-flag"|}, Field = "new-checkout", Note = "no-flag" };
                options.Key = {|FLAG2001:"no-flag"|};
                options.Field ??= {|FLAG2001:"no-flag"|};
                bool same = options.Key == "no-flag";
            }
        }
        """);

    [Fact]
    public Task Assembly_WithAttribute_IsLookedAt() => VerifyAsync(
        """
        using System;
        using FlagAnalyzers;

        [assembly: Requires({|FLAG2001:"no-flag"|})]

        [AttributeUsage(AttributeTargets.Assembly)]
        class RequiresAttribute : Attribute
        {
            public RequiresAttribute([FlagKey] string key) { }
        }
        """);

    [Fact]
    public Task Code_ThatIsNoFlagApi_IsLeftAlone() => VerifyAsync(
        """
        using System.Collections.Generic;

        class Feature { public static bool IsEnabledAsync(string feature) => true; }

        class Page
        {
            void Read(Dictionary<string, object> map)
            {
                Feature.IsEnabledAsync("no-flag");
                map["no-flag"] = "no-flag";
                string.Format("no-flag {0}", "no-flag");
            }
        }
        """);

    private static Task VerifyAsync(string source) => new RuleTest<UndeclaredKeyAnalyzer>(source).RunAsync();
}
