using FlagAnalyzers.Removal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.CodeFixes.Tests.Removal.Setup;

/// <summary>How good a removal is. The first two are accepted, the last two must never be.</summary>
internal enum Grade
{
    /// <summary>Byte for byte what an expert leaves.</summary>
    Exact,

    /// <summary>The same tokens, comments and directives.</summary>
    Layout,

    /// <summary>The same tokens; comments differ.</summary>
    Comments,

    /// <summary>Compiles, runs the same, and no use is left.</summary>
    Behaves,

    /// <summary>Some uses are left.</summary>
    Partial,

    /// <summary>Nothing was done.</summary>
    Unchanged,

    /// <summary>Runs differently.</summary>
    Wrong,

    /// <summary>Does not compile.</summary>
    Broken,
}

internal static class Grading
{
    public static async Task<(Grade Grade, string Text)> GradeAsync(SourceText input, IReadOnlyList<SourceText> expected, bool keep, params (string Name, string Text)[] others)
    {
        RemovalProject before = new(input, others);
        if (before.Errors.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', before.Errors));
        }

        (RemovalProject after, RemovalResult result) = await before.RemoveAsync(keep);
        string text = after.Text.ToString();
        return (Of(before, after, expected, keep), text + string.Concat(result.Uses.Where(static use => !use.IsRemoved).Select(static use => "\n" + use)));
    }

    private static Grade Of(RemovalProject before, RemovalProject after, IReadOnlyList<SourceText> expected, bool keep)
    {
        // What counts is the text, not the tree that it was written from.
        if (after.Errors.Count > 0 || CSharpSyntaxTree.ParseText(after.Text).GetDiagnostics().Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return Grade.Broken;
        }

        IReadOnlyList<string> then = Behaviour.Of(before.Compilation, keep);
        if (!then.SequenceEqual(Behaviour.Of(after.Compilation, keep)) || (UsesOf(after.Text) == 0 && !then.SequenceEqual(Behaviour.Of(after.Compilation, !keep))))
        {
            return Grade.Wrong;
        }

        string text = after.Text.ToString();
        return expected.Any(wanted => wanted.ToString() == text && Equals(wanted.Encoding, after.Text.Encoding)) ? Grade.Exact
            : expected.Any(wanted => Parts(wanted, withComments: true).SequenceEqual(Parts(after.Text, withComments: true))) ? Grade.Layout
            : expected.Any(wanted => Parts(wanted, withComments: false).SequenceEqual(Parts(after.Text, withComments: false))) ? Grade.Comments
            : UsesOf(after.Text) == 0 ? Grade.Behaves
            : after.Text.ContentEquals(before.Text) ? Grade.Unchanged
            : Grade.Partial;
    }

    private static int UsesOf(SourceText text) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
        .Count(static node => node is IdentifierNameSyntax { Identifier.ValueText: "NewCheckout" } or LiteralExpressionSyntax { Token.Value: "NewCheckout" });

    private static IEnumerable<string> Parts(SourceText text, bool withComments)
    {
        foreach (SyntaxToken token in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens())
        {
            foreach (string part in withComments ? Notes(token.LeadingTrivia) : [])
            {
                yield return part;
            }

            yield return token.Text;
            foreach (string part in withComments ? Notes(token.TrailingTrivia) : [])
            {
                yield return part;
            }
        }
    }

    private static IEnumerable<string> Notes(SyntaxTriviaList trivia) =>
        trivia.Where(static item => !item.IsKind(SyntaxKind.WhitespaceTrivia) && !item.IsKind(SyntaxKind.EndOfLineTrivia)).Select(static item => item.ToFullString().Trim());
}
