using FlagAnalyzers.Removal.Folding;
using FlagAnalyzers.Removal.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Propagation;

/// <summary>
/// Variables and members that hold nothing but the flag. What reads them reads the flag; private ones go. Nothing is one that is assigned another value,
/// passed by reference, or used as a method group.
/// </summary>
internal sealed class FlagHolders(Solution solution, DocumentEdits edits, CancellationToken cancellationToken)
{
    private readonly SymbolUses uses = new(solution, withGenerated: false, cancellationToken);
    private readonly HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default);

    public async Task CollectAsync(Document document)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        List<SyntaxNode> literals = [.. root.GetAnnotatedNodes(Mark.Value), .. Mark.ConstantsIn(root)];
        if (literals.Count == 0)
        {
            return;
        }

        SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        foreach (SyntaxNode literal in literals)
        {
            if (HeldValue.Of(literal) is { } value && HolderOf(literal, model) is { } symbol && value.Fits(TypeOf(symbol), model) && this.seen.Add(symbol))
            {
                switch (symbol)
                {
                    case ILocalSymbol { IsRef: false }:
                    case IFieldSymbol { RefKind: RefKind.None }:
                        await this.TryVariableAsync(symbol, value, ConstantOf(value, model)).ConfigureAwait(false);
                        break;
                    case IPropertySymbol { IsIndexer: false } property:
                        await this.TryPropertyAsync(property, value, ConstantOf(value, model)).ConfigureAwait(false);
                        break;
                    case IMethodSymbol method:
                        await this.TryMethodAsync(method, value, ConstantOf(value, model)).ConfigureAwait(false);
                        break;
                    case IParameterSymbol { RefKind: RefKind.None } parameter:
                        await this.TryParameterAsync(parameter, value, ConstantOf(value, model)).ConfigureAwait(false);
                        break;
                }
            }
        }
    }

    private static ITypeSymbol TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => ((IMethodSymbol)symbol).ReturnType,
    };

    private static object? ConstantOf(HeldValue value, SemanticModel model) => value.Constant is { } constant ? model.GetConstantValue(constant).Value : null;

    /// <summary>Truth values are folded wherever they stand; a constant takes the place of its holder only where it decides something.</summary>
    private static bool Decides(ExpressionSyntax read, object? constant, SemanticModel model) => constant is null || DecidingPlace.Is(read, constant, model);

    private static ISymbol? HolderOf(SyntaxNode literal, SemanticModel model)
    {
        SyntaxNode place = literal;
        while (place.Parent is ParenthesizedExpressionSyntax)
        {
            place = place.Parent;
        }

        return place.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => model.GetDeclaredSymbol(variable),
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => model.GetDeclaredSymbol(property),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Right == place => model.GetSymbolInfo(assignment.Left).Symbol,
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => model.GetDeclaredSymbol(property),
            ArrowExpressionClauseSyntax { Parent: AccessorDeclarationSyntax accessor } => GetterOf(accessor, model),
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } arrow => model.GetDeclaredSymbol(arrow.Parent!),
            ReturnStatementSyntax { Parent: BlockSyntax { Statements.Count: 1, Parent: AccessorDeclarationSyntax accessor } } => GetterOf(accessor, model),
            ReturnStatementSyntax { Parent: BlockSyntax { Statements.Count: 1, Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } block } => model.GetDeclaredSymbol(block.Parent!),
            ArgumentSyntax argument => ParameterOf(argument, model),
            _ => null,
        };
    }

    private static IPropertySymbol? GetterOf(AccessorDeclarationSyntax accessor, SemanticModel model) =>
        accessor.IsKind(SyntaxKind.GetAccessorDeclaration) && accessor.Parent is AccessorListSyntax { Accessors.Count: 1, Parent: PropertyDeclarationSyntax property } ? model.GetDeclaredSymbol(property) : null;

    private static IParameterSymbol? ParameterOf(ArgumentSyntax argument, SemanticModel model) =>
        argument.Parent?.Parent is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax
        && model.GetOperation(argument) is Microsoft.CodeAnalysis.Operations.IArgumentOperation { Parameter: { IsParams: false } parameter }
            ? parameter.OriginalDefinition
            : null;

    private static bool IsPrivate(ISymbol symbol) => symbol.DeclaredAccessibility == Accessibility.Private && symbol is not (IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 } or IMethodSymbol { ExplicitInterfaceImplementations.Length: > 0 });

    private static bool IsLocalFunction(IMethodSymbol method) => method.MethodKind == MethodKind.LocalFunction;

    private static bool IsExact(ISymbol symbol) => !symbol.IsVirtual && !symbol.IsAbstract && !symbol.IsExtern && (!symbol.IsOverride || symbol.IsSealed || symbol.ContainingType.IsSealed);

    private async Task TryVariableAsync(ISymbol symbol, HeldValue value, object? constant)
    {
        bool isField = symbol is IFieldSymbol;
        if (symbol.DeclaringSyntaxReferences is not [{ } reference]
            || await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is not VariableDeclaratorSyntax declarator
            || solution.GetDocument(declarator.SyntaxTree) is not { } document
            || await this.uses.FindEditableAsync(symbol).ConfigureAwait(false) is not { } found
            || !HoldsOnly(found, value, declarator.Initializer?.Value)
            || (isField && !this.IsCovered(symbol, found, value, declarator.Initializer is not null)))
        {
            return;
        }

        bool goes = !isField || (IsPrivate(symbol) && !HasAttributes(declarator));
        if (!goes && symbol is not IFieldSymbol { IsReadOnly: true })
        {
            return;
        }

        List<SymbolUse> decided = [.. found.Where(use => use.Assignment is not null || Decides(use.Whole, constant, use.Model))];
        this.ReplaceReads(decided, value);
        if (goes && decided.Count == found.Count)
        {
            foreach (SymbolUse use in found)
            {
                if (use.Assignment is { } assignment)
                {
                    edits.Mark(use.Document, assignment.Parent!, Mark.Remove);
                }
            }

            this.RemoveVariable(document.Id, declarator);
        }
    }

    private void RemoveVariable(DocumentId document, VariableDeclaratorSyntax declarator)
    {
        if (declarator.Parent is VariableDeclarationSyntax { Variables.Count: 1, Parent: StatementSyntax statement })
        {
            edits.Mark(document, statement, Mark.Remove);
        }
        else
        {
            edits.Mark(document, declarator, Mark.Remove);
        }
    }

    private static bool HasAttributes(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { AttributeLists.Count: > 0 };

    /// <summary>Whether everything ever assigned is the flag, by statements that can go.</summary>
    private static bool HoldsOnly(IReadOnlyList<SymbolUse> found, HeldValue value, ExpressionSyntax? initial) =>
        (initial is null || value.Is(initial))
        && found.All(use => use.Assignment is { } assignment
            ? assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && value.Is(assignment.Right) && assignment.Parent is ExpressionStatementSyntax
            : use.IsRead && (use.Whole is not MemberAccessExpressionSyntax access || new Effects(use.Model).IsPure(access.Expression)));

    /// <summary>
    /// Whether a field cannot be seen before it holds the flag: it has it from its initialiser, its default is the same, or every constructor assigns it
    /// before it is read there.
    /// </summary>
    private bool IsCovered(ISymbol field, IReadOnlyList<SymbolUse> found, HeldValue value, bool hasInitialiser)
    {
        if (value.Truth == false || hasInitialiser)
        {
            return true;
        }

        IMethodSymbol[] constructors = [.. field.ContainingType.Constructors.Where(constructor => constructor.IsStatic == field.IsStatic && !(constructor.IsImplicitlyDeclared && constructor.Parameters.Length > 0))];
        return constructors.Length > 0
            && (field.ContainingType.TypeKind == TypeKind.Class || field.IsStatic)
            && constructors.All(constructor => constructor.DeclaringSyntaxReferences is [{ } reference]
                && reference.GetSyntax(cancellationToken) is ConstructorDeclarationSyntax declaration
                && (declaration.Initializer is { ThisOrBaseKeyword.RawKind: (int)SyntaxKind.ThisKeyword } || this.AssignsFirst(declaration, found)));
    }

    private bool AssignsFirst(ConstructorDeclarationSyntax constructor, IReadOnlyList<SymbolUse> found)
    {
        List<SymbolUse> inside = [.. found.Where(use => use.Name.SyntaxTree == constructor.SyntaxTree && constructor.Span.Contains(use.Name.Span)).OrderBy(static use => use.Name.SpanStart)];
        return inside.Count > 0 && inside[0].Assignment?.Parent?.Parent == constructor.Body && constructor.Body is not null;
    }

    private void ReplaceReads(IReadOnlyList<SymbolUse> found, HeldValue value)
    {
        foreach (SymbolUse use in found.Where(static use => use.Assignment is null))
        {
            edits.Replace(use.Document, use.Whole, value.Copy().WithTriviaFrom(use.Whole));
        }
    }

    private async Task TryPropertyAsync(IPropertySymbol property, HeldValue value, object? constant)
    {
        if (property.DeclaringSyntaxReferences is not [{ } reference]
            || await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is not PropertyDeclarationSyntax declaration
            || solution.GetDocument(declaration.SyntaxTree) is not { } document
            || Uses.Accessor.Flag(property) is not null
            || await this.uses.FindEditableAsync(property).ConfigureAwait(false) is not { } found)
        {
            return;
        }

        bool isAuto = declaration.ExpressionBody is null && declaration.AccessorList!.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null });
        bool goes = IsPrivate(property) && declaration.AttributeLists.Count == 0;
        if (isAuto
            ? !HoldsOnly(found, value, declaration.Initializer?.Value) || !this.IsCovered(property, found, value, declaration.Initializer is not null) || (!goes && property.SetMethod is not null)
            : !IsBody(declaration, value))
        {
            return;
        }

        if (!goes && (!IsExact(property) || declaration.ExplicitInterfaceSpecifier is not null))
        {
            return;
        }

        List<SymbolUse> reads = [.. found.Where(use => use.IsRead && use.HasPureReceiver && Decides(use.Whole, constant, use.Model))];
        this.ReplaceReads(reads, value);
        if (goes && reads.Count + found.Count(static use => use.Assignment is not null) == found.Count)
        {
            foreach (SymbolUse use in found.Where(static use => use.Assignment is not null))
            {
                edits.Mark(use.Document, use.Assignment!.Parent!, Mark.Remove);
            }

            edits.Mark(document.Id, declaration, Mark.Remove);
        }
    }

    private static bool IsBody(PropertyDeclarationSyntax declaration, HeldValue value)
    {
        ExpressionSyntax? body = declaration.ExpressionBody?.Expression;
        if (declaration.AccessorList is { Accessors: [{ } getter] })
        {
            body = getter.ExpressionBody?.Expression ?? (getter.Body?.Statements is [ReturnStatementSyntax { Expression: { } returned }] ? returned : null);
        }

        return body is not null && value.Is(body);
    }

    private async Task TryMethodAsync(IMethodSymbol method, HeldValue value, object? constant)
    {
        bool goes = IsLocalFunction(method) || IsPrivate(method);
        if (method.DeclaringSyntaxReferences is not [{ } reference] || (!goes && !IsExact(method)) || method.ExplicitInterfaceImplementations.Length > 0)
        {
            return;
        }

        SyntaxNode declaration = await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
        if (solution.GetDocument(declaration.SyntaxTree) is not { } document || declaration is MethodDeclarationSyntax { AttributeLists.Count: > 0 } || method.IsAsync
            || await this.uses.FindEditableAsync(method).ConfigureAwait(false) is not { } found)
        {
            return;
        }

        int replaced = 0;
        foreach (SymbolUse use in found)
        {
            if (use.Whole.Parent is not InvocationExpressionSyntax call || call.Expression != use.Whole || !use.HasPureReceiver
                || call.Parent is ConditionalAccessExpressionSyntax
                || !await QuietArguments.AreAsync(call, use.Model, solution, cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            // What folding left of an operand that might have done something: now it is known to do nothing.
            if (call.Parent is ExpressionStatementSyntax statement)
            {
                edits.Mark(use.Document, statement, Mark.Remove);
                replaced++;
            }
            else if (Decides(call, constant, use.Model))
            {
                edits.Replace(use.Document, call, value.Copy().WithTriviaFrom(call));
                replaced++;
            }
        }

        if (goes && replaced == found.Count && found.Count > 0)
        {
            edits.Mark(document.Id, declaration, Mark.Remove);
        }
    }

    /// <summary>A parameter of a private method to which every call passes the flag.</summary>
    private async Task TryParameterAsync(IParameterSymbol parameter, HeldValue value, object? constant)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method
            || await CallList.OfAsync(method, parameter.Ordinal, this.uses, cancellationToken).ConfigureAwait(false) is not { } calls
            || calls.Arguments.Count == 0
            || calls.Arguments.Any(argument => !value.Is(argument.Node.Expression))
            || solution.GetDocument(calls.Parameter.SyntaxTree) is not { } document)
        {
            return;
        }

        IReadOnlyList<SymbolUse> reads = await this.uses.FindAsync(parameter).ConfigureAwait(false);
        if (reads.Any(use => !use.IsRead || use.Assignment is not null || !Decides(use.Whole, constant, use.Model)))
        {
            return;
        }

        this.ReplaceReads(reads, value);
        calls.Remove(edits, document.Id);
    }
}
