using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Shop;

namespace FlagAnalyzers.Hosting;

public sealed class AddFlagsTests
{
    [Fact]
    public async Task Scope_Flags_AreOneAndMadeForItsContext()
    {
        await using TestHost host = await TestHost.StartAsync(
            options => options.Context = scope => new FlagContext { Plan = scope.GetRequiredService<Customer>().Plan },
            build: builder => builder.Services.AddScoped<Customer>());
        using IServiceScope first = host.Services.CreateScope();
        using IServiceScope second = host.Services.CreateScope();
        first.ServiceProvider.GetRequiredService<Customer>().Plan = "enterprise";

        Assert.True(first.ServiceProvider.GetRequiredService<Flags>().BulkOrders);
        Assert.Same(first.ServiceProvider.GetRequiredService<Flags>(), first.ServiceProvider.GetRequiredService<Flags>());
        Assert.False(second.ServiceProvider.GetRequiredService<Flags>().BulkOrders);
    }

    [Fact]
    public async Task Scope_FlagsThatWereMade_KeepTheirAnswers()
    {
        await using TestHost host = await TestHost.StartAsync();
        Flags before = host.Flags;
        using IDisposable _ = host.Store.Override(Flags.Keys.NewCheckout, true);

        Assert.False(before.NewCheckout);
        Assert.True(host.Flags.NewCheckout);
    }

