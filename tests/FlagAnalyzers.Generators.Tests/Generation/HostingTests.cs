using FlagAnalyzers.Generators.Tests.Generation.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Generation;

/// <summary><c>AddFlags</c> is there for projects that have the package for hosts, and calls what that offers.</summary>
public sealed class HostingTests
{
    private const string Manifest = """{ "flags": { "dark-mode": { "flagType": "boolean", "defaultValue": true } } }""";

    // What the package for hosts offers, as far as generated code asks for it.
    internal const string Hosting = """
        #nullable enable
        #pragma warning disable CS1591
        namespace FlagAnalyzers.Hosting
        {
            public sealed class FlagStoreOptions<TContext> where TContext : EvaluationContext { }

            public static class FlagServiceCollectionExtensions
            {
                public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddFlagStore<TFlags, TContext>(
                    this Microsoft.Extensions.DependencyInjection.IServiceCollection services,
                    FlagStore store,
                    System.Func<FlagStore> createStore,
                    System.Func<FlagStore, TContext, TFlags> createFlags,
                    System.Func<TContext> createContext,
                    System.Action<FlagStoreOptions<TContext>>? configure)
                    where TFlags : FlagSet
                    where TContext : EvaluationContext => services;
            }
        }
        """;

    // ASP.NET Core, which the other references have, brings it.
    private const string ServiceCollection = "namespace Microsoft.Extensions.DependencyInjection { public interface IServiceCollection { } }";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_WithHosting_RegistersTheFlags(bool isNetStandard)
    {
        const string Program = """
            namespace Shop
            {
                internal static class Startup
                {
                    internal static void Configure(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
                    {
                        services.AddFlags();
                        services.AddFlags(options => options.ToString());
                    }
                }
            }
            """;
        GeneratorInput input = new GeneratorInput(Manifest) { Source = Hosting + Program }.With("FlagsHosting", "true");
        input = isNetStandard ? (input with { Source = input.Source + ServiceCollection }).ForNetStandard() : input;

        GeneratorOutcome outcome = GeneratorHarness.Run(input).AssertCompiles();

        Assert.Equal(Accessibility.Public, outcome.CompilationWithFlags().GetTypeByMetadataName("Shop.FlagsServiceCollectionExtensions")?.DeclaredAccessibility);
    }

    [Fact]
    public void Run_WithHostingAndOtherNames_FollowsThem()
    {
        GeneratorInput input = new GeneratorInput(Manifest) { Source = Hosting }
            .With("FlagsHosting", "true").With("FlagsNamespace", "").With("RootNamespace", "").With("FlagsClassName", "Toggles").With("FlagsAccessibility", "internal");

        INamedTypeSymbol? type = GeneratorHarness.Run(input).AssertCompiles().CompilationWithFlags().GetTypeByMetadataName("TogglesServiceCollectionExtensions");

        Assert.Equal(Accessibility.Internal, type?.DeclaredAccessibility);
        Assert.Single(type!.GetMembers("AddFlags"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("false")]
    public void Run_WithoutHosting_AsksForNothingOfIt(string hosting)
        => Assert.DoesNotContain("AddFlags", GeneratorHarness.Run(new GeneratorInput(Manifest).With("FlagsHosting", hosting)).AssertCompiles().Source, StringComparison.Ordinal);
}
