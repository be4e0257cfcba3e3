using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

/// <summary>Keys that are no constants of C#, and yet known.</summary>
public sealed class ResolvedKeyTests
{
    [Fact]
    public Task StaticMembers_WithOneValue_AreResolved() => VerifyAsync(
        """
        static class Names
        {
            public static readonly string Field = "no-flag";
            public static readonly string Right = "new-checkout";
            public static readonly string Chained = Field;
            public static readonly string Joined = Prefix + "flag";
            public static readonly string[] Many = { "new-checkout", "no-flag" };
            public static string Property { get; } = "no-flag";
            public static string Arrow => "no-flag";
            public static string Getter { get => "no-flag"; }
            public static string Block { get { return "no-flag"; } }
            public static string Choice(bool beta) => beta ? "no-flag" : "new-checkout";
            private const string Prefix = "no-";
        }

        class Page
        {
            private string Own => "no-flag";

            void Read(Shop.Flags flags)
            {
                flags.Evaluate<bool>({|FLAG2001:Names.Field|});
                flags.Evaluate<bool>(Names.Right);
                flags.Evaluate<bool>({|FLAG2001:Names.Chained|});
                flags.Evaluate<bool>({|FLAG2001:Names.Joined|});
                flags.Evaluate<bool>({|FLAG2001:Names.Property|});
                flags.Evaluate<bool>({|FLAG2001:Names.Arrow|});
                flags.Evaluate<bool>({|FLAG2001:Names.Getter|});
                flags.Evaluate<bool>({|FLAG2001:Names.Block|});
                flags.Evaluate<bool>({|FLAG2001:Own|});
                flags.Evaluate<bool>({|FLAG2001:"no-" + Names.Right|});
                flags.Evaluate<bool>({|FLAG2001:$"no-{Names.Right}"|});
                Any({|FLAG2001:Names.Many|});
            }

            static void Any([FlagAnalyzers.FlagKey] params string[] keys) { }
        }
        """);

    [Fact]
    public Task Members_OfOtherFiles_AreResolved()
    {
        RuleTest<UndeclaredKeyAnalyzer> test = new("""
            class Page
            {
                void Read(Shop.Flags flags) => flags.Evaluate<bool>({|FLAG2001:Names.Wrong|});
            }
            """);
        test.TestState.Sources.Add(("/shop/Names.cs", """static class Names { public static readonly string Wrong = Inner.Key; static class Inner { public static string Key => "no-flag"; } }"""));
        return test.RunAsync();
    }

    /// <summary>What may have another value when it is read is not judged by its first one.</summary>
    [Fact]
    public Task Members_ThatMayChange_AreLeftAlone() => VerifyAsync(
        """
        class Base
        {
            public virtual string Virtual => "no-flag";
            public string Settable { get; set; } = "no-flag";
            public string InConstructor { get; } = "no-flag";
            public readonly string Instance = "no-flag";
            public static string Static = "no-flag";
        }

        class Late
        {
            public static readonly string Key = "no-flag";
            static Late() { Key = "new-checkout"; }
        }

        class Circle
        {
            public static readonly string A = B;
            public static readonly string B = A;
            public static string C => C;
        }

        class Page
        {
            void Read(Shop.Flags flags, Base values, string argument)
            {
                flags.Evaluate<bool>(values.Virtual);
                flags.Evaluate<bool>(values.Settable);
                flags.Evaluate<bool>(values.InConstructor);
                flags.Evaluate<bool>(values.Instance);
                flags.Evaluate<bool>(Base.Static);
                flags.Evaluate<bool>(Late.Key);
                flags.Evaluate<bool>(Circle.A);
                flags.Evaluate<bool>(Circle.C);
                flags.Evaluate<bool>($"no-{argument}");
                flags.Evaluate<bool>("no-" + argument);
                flags.Evaluate<bool>(null!);
            }
        }
        """);

    [Fact]
    public Task EnumerationMember_ToString_IsItsName() => VerifyAsync(
        """
        enum Features { NoFlag }

        class Page
        {
            void Read(Shop.Flags flags, Features any)
            {
                flags.Evaluate<bool>({|FLAG2001:Features.NoFlag.ToString()|});
                flags.Evaluate<bool>(any.ToString());
            }
        }
        """);

    [Fact]
    public Task MarkedMember_WithWrongKey_IsReportedOnceWhereItIsSet() => VerifyAsync(
        """
        using FlagAnalyzers;

        class Page
        {
            [FlagKey] private const string Constant = {|FLAG2001:"no-flag"|};
            [FlagKey] private static readonly string Field = {|FLAG2001:"no-flag"|};
            [FlagKey] private static string Property { get; } = {|FLAG2001:"no-flag"|};

            void Read(Shop.Flags flags)
            {
                flags.Evaluate<bool>(Constant);
                flags.Evaluate<bool>(Field);
                flags.Evaluate<bool>(Property);
            }
        }
        """);

    [Fact]
    public Task TestDoubles_SetUp_AreReportedForSlipsOnly() => new RuleTest<UndeclaredKeyAnalyzer>(
        """
        using System.Threading.Tasks;
        using FakeItEasy;
        using Microsoft.FeatureManagement;
        using Moq;
        using NSubstitute;

        class Tests
        {
            async Task Run(IFeatureManager features)
            {
                var mock = new Mock<IFeatureManager>();
                mock.Setup(m => m.IsEnabledAsync("any-invention"));
                mock.Setup(m => m.IsEnabledAsync({|FLAG2001:"new-chekout"|}));
                mock.Verify(m => m.IsEnabledAsync("any-invention"));
                features.IsEnabledAsync("any-invention").Returns(Task.FromResult(true));
                features.IsEnabledAsync({|FLAG2001:"old-bannner"|}).Returns(Task.FromResult(true));
                await features.Received().IsEnabledAsync("any-invention");
                A.CallTo(() => features.IsEnabledAsync("any-invention"));
                await features.IsEnabledAsync({|FLAG2001:"any-invention"|});
            }
        }
        """).WithReferences(SdkStubs.Doubles).RunAsync();

    [Fact]
    public Task TestDoubles_OfStaleFlag_AreNoUses() => new RuleTest<StaleFlagAnalyzer>(
        """
        using Microsoft.FeatureManagement;
        using Moq;

        class Tests
        {
            void Run(IFeatureManager features)
            {
                new Mock<IFeatureManager>().Setup(m => m.IsEnabledAsync("new-checkout"));
                features.IsEnabledAsync({|FLAG3001:"new-checkout"|});
            }
        }
        """).WithReferences(SdkStubs.Doubles).RunAsync();

    private static Task VerifyAsync(string source) => new RuleTest<UndeclaredKeyAnalyzer>(source).RunAsync();
}
