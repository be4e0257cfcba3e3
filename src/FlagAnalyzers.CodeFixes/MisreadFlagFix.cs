using System.Collections.Immutable;
using FlagAnalyzers.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.CodeFixes;

/// <summary>FLAG2003: reads the flag as it is declared, or takes its default for the fallback.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MisreadFlagFix))]
internal sealed class MisreadFlagFix : CodeFixProvider
{
    public const string UseDefault = nameof(UseDefault);

    public const string ReadAsDeclared = nameof(ReadAsDeclared);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FLAG2003");

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax marked)
            {
                continue;
            }

            diagnostic.Properties.TryGetValue(FixProperties.Replacement, out string? fallback);
            if (!diagnostic.Properties.ContainsKey(FixProperties.ReadAs))
            {
                if (fallback is not null)
                {
                    Register(context, diagnostic, root, new() { [marked] = SyntaxFactory.ParseExpression(fallback) }, "Use the default, " + fallback, UseDefault);
                }
            }
            else if (diagnostic.Properties.TryGetValue(FixProperties.ReadAs, out string? readAs) && readAs is not null && ReadAs(marked, readAs, fallback) is { } replacements)
            {
                Register(context, diagnostic, root, replacements, "Read it with " + readAs, ReadAsDeclared);
            }
        }
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, Dictionary<SyntaxNode, SyntaxNode> replacements, string title, string equivalenceKey) =>
        context.RegisterCodeFix(
            CodeAction.Create(
                title,
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNodes(replacements.Keys, (original, _) => replacements[original].WithTriviaFrom(original)))),
                equivalenceKey),
            diagnostic);

    /// <summary>The type argument or the method's name, and the fallback where it is a literal; null where the call is written otherwise.</summary>
    private static Dictionary<SyntaxNode, SyntaxNode>? ReadAs(ExpressionSyntax key, string readAs, string? fallback)
    {
        if (key.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent is not ArgumentListSyntax { Parent: InvocationExpressionSyntax call } arguments)
        {
            return null;
        }

        SimpleNameSyntax? name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        Dictionary<SyntaxNode, SyntaxNode> replacements = [];
        switch (name)
        {
            case GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } types }:
                replacements.Add(types[0], SyntaxFactory.ParseTypeName(readAs));
                break;
            case IdentifierNameSyntax when SyntaxFacts.GetKeywordKind(readAs) == SyntaxKind.None:
                replacements.Add(name, SyntaxFactory.IdentifierName(readAs));
                break;
            case null or GenericNameSyntax:
                return null;
        }

        // A literal of the old type would not compile in the new call; what infers the type argument is the fallback itself.
        foreach (LiteralExpressionSyntax literal in arguments.Arguments.Select(static argument => argument.Expression).OfType<LiteralExpressionSyntax>().Where(literal => literal != key))
        {
            if (fallback is null)
            {
                return null;
            }

            replacements.Add(literal, SyntaxFactory.ParseExpression(fallback));
        }

        return replacements.Count > 0 ? replacements : null;
    }
}
