using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlagAnalyzers.Generators.Tests.Generation.Harness;

internal static class RuntimeStub
{
    public const string Source = """
        #nullable enable
        #pragma warning disable
        using System; using System.Collections.Generic;
        namespace FlagAnalyzers {
            [AttributeUsage(AttributeTargets.Property)] public sealed class FlagAttribute : Attribute { public FlagAttribute(string key) { Key = key; } public string Key { get; }
                public string? Owner { get; set; } public string? Kind { get; set; } public string? Created { get; set; } public string? Expires { get; set; } public string? Issue { get; set; } }
            public class EvaluationContext { public EvaluationContext(string? targetingKey = null) { TargetingKey = targetingKey; } public string? TargetingKey { get; set; }
                public object? this[string name] { get => null; set { } }
                protected virtual bool TryGetDeclared(string path, out CompilerServices.AttributeValue value) { value = default; return false; }
                protected virtual IReadOnlyList<string> DeclaredPaths => Array.Empty<string>(); }
            public readonly struct FlagEvaluation<T> { public T Value => default!; }
            public sealed class FlagStore { }
            public abstract class FlagSet {
                protected FlagSet(FlagStore store, EvaluationContext context) { } protected FlagSet() { }
                protected abstract FlagEvaluation<T> EvaluateDeclared<T>(string key);
                protected abstract IReadOnlyList<string> DeclaredKeys { get; }
                protected bool ReadBoolean(string key, bool codeDefault) => codeDefault;
                protected string? ReadString(string key, string? codeDefault) => codeDefault;
                protected int ReadInteger(string key, int codeDefault) => codeDefault;
                protected double ReadFloat(string key, double codeDefault) => codeDefault;
                protected T ReadChoice<T>(string key, CompilerServices.FlagValueReader<T> reader, T codeDefault) where T : struct, Enum => codeDefault;
                protected T? ReadObject<T>(string key, CompilerServices.FlagValueReader<T> reader, Func<T?> codeDefault) where T : class => codeDefault();
                protected FlagEvaluation<bool> EvaluateBoolean(string key, bool codeDefault) => default;
                protected FlagEvaluation<string?> EvaluateString(string key, string? codeDefault) => default;
                protected FlagEvaluation<int> EvaluateInteger(string key, int codeDefault) => default;
                protected FlagEvaluation<double> EvaluateFloat(string key, double codeDefault) => default;
                protected FlagEvaluation<T> EvaluateChoice<T>(string key, CompilerServices.FlagValueReader<T> reader, T codeDefault) where T : struct, Enum => default;
                protected FlagEvaluation<T?> EvaluateObject<T>(string key, CompilerServices.FlagValueReader<T> reader, Func<T?> codeDefault) where T : class => default;
                protected FlagEvaluation<T> EvaluateFixed<T>(string key, T value) => default;
                protected FlagEvaluation<T> EvaluateUndeclared<T>(string key) => default;
                protected static FlagEvaluation<T> Convert<TValue, T>(FlagEvaluation<TValue> evaluation) => default;
            }
        }
        namespace FlagAnalyzers.CompilerServices {
            public readonly struct AttributeValue { public static AttributeValue From(string? v) => default; public static AttributeValue From(double? v) => default; public static AttributeValue From(bool? v) => default;
                public static AttributeValue From(IReadOnlyList<string>? v) => default; public static AttributeValue From(object? v) => default; }
            public readonly struct FlagValue { public bool TryGetBoolean(out bool v) { v = default; return false; } public bool TryGetString(out string v) { v = ""; return false; }
                public bool TryGetInt32(out int v) { v = default; return false; } public bool TryGetDouble(out double v) { v = default; return false; }
                public bool IsNull => true; public bool IsObject => true; public bool TryGetProperty(string name, out FlagValue value) { value = default; return false; }
                public bool TryGetItems(out IReadOnlyList<FlagValue> items) { items = null!; return false; } public object? ToObject() => null; }
            public delegate bool FlagValueReader<T>(FlagValue value, out T result);
            public static class CompiledManifest { public static FlagStore CreateStore(Func<string[]> manifestText) => new FlagStore(); public static void Reload(FlagStore store) { } }
        }
        """;

    private static readonly Lazy<MetadataReference> LazyReference = new(() =>
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "FlagAnalyzers", [CSharpSyntaxTree.ParseText(Source)], CompilationReferences.NetStandard20, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream image = new();
        var emitted = compilation.Emit(image);
        if (!emitted.Success)
        {
            throw new InvalidOperationException(string.Join("\n", emitted.Diagnostics));
        }

        return AssemblyMetadata.CreateFromImage(image.ToArray()).GetReference(filePath: "/runtime/FlagAnalyzers.dll");
    });

    public static ImmutableArray<MetadataReference> References(bool netCore) => [LazyReference.Value];
}
