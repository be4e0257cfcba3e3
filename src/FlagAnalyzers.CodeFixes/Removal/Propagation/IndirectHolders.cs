using FlagAnalyzers.Removal.Folding;
using FlagAnalyzers.Removal.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Propagation;

/// <summary>
/// What answers the flag, and nothing else, by way of something: a lambda in a variable that is only called, a task that is only awaited, a virtual member
/// that is asked for by <c>base</c>.
/// </summary>
internal sealed class IndirectHolders(Solution solution, DocumentEdits edits, CancellationToken cancellationToken)
{
    private readonly SymbolUses uses = new(solution, withGenerated: false, cancellationToken);
    private readonly HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default);

    public async Task CollectAsync(Document document)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        List<SyntaxNode> literals = [.. root.GetAnnotatedNodes(Mark.Value)];
        if (literals.Count == 0)
        {
            return;
        }

        SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        foreach (SyntaxNode literal in literals)
        {
            if (Mark.TruthOf(literal) is not { } value)
            {
                continue;
            }

            SyntaxNode answer = Outside(literal);
            if (LambdaAround(answer) is { } lambda && VariableOf(Outside(lambda), model) is { } called && this.seen.Add(called))
            {
                await this.TryVariableAsync(called, lambda, value, CallOf).ConfigureAwait(false);
            }
            else if (FinishedTaskAround(answer, model) is { } task && VariableOf(Outside(task), model) is ILocalSymbol awaited && this.seen.Add(awaited))
            {
                await this.TryVariableAsync(awaited, task, value, static (use, _) => Asynchronous.Answer(use.Whole)).ConfigureAwait(false);
            }
            else if (FunctionOf(FinishedTaskAround(answer, model) ?? answer, model) is { } method && this.seen.Add(method))
            {
                await this.TryMethodAsync(method, value, isTask: FinishedTaskAround(answer, model) is not null || method.IsAsync).ConfigureAwait(false);
            }
            else if (answer.Parent is ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax declaration } && model.GetDeclaredSymbol(declaration) is { } property && IsOpen(property) && this.seen.Add(property))
            {
                await this.ReplaceBaseReadsAsync(property, value).ConfigureAwait(false);
            }
        }
    }

    private static SyntaxNode Outside(SyntaxNode expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax)
        {
            expression = expression.Parent;
        }

        return expression;
    }

    /// <summary>The lambda without parameters of which the answer is all. One that takes something is a predicate, and says so by its type.</summary>
    private static AnonymousFunctionExpressionSyntax? LambdaAround(SyntaxNode answer) => answer.Parent switch
    {
        ParenthesizedLambdaExpressionSyntax lambda when lambda.Body == answer && IsPlain(lambda) => lambda,
        ReturnStatementSyntax { Parent: BlockSyntax { Statements.Count: 1, Parent: ParenthesizedLambdaExpressionSyntax lambda } } when IsPlain(lambda) => lambda,
        _ => null,
    };

    private static bool IsPlain(ParenthesizedLambdaExpressionSyntax lambda) => lambda.ParameterList.Parameters.Count == 0 && !lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);

    /// <summary><c>Task.FromResult(answer)</c> or <c>new ValueTask&lt;bool&gt;(answer)</c>.</summary>
    private static ExpressionSyntax? FinishedTaskAround(SyntaxNode answer, SemanticModel model) => answer.Parent is ArgumentSyntax { Parent.Parent: ExpressionSyntax made }
        && made switch
        {
            InvocationExpressionSyntax call => model.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" },
            BaseObjectCreationExpressionSyntax => model.GetTypeInfo(made).Type is INamedTypeSymbol { Name: "ValueTask", TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] },
            _ => false,
        }
            ? made
            : null;

    /// <summary>The local or private field whose value the expression is.</summary>
    private static ISymbol? VariableOf(SyntaxNode value, SemanticModel model)
    {
        ISymbol? symbol = value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => model.GetDeclaredSymbol(variable),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax } assignment when assignment.Right == value => model.GetSymbolInfo(assignment.Left).Symbol,
            _ => null,
        };
        return symbol is ILocalSymbol { RefKind: RefKind.None } or IFieldSymbol { DeclaredAccessibility: Accessibility.Private } ? symbol : null;
    }

    private static IMethodSymbol? FunctionOf(SyntaxNode answer, SemanticModel model) => Outside(answer).Parent switch
    {
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } arrow => model.GetDeclaredSymbol(arrow.Parent!) as IMethodSymbol,
        ReturnStatementSyntax { Parent: BlockSyntax { Statements.Count: 1, Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } block } => model.GetDeclaredSymbol(block.Parent!) as IMethodSymbol,
        _ => null,
    };

    private static bool IsOpen(ISymbol symbol) => (symbol.IsVirtual || symbol.IsOverride) && !symbol.IsAbstract;

    /// <summary><c>f()</c> or <c>f.Invoke()</c> with arguments that do nothing; null for another use.</summary>
    private static ExpressionSyntax? CallOf(SymbolUse use, Effects effects)
    {
        ExpressionSyntax callee = use.Whole.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } invoke && invoke.Expression == use.Whole ? invoke : use.Whole;
        return callee.Parent is InvocationExpressionSyntax call && call.Expression == callee && HasQuietArguments(call, effects) && (use.Whole is not MemberAccessExpressionSyntax access || effects.IsPure(access.Expression)) ? call : null;
    }

    private static bool HasQuietArguments(InvocationExpressionSyntax call, Effects effects) =>
        call.Parent is not ExpressionStatementSyntax && call.ArgumentList.Arguments.All(argument => argument.RefKindKeyword.RawKind == 0 && effects.IsPure(argument.Expression));

    private async Task TryVariableAsync(ISymbol variable, ExpressionSyntax holder, bool value, Func<SymbolUse, Effects, ExpressionSyntax?> answerOf)
    {
        if (variable.DeclaringSyntaxReferences is not [{ } reference]
            || await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is not VariableDeclaratorSyntax declarator
            || solution.GetDocument(declarator.SyntaxTree) is not { } document
            || (declarator.Initializer is { } initializer && !initializer.Value.Contains(holder))
            || (variable is IFieldSymbol field && !IsSetOnce(declarator, field))
            || await this.uses.FindEditableAsync(variable).ConfigureAwait(false) is not { } found)
        {
            return;
        }

        List<(DocumentId Document, SyntaxNode Node)> reads = [];
        List<(DocumentId Document, SyntaxNode Node)> writes = [];
        foreach (SymbolUse use in found)
        {
            if (use.Assignment is { Parent: ExpressionStatementSyntax statement } assignment && assignment.Right.Contains(holder))
            {
                writes.Add((use.Document, statement));
            }
            else if (answerOf(use, new Effects(use.Model)) is { } read && use.Assignment is null)
            {
                reads.Add((use.Document, read));
            }
            else
            {
                return;
            }
        }

        // A field that two constructors set may be null in one of them; one place has to give the value.
        if (writes.Count + (declarator.Initializer is null ? 0 : 1) != 1)
        {
            return;
        }

        foreach ((DocumentId place, SyntaxNode read) in reads)
        {
            edits.Replace(place, read, Mark.Literal(value).WithTriviaFrom(read));
        }

        foreach ((DocumentId place, SyntaxNode write) in writes)
        {
            edits.Mark(place, write, Mark.Remove);
        }

        bool isAlone = declarator.Parent is VariableDeclarationSyntax { Variables.Count: 1, Parent: StatementSyntax };
        edits.Mark(document.Id, isAlone ? declarator.Parent!.Parent! : declarator, Mark.Remove);
    }

    /// <summary>Whether the field has its value before anybody calls it: from its initialiser, or from the one constructor.</summary>
    private static bool IsSetOnce(VariableDeclaratorSyntax declarator, IFieldSymbol field) =>
        declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { AttributeLists.Count: 0 }
        && (declarator.Initializer is not null
            || field.ContainingType.Constructors.Where(constructor => constructor.IsStatic == field.IsStatic).ToList() is [{ IsImplicitlyDeclared: false }]);

    private async Task TryMethodAsync(IMethodSymbol method, bool value, bool isTask)
    {
        bool isOwn = method.MethodKind == MethodKind.LocalFunction || method.DeclaredAccessibility == Accessibility.Private;
        if (!isTask || (IsOpen(method) && !isOwn))
        {
            if (!isTask && IsOpen(method))
            {
                await this.ReplaceBaseReadsAsync(method, value).ConfigureAwait(false);
            }

            return;
        }

        if (method.DeclaringSyntaxReferences is not [{ } reference] || method.ExplicitInterfaceImplementations.Length > 0)
        {
            return;
        }

        SyntaxNode declaration = await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
        if (solution.GetDocument(declaration.SyntaxTree) is not { } document || declaration is MethodDeclarationSyntax { AttributeLists.Count: > 0 }
            || await this.uses.FindEditableAsync(method).ConfigureAwait(false) is not { } found)
        {
            return;
        }

        int replaced = 0;
        foreach (SymbolUse use in found)
        {
            Effects effects = new(use.Model);
            if (use.Whole.Parent is InvocationExpressionSyntax call && call.Expression == use.Whole && HasQuietArguments(call, effects)
                && use.HasPureReceiver
                && Asynchronous.Answer(call) is { Parent: not ExpressionStatementSyntax } answer)
            {
                edits.Replace(use.Document, answer, Mark.Literal(value).WithTriviaFrom(answer));
                replaced++;
            }
        }

        if (isOwn && replaced == found.Count && found.Count > 0)
        {
            edits.Mark(document.Id, declaration, Mark.Remove);
        }
    }

    /// <summary>What <c>base</c> asks for is exact, whatever overrides there are.</summary>
    private async Task ReplaceBaseReadsAsync(ISymbol member, bool value)
    {
        foreach (SymbolUse use in await this.uses.FindEditableAsync(member).ConfigureAwait(false) ?? [])
        {
            if (use.Whole is not MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax })
            {
                continue;
            }

            if (member is IPropertySymbol && use.IsRead)
            {
                edits.Replace(use.Document, use.Whole, Mark.Literal(value).WithTriviaFrom(use.Whole));
            }
            else if (member is IMethodSymbol && CallOf(use, new Effects(use.Model)) is { } call)
            {
                edits.Replace(use.Document, call, Mark.Literal(value).WithTriviaFrom(call));
            }
        }
    }
}
