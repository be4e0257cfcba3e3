using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Rules.Pages;

/// <summary>
/// The C# that Razor makes of pages and components. It counts as generated, and yet a person wrote what <c>#line</c> maps back to a <c>.cshtml</c> or <c>.razor</c>
/// file.
/// </summary>
internal static class RazorCode
{
    /// <summary>Whether the place was written in a page. The compiler and editors show diagnostics there.</summary>
    public static bool IsFromPage(SyntaxNode syntax)
    {
        if (!IsRazorFile(syntax.SyntaxTree.FilePath))
        {
            return false;
        }

        FileLinePositionSpan place = syntax.GetLocation().GetMappedLineSpan();
        return place.HasMappedPath
            && (place.Path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase) || place.Path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether Razor made C# of any page.</summary>
    public static bool IsIn(Compilation compilation) => compilation.SyntaxTrees.Any(static tree => IsRazorFile(tree.FilePath));

    /// <summary>Razor's generator names its files after the page: <c>Index_cshtml.g.cs</c>; older ones <c>Index.cshtml.g.cs</c>.</summary>
    private static bool IsRazorFile(string path) =>
        path.EndsWith("cshtml.g.cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith("razor.g.cs", StringComparison.OrdinalIgnoreCase);
}
