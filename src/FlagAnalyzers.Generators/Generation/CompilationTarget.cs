using FlagAnalyzers.Manifests.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlagAnalyzers.Generators.Generation;

/// <summary>What the generated code is compiled with; read from options and references, never from the compilation, which changes with every keystroke.</summary>
/// <param name="LanguageVersion">The version of C#.</param>
/// <param name="HasRuntime">Whether the assembly that generated code calls is referenced.</param>
internal sealed record CompilationTarget(LanguageVersion LanguageVersion, bool HasRuntime)
{
    private const string RuntimeAssembly = "FlagAnalyzers";

    /// <summary>Whether string literals with the suffix <c>u8</c> compile.</summary>
    public bool HasUtf8Literals => this.LanguageVersion >= LanguageVersion.CSharp11;

    public static LanguageVersion LanguageVersionOf(ParseOptions options) => options is CSharpParseOptions csharp ? csharp.LanguageVersion : LanguageVersion.CSharp1;

    /// <summary>By file name, or by assembly name where the reference is another project of an open solution.</summary>
    public static bool IsRuntime(MetadataReference reference) => reference switch
    {
        CompilationReference project => project.Display == RuntimeAssembly,
        PortableExecutableReference { FilePath: { } path } => IsRuntimeFile(path),
        _ => reference.Display is { } display && (display == RuntimeAssembly || IsRuntimeFile(display)),
    };

    /// <summary>Why generated code would not compile, in sentences.</summary>
    public EquatableArray<string> Problems()
    {
        List<string> problems = [];
        if (this.LanguageVersion < LanguageVersion.CSharp8)
        {
            problems.Add($"The code generated from the manifest needs C# 8 or newer, and this project is compiled as C# {this.LanguageVersion.ToDisplayString()}. Set the property LangVersion to 8.0 or newer.");
        }

        if (!this.HasRuntime)
        {
            problems.Add("The code generated from the manifest calls the assembly FlagAnalyzers, which this project does not reference. Reference the package FlagAnalyzers without excluding its compile assets.");
        }

        return problems.ToEquatableArray();
    }

    private static bool IsRuntimeFile(string path)
    {
        int name = Math.Max(path.LastIndexOf('/'), path.LastIndexOf('\\')) + 1;
        return string.Compare(path, name, RuntimeAssembly + ".dll", 0, int.MaxValue, StringComparison.OrdinalIgnoreCase) == 0;
    }
}
