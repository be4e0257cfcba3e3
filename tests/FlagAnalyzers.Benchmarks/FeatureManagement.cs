using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace FlagAnalyzers.Benchmarks;

/// <summary>The same five flags for Microsoft.FeatureManagement, from configuration: one manager, filters that bind their parameters once (IFilterParametersBinder,
/// whose results are cached), the built-in Targeting filter for percentages, and variants allocated by percentile.</summary>
/// <remarks>https://learn.microsoft.com/azure/azure-app-configuration/feature-management-dotnet-reference, sections "Feature filters", "Targeting" and "Variants".
/// Filters ask for the current user, and are not handed one with each call: that way measures faster, the more so as a field stands in for the current request.
/// No snapshot: it remembers the answers of one request, and here each read is the first of its request.</remarks>
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

    public static IVariantFeatureManager Create(CurrentUser current) => Create(Configuration(Flags), current);

    /// <summary>The configuration of many flags, each like the conditional one.</summary>
    public static byte[] LargeConfiguration(int count) => Configuration(Enumerable.Range(0, count).Select(
        static i => $$""" "id": "flag-{{i}}", "enabled": true, "conditions": { "client_filters": [{ "name": "Team", "parameters": { "Values": ["free", "pro"] } }] } """));

    public static IVariantFeatureManager Create(byte[] configuration, CurrentUser current)
    {
        using MemoryStream stream = new(configuration);
        ServiceCollection services = new();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddJsonStream(stream).Build());
        services.AddLogging();
        services.AddSingleton(current);
        services.AddSingleton<ITargetingContextAccessor>(current);
        services.AddFeatureManagement().WithTargeting<CurrentUser>()
            .AddFeatureFilter<TeamFilter>().AddFeatureFilter<PlanFilter>().AddFeatureFilter<CountryFilter>().AddFeatureFilter<AgeFilter>();
        return services.BuildServiceProvider().GetRequiredService<IVariantFeatureManager>();
    }

    private static byte[] Configuration(IEnumerable<string> flags) => System.Text.Encoding.UTF8.GetBytes(
        $$"""{ "feature_management": { "feature_flags": [{{string.Join(",", flags.Select(static flag => "{" + flag + "}"))}}] } }""");

    /// <summary>Whom features are evaluated for at the moment.</summary>
    internal sealed class CurrentUser : ITargetingContextAccessor
    {
        public User User { get; set; } = new();

        public ValueTask<TargetingContext> GetContextAsync() => new(this.User);
    }

    /// <summary>Whom a feature is evaluated for.</summary>
    internal sealed class User : TargetingContext
    {
        public string Plan { get; init; } = "";

        public string Team { get; init; } = "";

        public string Country { get; init; } = "";

        public int Age { get; init; }
    }

    internal abstract class ValueFilter(CurrentUser current) : IFeatureFilter, IFilterParametersBinder
    {
        public object BindParameters(IConfiguration parameters) => parameters.GetSection("Values").Get<string[]>()!;

        public Task<bool> EvaluateAsync(FeatureFilterEvaluationContext context) =>
            Task.FromResult(this.Accepts((string[])context.Settings, current.User));

        protected abstract bool Accepts(string[] values, User user);
    }

    [FilterAlias("Team")]
    internal sealed class TeamFilter(CurrentUser current) : ValueFilter(current)
    {
        protected override bool Accepts(string[] values, User user) => Array.IndexOf(values, user.Team) >= 0;
    }

    [FilterAlias("Plan")]
    internal sealed class PlanFilter(CurrentUser current) : ValueFilter(current)
    {
        protected override bool Accepts(string[] values, User user) => Array.IndexOf(values, user.Plan) >= 0;
    }

    [FilterAlias("Country")]
    internal sealed class CountryFilter(CurrentUser current) : ValueFilter(current)
    {
        protected override bool Accepts(string[] values, User user) => Array.IndexOf(values, user.Country) >= 0;
    }

    [FilterAlias("Age")]
    internal sealed class AgeFilter(CurrentUser current) : ValueFilter(current)
    {
        // The parameter is a constant of this benchmark; reading it as a number each time would be unfair.
        protected override bool Accepts(string[] values, User user) => user.Age >= 18;
    }
}
