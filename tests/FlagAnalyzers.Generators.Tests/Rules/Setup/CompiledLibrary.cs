using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules.Setup;

/// <summary>Assemblies that test code refers to, compiled on the spot.</summary>
internal static class CompiledLibrary
{
    /// <summary>What rules know of the runtime library: they recognise it by name.</summary>
    private const string RuntimeSource = """
        using System;
        using System.Collections.Generic;

        namespace FlagAnalyzers
        {
            [AttributeUsage(AttributeTargets.Property)]
            public sealed class FlagAttribute : Attribute
            {
                public FlagAttribute(string key) { Key = key; }
                public string Key { get; }
                public string Owner { get; set; }
                public string Kind { get; set; }
                public string Created { get; set; }
                public string Expires { get; set; }
                public string Issue { get; set; }
                public string Decided { get; set; }
                public string DecidedOn { get; set; }
            }

            [AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
            public sealed class FlagKeyAttribute : Attribute
            {
            }

            public struct FlagEvaluation<T>
            {
                public T Value { get { return default(T); } }
            }

            public class EvaluationContext
            {
                public EvaluationContext(string targetingKey = null) { }
                public string TargetingKey { get; set; }
                public object this[string name] { get { return null; } set { } }
            }

            public abstract class FlagSet
            {
                public FlagEvaluation<T> Evaluate<T>([FlagKey] string key) { return default(FlagEvaluation<T>); }
                public FlagEvaluation<T> Evaluate<T>([FlagKey] string key, T fallback) { return default(FlagEvaluation<T>); }
            }
        }
        """;

    private static readonly Lazy<MetadataReference> LazyRuntime = new(() => Compile("FlagAnalyzers", RuntimeSource));

    public static MetadataReference Runtime => LazyRuntime.Value;

    public static MetadataReference Compile(string assemblyName, string source, params MetadataReference[] references)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            assemblyName,
            [CSharpSyntaxTree.ParseText(source)],
            CompilationReferences.Net100.AddRange(references),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream stream = new();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray().ToImmutableArray());
    }
}
