using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace FlagAnalyzers.Benchmarks;

/// <summary>The same five flags for Microsoft.FeatureManagement, as its documentation advises for speed: one manager, contextual filters that bind their parameters
/// once (IFilterParametersBinder, whose results are cached), the built-in Targeting filter for percentages, and variants allocated by percentile.</summary>
/// <remarks>https://learn.microsoft.com/azure/azure-app-configuration/feature-management-dotnet-reference, sections "Feature filters", "Targeting" and "Variants".</remarks>
internal static class FeatureManagement
{
    private static readonly string[] Flags =
    [
        """ "id": "plain-switch", "enabled": true """,
        """ "id": "one-condition", "enabled": true, "conditions": { "client_filters": [{ "name": "Team", "parameters": { "Values": ["checkout", "search", "growth"] } }] } """,
        """ "id": "new-checkout", "enabled": true, "conditions": { "client_filters": [{ "name": "Microsoft.Targeting", "parameters": { "Audience": { "DefaultRolloutPercentage": 25 } } }] } """,
        """
        "id": "three-conditions", "enabled": true, "conditions": { "requirement_type": "All", "client_filters": [
          { "name": "Plan", "parameters": { "Values": ["pro"] } },
          { "name": "Country", "parameters": { "Values": ["SE", "NO", "DK"] } },
          { "name": "Age", "parameters": { "Values": ["18"] } },
          { "name": "Microsoft.Targeting", "parameters": { "Audience": { "DefaultRolloutPercentage": 25 } } }] }
        """,
        """
        "id": "three-variants", "enabled": true,
        "variants": [{ "name": "control" }, { "name": "green" }, { "name": "sticky" }],
        "allocation": { "percentile": [{ "variant": "control", "from": 0, "to": 50 }, { "variant": "green", "from": 50, "to": 75 }, { "variant": "sticky", "from": 75, "to": 100 }] }
        """,
    ];

    public static IVariantFeatureManager Create() => Create(Flags);

    /// <summary>A manager of many flags, each like the conditional one.</summary>
    public static IVariantFeatureManager CreateLarge(int count) => Create(Enumerable.Range(0, count).Select(
        static i => $$""" "id": "flag-{{i}}", "enabled": true, "conditions": { "client_filters": [{ "name": "Team", "parameters": { "Values": ["free", "pro"] } }] } """));

    private static IVariantFeatureManager Create(IEnumerable<string> flags)
    {
        string json = $$"""{ "feature_management": { "feature_flags": [{{string.Join(",", flags.Select(static flag => "{" + flag + "}"))}}] } }""";
        using MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(json));
        ServiceCollection services = new();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddJsonStream(stream).Build());
        services.AddLogging();
        services.AddFeatureManagement().AddFeatureFilter<TeamFilter>().AddFeatureFilter<PlanFilter>().AddFeatureFilter<CountryFilter>().AddFeatureFilter<AgeFilter>();
        return services.BuildServiceProvider().GetRequiredService<IVariantFeatureManager>();
    }

    /// <summary>Whom a feature is evaluated for.</summary>
    internal sealed class User : ITargetingContext
    {
        public string UserId { get; set; } = "";

        public IEnumerable<string> Groups { get; set; } = [];

        public string Plan { get; init; } = "";

        public string Team { get; init; } = "";

        public string Country { get; init; } = "";

        public int Age { get; init; }
    }

    internal abstract class ValueFilter : IContextualFeatureFilter<User>, IFilterParametersBinder
    {
        public object BindParameters(IConfiguration parameters) => parameters.GetSection("Values").Get<string[]>()!;

        public Task<bool> EvaluateAsync(FeatureFilterEvaluationContext featureFilterContext, User appContext) =>
            Task.FromResult(this.Accepts((string[])featureFilterContext.Settings, appContext));

        protected abstract bool Accepts(string[] values, User user);
    }

    [FilterAlias("Team")]
    internal sealed class TeamFilter : ValueFilter
    {
        protected override bool Accepts(string[] values, User user) => Array.IndexOf(values, user.Team) >= 0;
    }

    [FilterAlias("Plan")]
    internal sealed class PlanFilter : ValueFilter
    {
        protected override bool Accepts(string[] values, User user) => Array.IndexOf(values, user.Plan) >= 0;
    }

    [FilterAlias("Country")]
    internal sealed class CountryFilter : ValueFilter
    {
        protected override bool Accepts(string[] values, User user) => Array.IndexOf(values, user.Country) >= 0;
    }

    [FilterAlias("Age")]
    internal sealed class AgeFilter : ValueFilter
    {
        // The parameter is a constant of this benchmark; reading it as a number each time would be unfair.
        protected override bool Accepts(string[] values, User user) => user.Age >= 18;
    }
}
