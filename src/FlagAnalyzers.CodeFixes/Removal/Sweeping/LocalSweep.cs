using FlagAnalyzers.Removal.Folding;
using FlagAnalyzers.Removal.Propagation;
using FlagAnalyzers.Removal.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Sweeping;

/// <summary>Locals, local functions and parameters of private methods that nothing uses any more.</summary>
internal sealed class LocalSweep(Solution solution, SymbolUses uses, DocumentEdits edits, FlagNames names, CancellationToken cancellationToken)
{
    public async Task CollectAsync(Document document)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        foreach (SyntaxNode member in MembersIn(root))
        {
            foreach (SyntaxNode node in member.DescendantNodesAndSelf().Where(static node => !node.Has(Mark.WasIdle)))
            {
                switch (node)
                {
                    case VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } statement } local:
                        await this.SweepLocalAsync(document.Id, local, statement, model).ConfigureAwait(false);
                        break;
                    case LocalFunctionStatementSyntax function when model.GetDeclaredSymbol(function, cancellationToken) is { } symbol:
                        if ((await uses.FindAsync(symbol).ConfigureAwait(false)).All(use => function.Span.Contains(use.Name.Span)))
                        {
                            edits.Mark(document.Id, function, Mark.Remove);
                        }

                        break;
                    case CatchDeclarationSyntax { Identifier.RawKind: not 0 } caught when model.GetDeclaredSymbol(caught, cancellationToken) is { } symbol:
                        if ((await uses.FindAsync(symbol).ConfigureAwait(false)).Count == 0)
                        {
                            edits.Change(document.Id, caught, static node => WithoutName((CatchDeclarationSyntax)node));
                        }

                        break;
                    case ParameterSyntax parameter when model.GetDeclaredSymbol(parameter, cancellationToken) is { } symbol:
                        await this.SweepParameterAsync(document, parameter, symbol).ConfigureAwait(false);
                        break;
                }
            }
        }
    }

    /// <summary>Marks the members of the files to be edited in which nothing is left. A mark alone is not worth binding a file again.</summary>
    public static void MarkSwept(Solution solution, DocumentEdits edits)
    {
        foreach (DocumentId id in edits.Documents.ToList())
        {
            foreach (SyntaxNode member in solution.GetDocument(id)!.TryGetSyntaxRoot(out SyntaxNode? root) ? MembersIn(root) : [])
            {
                if (!edits.Touches(id, member))
                {
                    edits.Mark(id, member, Mark.Swept);
                }
            }
        }
    }

    private static List<SyntaxNode> MembersIn(SyntaxNode root) => [.. root.GetAnnotatedNodes(Mark.Seen).Where(static member => !member.Has(Mark.Swept))];

    private static CatchDeclarationSyntax WithoutName(CatchDeclarationSyntax caught) => caught.WithIdentifier(default).WithType(caught.Type.WithoutTrailingTrivia());

    private async Task SweepLocalAsync(DocumentId document, VariableDeclaratorSyntax local, LocalDeclarationStatementSyntax statement, SemanticModel model)
    {
        if (model.GetDeclaredSymbol(local, cancellationToken) is not { } symbol || statement.Declaration.Type is RefTypeSyntax)
        {
            return;
        }

        IReadOnlyList<SymbolUse> found = await uses.FindAsync(symbol).ConfigureAwait(false);
        Values values = new(model, solution.GetDocument(document)!.Project, names.Key);
        List<(StatementSyntax Place, ExpressionSyntax Value)> writes = [];
        foreach (SymbolUse use in found)
        {
            if (use.Assignment is not { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax place } assignment)
            {
                return;
            }

            writes.Add((place, assignment.Right));
        }

        if (writes.Any(write => !this.CanGo(write.Value, values)) || (local.Initializer is { } initial && !this.CanGo(initial.Value, values)))
        {
            return;
        }

        foreach ((StatementSyntax place, ExpressionSyntax value) in writes)
        {
            this.LeaveEffects(document, place, value, values);
        }

        if (statement.Declaration.Variables.Count > 1)
        {
            if (values.IsDisposable(local.Initializer?.Value))
            {
                edits.Mark(document, local, Mark.Remove);
            }
        }
        else if (local.Initializer is null)
        {
            edits.Mark(document, statement, Mark.Remove);
        }
        else
        {
            this.LeaveEffects(document, statement, local.Initializer.Value, values);
        }
    }

    private bool CanGo(ExpressionSyntax value, Values values) => values.IsDisposable(value) || values.Effects.StatementsOf(value).Count() == 1;

    private void LeaveEffects(DocumentId document, StatementSyntax place, ExpressionSyntax value, Values values)
    {
        if (values.IsDisposable(value))
        {
            edits.Mark(document, place, Mark.Remove);
        }
        else
        {
            StatementSyntax left = values.Effects.StatementsOf(value).Single();
            edits.Replace(document, place, left.WithTriviaFrom(place).With(Mark.Edited));
        }
    }

    private async Task SweepParameterAsync(Document document, ParameterSyntax declaration, IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method || (await uses.FindAsync(parameter).ConfigureAwait(false)).Count > 0)
        {
            return;
        }

        if (Testing.MadeUpParameters.CanGo(declaration, parameter, (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!, document.Project, names.Key))
        {
            edits.Mark(document.Id, declaration, Mark.Remove);
        }
        else if (await CallList.OfAsync(method, parameter.Ordinal, uses, cancellationToken).ConfigureAwait(false) is { } calls
            && calls.Arguments.All(static argument => argument.Node.RefKindKeyword.RawKind == 0 && new Effects(argument.Model).IsPure(argument.Node.Expression)))
        {
            calls.Remove(edits, document.Id);
        }
    }

    /// <summary>What a local may be made of and still go whole: nothing that acts, or a flag service that was only fetched or faked.</summary>
    private sealed class Values(SemanticModel model, Project project, string key)
    {
        public Effects Effects { get; } = new(model);

        public bool IsDisposable(ExpressionSyntax? value) =>
            this.Effects.IsDisposable(value) || FlagServices.Is(FlagServices.FetchedBy(value, model), project, model.Compilation, key);
    }
}
