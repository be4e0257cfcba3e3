using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

public sealed class CapturedFlagAnalyzerTests
{
    [Theory]
    [InlineData("static readonly bool On = Make().{|#0:NewCheckout|};")]
    [InlineData("static bool On { get; } = Make().{|#0:NewCheckout|};")]
    [InlineData("static readonly bool On = Make().{|#0:Evaluate<bool>|}(\"new-checkout\").Value;")]
    [InlineData("static bool on; static Page() { on = Make().{|#0:NewCheckout|}; }")]
    [InlineData("static string name = \"\"; static Page() { if (Make().{|#0:NewCheckout|}) { name = \"new\"; } }")]
    public Task Static_KeepsTheAnswer(string members) => RuleTest<CapturedFlagAnalyzer>.VerifyAsync(Source(members), Message("a static member of 'Page'"));

    [Theory]
    [InlineData("static bool On => Make().NewCheckout;")]
    [InlineData("static readonly System.Func<bool> On = () => Make().NewCheckout;")]
    [InlineData("static Page() { System.Console.WriteLine(Make().NewCheckout); }")]
    [InlineData("static readonly string Key = Shop.Flags.Keys.NewCheckout;")]
    [InlineData("static readonly string Name = nameof(Shop.Flags.NewCheckout);")]
    [InlineData("readonly bool on; public Page(Shop.Flags flags) { this.on = flags.NewCheckout; }")]
    [InlineData("bool on; void Refresh(Shop.Flags flags) { this.on = flags.NewCheckout; }")]
    public Task Code_ThatRunsAgain_IsSilent(string members) => RuleTest<CapturedFlagAnalyzer>.VerifyAsync(Source(members));

    [Theory]
    [InlineData("services.AddSingleton<Page>();")]
    [InlineData("services.AddSingleton<IPage, Page>();")]
    [InlineData("services.AddSingleton(typeof(IPage), typeof(Page));")]
    [InlineData("services.AddSingleton<IPage>(provider => new Page(null!));")]
    [InlineData("services.AddSingleton<IPage>(new Page(null!));")]
    public Task Singleton_KeepsTheAnswer(string registration) => RuleTest<CapturedFlagAnalyzer>.VerifyAsync(
        Registered(registration, "private readonly bool on; public Page(Shop.Flags flags) { this.on = flags.{|#0:NewCheckout|}; }"),
        Message("the singleton 'Page'"));

    [Fact]
    public Task Singleton_WithAPrimaryConstructor_KeepsTheAnswer() => RuleTest<CapturedFlagAnalyzer>.VerifyAsync(
        Registered("services.AddSingleton<Page>();", "private readonly bool on = flags.{|#0:NewCheckout|};", "(Shop.Flags flags)"),
        Message("the singleton 'Page'"));

    [Theory]
    [InlineData("services.AddScoped<Page>();")]
    [InlineData("services.AddTransient<IPage, Page>();")]
    [InlineData("services.AddSingleton<IPage>(provider => Wrap(new Page(null!)));")]
    [InlineData("services.AddSingleton<System.Func<Page>>(provider => () => new Page(null!));")]
    public Task Service_ThatLivesShorter_IsSilent(string registration) => RuleTest<CapturedFlagAnalyzer>.VerifyAsync(
        Registered(registration, "private readonly bool on; public Page(Shop.Flags flags) { this.on = flags.NewCheckout; }"));

    [Fact]
    public Task HostedService_KeepsTheAnswer() => RuleTest<CapturedFlagAnalyzer>.VerifyAsync(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Hosting;

        class Worker : BackgroundService
        {
            private readonly bool on;

            public Worker(Shop.Flags flags) => this.on = flags.{|#0:NewCheckout|};

            protected override Task ExecuteAsync(CancellationToken stop) => Task.CompletedTask;
        }
        """,
        Message("the hosted service 'Worker'"));

    private static string Message(string keeper) =>
        $"Flag 'new-checkout' is read once and {keeper} keeps the answer for the life of the process: no later change is seen, and every user gets the answer of the first; read it where it is needed";

    private static string Source(string members) => $$"""
        class Page
        {
            {{members}}

            static Shop.Flags Make() => new Shop.Flags();
        }
        """;

    private static string Registered(string registration, string members, string parameters = "") => $$"""
        using Microsoft.Extensions.DependencyInjection;

        interface IPage { }

        class Page{{parameters}} : IPage
        {
            {{members}}
        }

        static class Startup
        {
            static void Add(IServiceCollection services)
            {
                {{registration}}
            }

            static IPage Wrap(Page page) => page;
        }
        """;
}