    [Fact]
    public async Task Context_GivesNull_SaysWhatIsExpected()
    {
        await using TestHost host = await TestHost.StartAsync(options => options.Context = _ => null!);

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => host.Flags);
        Assert.Equal("The function of FlagStoreOptions<FlagContext>.Context gave null. Expected the context of the scope.", exception.Message);
    }

    [Theory]
    [InlineData("Staging", null, true)]
    [InlineData("Production", null, false)]
    [InlineData("Production", "Staging", true)]
    [InlineData("Staging", "Production", false)]
    public async Task Environment_OfHostOrOptions_LaysItsOverlay(string host, string? option, bool expected)
    {
        await using TestHost test = await TestHost.StartAsync(options => options.Environment = option, host);

        Assert.Equal(expected, test.Flags.NewCheckout);
        Assert.Equal(option ?? host, test.Store.Environment);
    }

    [Fact]
    public void Store_ResolvedBeforeTheHostStarts_HasEnvironmentAndSettings()
    {
        TestHost host = TestHost.Create(environment: "Staging", args: "--Flags:banner=day off");
        Flags flags = new(host.Store, new FlagContext());

        Assert.True(flags.NewCheckout);
        Assert.Equal("day off", flags.Banner);
    }

    [Fact]
    public async Task OwnStore_HostsAtTheSameTime_KnowNothingOfEachOther()
    {
        await using TestHost staging = await TestHost.StartAsync(environment: "Staging");
        await using TestHost production = await TestHost.StartAsync(args: "--Flags:banner=two");
        using IDisposable _ = staging.Store.Override(Flags.Keys.Banner, "one");

        Assert.NotSame(staging.Store, production.Store);
        Assert.NotSame(Flags.Store, staging.Store);
        Assert.Equal((true, "one"), (staging.Flags.NewCheckout, staging.Flags.Banner));
        Assert.Equal((false, "two"), (production.Flags.NewCheckout, production.Flags.Banner));
    }

    [Fact]
    public async Task OwnStore_HostStops_IsDisposed()
    {
        await using TestHost host = await TestHost.StartAsync();
        FlagStore store = host.Store;
        await host.StopAsync();

        Assert.Throws<ObjectDisposedException>(() => store.AddSource(new FileFlagSource("nowhere.json")));
    }

    [Fact]
    public async Task AddFlags_Twice_AddsOptionsOnly()
    {
        await using TestHost host = await TestHost.StartAsync(build: builder => builder.Services.AddFlags(options => options.Environment = "Staging"));

        Assert.True(host.Flags.NewCheckout);
        Assert.Single(host.Services.GetServices<Flags>());
        Assert.Single(host.Services.GetServices<IHostedService>(), service => service.GetType().Namespace == "FlagAnalyzers.Hosting");
    }

    [Fact]
    public async Task AddFlags_TwoGeneratedClasses_HaveTheirOwnStoresAndSections()
    {
        await using TestHost host = await TestHost.StartAsync(
            build: builder => builder.Services.AddOtherFlags(options =>
            {
                options.OwnStore = true;
                options.ConfigurationSection = "OtherFlags";
            }),
            args: ["--OtherFlags:LIMIT=9", "--Flags:new-checkout=on", "--FlagStore:Shop.Flags:Environment=Staging", "--FlagStore:Environment=Nowhere"]);
        using IServiceScope scope = host.Services.CreateScope();

        Assert.Equal(9, scope.ServiceProvider.GetRequiredService<OtherFlags>().Limit);
        Assert.True(scope.ServiceProvider.GetRequiredService<Flags>().NewCheckout);
        Assert.Equal("Staging", host.Services.GetFlagStore<Flags>().Environment);
        Assert.Equal("Production", host.Services.GetFlagStore<OtherFlags>().Environment);
        Assert.Empty(host.Services.GetFlagStore<Flags>().Health.Problems);
    }

    [Fact]
    public async Task AddFlags_WithoutAHost_Works()
    {
        ServiceCollection services = new();
        services.AddFlags(options => options.OwnStore = true);
        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        using IServiceScope scope = provider.CreateScope();

        Assert.Equal("Good day", scope.ServiceProvider.GetRequiredService<Flags>().Banner);
    }

    [Fact]
    public async Task GetFlagStore_ClassThatIsNotRegistered_SaysWhatIsMissing()
    {
        await using TestHost host = await TestHost.StartAsync();

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => host.Services.GetFlagStore<OtherFlags>());
        Assert.Equal("The flags of FlagAnalyzers.Hosting.OtherFlags are not registered. Expected a call of AddFlags.", exception.Message);
    }

    [Fact]
    public async Task GetReloadToken_EachChange_FiresOnce()
    {
        await using TestHost host = await TestHost.StartAsync();
        IChangeToken first = host.Store.GetReloadToken();
        int changes = 0;
        using IDisposable registration = ChangeToken.OnChange(host.Store.GetReloadToken, () => changes++);
        Assert.False(first.HasChanged);
        host.Store.Override(Flags.Keys.NewCheckout, true).Dispose();

        Assert.True(first.HasChanged);
        Assert.Equal(2, changes);
    }

    [Fact]
    public async Task Worker_UnitsOfWork_SeeChangesBetweenThem()
    {
        await using TestHost host = await TestHost.StartAsync(build: builder => builder.Services.AddHostedService<Worker>().AddSingleton<Seen>());
        Seen seen = host.Services.GetRequiredService<Seen>();
        await seen.FirstUnit.Task.WaitAsync(TimeSpan.FromSeconds(30));
        using IDisposable _ = host.Store.Override(Flags.Keys.NewCheckout, true);
        seen.Changed.SetResult();

        Assert.True(await seen.SecondUnit.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Request_FlagsAsAParameter_AreThoseOfTheCustomer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddFlags(options =>
        {
            options.OwnStore = true;
            options.Context = scope => new FlagContext { Plan = scope.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request.Query["plan"] };
        });
        await using WebApplication application = builder.Build();
        application.MapGet("/", (Flags flags) => flags.BulkOrders);
        await application.StartAsync();
        using HttpClient client = new() { BaseAddress = new Uri(application.Urls.Single()) };

        Assert.Equal("true", await client.GetStringAsync("/?plan=enterprise"));
        Assert.Equal("false", await client.GetStringAsync("/?plan=free"));
    }

    [Fact]
    public async Task Options_BadValues_AreToldInSentences()
    {
        TestHost host = TestHost.Create(
            options =>
            {
                options.Http.Timeout = TimeSpan.Zero;
                options.Http.MaximumSize = -1;
                options.StartupTimeout = TimeSpan.FromDays(2);
                options.ConfigurationSection = " ";
            },
            args: ["--FlagStore:Http:Interval=30", "--FlagStore:Http:Address=flags.json", "--FlagStore:Http:MaximumSize=16 MiB"]);

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.DisposeAfterStartAsync());
        Assert.Equal(
            [
                "The setting 'FlagStore:Http:Address' is no absolute address. Expected one such as https://flags.example/flags.json.",
                "The setting 'FlagStore:Http:Interval' is '30'. Expected a time as hours, minutes and seconds, such as 00:00:30.",
                "The setting 'FlagStore:Http:MaximumSize' is '16 MiB'. Expected a whole number of bytes, such as 16777216.",
                "Http.Timeout is 00:00:00. Expected a time above 0 and up to 1 day.",
                "Http.MaximumSize is -1. Expected a number of bytes from 1 to 2147483646.",
                "StartupTimeout is 2.00:00:00. Expected a time from 0 to 1 day.",
                "ConfigurationSection is empty. Expected the name of a section, such as Flags, or null for none.",
            ],
            exception.Failures);
    }

    [Fact]
    public void Options_AddressOfNoServer_IsRefused()
    {
        TestHost host = TestHost.Create(options => options.Http.Address = new Uri("ftp://flags.example/"));

        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(() => host.Store);
        Assert.Equal(["Http.Address is no address of a server. Expected an absolute one that begins with https:// or http://."], exception.Failures);
    }

    private sealed class Customer
    {
        public string? Plan { get; set; }
    }

    private sealed class Seen
    {
        public TaskCompletionSource FirstUnit { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Changed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<bool> SecondUnit { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Worker(FlagStore store, Seen seen) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            Assert.False(new Flags(store, new FlagContext()).NewCheckout);
            seen.FirstUnit.SetResult();
            await seen.Changed.Task;
            seen.SecondUnit.SetResult(new Flags(store, new FlagContext()).NewCheckout);
        }
    }
}
