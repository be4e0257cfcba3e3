using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Tests.Rules.Setup;

/// <summary>The public face of SDKs that cannot be restored here, member by member as their sources have it; and of libraries that make test doubles.</summary>
internal static class SdkStubs
{
    private static readonly Lazy<MetadataReference> LazyOpenFeature = new(() => CompiledLibrary.Compile("OpenFeature", """
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using OpenFeature.Model;

        namespace OpenFeature.Model
        {
            public sealed class EvaluationContext { }
            public sealed class FlagEvaluationOptions { }
            public sealed class Value { public Value(string text) { } }
            public sealed class FlagEvaluationDetails<T> { public T Value { get; } }
        }

        namespace OpenFeature
        {
            public interface IFeatureClient
            {
                Task<bool> GetBooleanValueAsync(string flagKey, bool defaultValue, EvaluationContext? context = null, FlagEvaluationOptions? config = null, CancellationToken cancellationToken = default);
                Task<FlagEvaluationDetails<bool>> GetBooleanDetailsAsync(string flagKey, bool defaultValue, EvaluationContext? context = null, FlagEvaluationOptions? config = null, CancellationToken cancellationToken = default);
                Task<string> GetStringValueAsync(string flagKey, string defaultValue, EvaluationContext? context = null, FlagEvaluationOptions? config = null, CancellationToken cancellationToken = default);
                Task<int> GetIntegerValueAsync(string flagKey, int defaultValue, EvaluationContext? context = null, FlagEvaluationOptions? config = null, CancellationToken cancellationToken = default);
                Task<double> GetDoubleValueAsync(string flagKey, double defaultValue, EvaluationContext? context = null, FlagEvaluationOptions? config = null, CancellationToken cancellationToken = default);
                Task<Value> GetObjectValueAsync(string flagKey, Value defaultValue, EvaluationContext? context = null, FlagEvaluationOptions? config = null, CancellationToken cancellationToken = default);
            }

            public sealed class FeatureClient : IFeatureClient
            {
                public Task<bool> GetBooleanValueAsync(string flagKey, bool defaultValue, EvaluationContext? context = null, FlagEvaluationOptions? config = null, CancellationToken cancellationToken = default) => throw null;
                public Task<FlagEvaluationDetails<bool>> GetBooleanDetailsAsync(string flagKey, bool defaultValue, EvaluationContext? context = null, FlagEvaluationOptions? config = null, CancellationToken cancellationToken = default) => throw null;
                public Task<string> GetStringValueAsync(string flagKey, string defaultValue, EvaluationContext? context = null, FlagEvaluationOptions? config = null, CancellationToken cancellationToken = default) => throw null;
                public Task<int> GetIntegerValueAsync(string flagKey, int defaultValue, EvaluationContext? context = null, FlagEvaluationOptions? config = null, CancellationToken cancellationToken = default) => throw null;
                public Task<double> GetDoubleValueAsync(string flagKey, double defaultValue, EvaluationContext? context = null, FlagEvaluationOptions? config = null, CancellationToken cancellationToken = default) => throw null;
                public Task<Value> GetObjectValueAsync(string flagKey, Value defaultValue, EvaluationContext? context = null, FlagEvaluationOptions? config = null, CancellationToken cancellationToken = default) => throw null;
            }

            public abstract class FeatureProvider
            {
                public abstract Task<bool> ResolveBooleanValueAsync(string flagKey, bool defaultValue, EvaluationContext? context = null, CancellationToken cancellationToken = default);
            }
        }
        """));

    private static readonly Lazy<MetadataReference> LazyLaunchDarkly = new(() => CompiledLibrary.Compile("LaunchDarkly.ServerSdk", """
        namespace LaunchDarkly.Sdk
        {
            public struct Context { public static Context New(string key) => default; }
            public struct LdValue { public static LdValue Null => default; }
        }

        namespace LaunchDarkly.Sdk.Server.Interfaces
        {
            public interface ILdClient
            {
                bool BoolVariation(string key, Context context, bool defaultValue = false);
                int IntVariation(string key, Context context, int defaultValue);
                float FloatVariation(string key, Context context, float defaultValue);
                double DoubleVariation(string key, Context context, double defaultValue);
                string StringVariation(string key, Context context, string defaultValue);
                LdValue JsonVariation(string key, Context context, LdValue defaultValue);
            }
        }

        namespace LaunchDarkly.Sdk.Server
        {
            public sealed class LdClient : LaunchDarkly.Sdk.Server.Interfaces.ILdClient
            {
                public bool BoolVariation(string key, Context context, bool defaultValue = false) => defaultValue;
                public int IntVariation(string key, Context context, int defaultValue) => defaultValue;
                public float FloatVariation(string key, Context context, float defaultValue) => defaultValue;
                public double DoubleVariation(string key, Context context, double defaultValue) => defaultValue;
                public string StringVariation(string key, Context context, string defaultValue) => defaultValue;
                public LdValue JsonVariation(string key, Context context, LdValue defaultValue) => defaultValue;
            }

            public static class ILdClientExtensions
            {
                public static T EnumVariation<T>(this LaunchDarkly.Sdk.Server.Interfaces.ILdClient client, string key, Context context, T defaultValue) where T : struct, System.Enum => defaultValue;
            }
        }

        namespace LaunchDarkly.Sdk.Server.Integrations
        {
            public sealed class TestData
            {
                public static TestData DataSource() => new TestData();
                public FlagBuilder Flag(string key) => new FlagBuilder();
                public sealed class FlagBuilder { }
            }
        }
        """));

    private static readonly Lazy<MetadataReference> LazyDoubles = new(() => CompiledLibrary.Compile("Doubles", """
        using System;
        using System.Linq.Expressions;

        namespace Moq
        {
            public class Mock<T>
            {
                public T Object => default(T);
                public void Setup<TResult>(Expression<Func<T, TResult>> expression) { }
                public void Verify<TResult>(Expression<Func<T, TResult>> expression) { }
            }
        }

        namespace NSubstitute
        {
            public static class Substitute { public static T For<T>() => default(T); }
            public static class SubstituteExtensions
            {
                public static void Returns<T>(this T value, T answer) { }
                public static T Received<T>(this T substitute) => substitute;
            }
        }

        namespace FakeItEasy
        {
            public static class A { public static void CallTo<T>(Expression<Func<T>> call) { } }
        }
        """));

    public static MetadataReference OpenFeature => LazyOpenFeature.Value;

    public static MetadataReference LaunchDarkly => LazyLaunchDarkly.Value;

    /// <summary>Moq, NSubstitute and FakeItEasy in one.</summary>
    public static MetadataReference Doubles => LazyDoubles.Value;
}
