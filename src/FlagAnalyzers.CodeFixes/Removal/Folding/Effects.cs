using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Folding;

/// <summary>
/// Whether an expression may do more than give a value. Locals, parameters, fields, constants, auto-properties, comparisons and arithmetic of those do
/// not; any call may.
/// </summary>
internal sealed class Effects(SemanticModel model)
{
    public bool IsPure(ExpressionSyntax? expression)
    {
        switch (expression)
        {
            case null or LiteralExpressionSyntax or ThisExpressionSyntax or BaseExpressionSyntax or DefaultExpressionSyntax or TypeOfExpressionSyntax
                or SizeOfExpressionSyntax or AnonymousFunctionExpressionSyntax or TypeSyntax and not NameSyntax:
                return true;
            case ParenthesizedExpressionSyntax brackets:
                return this.IsPure(brackets.Expression);
            case NameSyntax name:
                return this.IsPureSymbol(name);
            case MemberAccessExpressionSyntax access:
                return this.IsPureSymbol(access) && (this.IsType(access.Expression) || this.IsPure(access.Expression));
            case MemberBindingExpressionSyntax binding:
                return this.IsPureSymbol(binding);
            case ConditionalAccessExpressionSyntax access:
                return this.IsPure(access.Expression) && this.IsPure(access.WhenNotNull);
            case PrefixUnaryExpressionSyntax unary:
                return unary.Kind() is not (SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression) && this.IsBuiltIn(unary) && this.IsPure(unary.Operand);
            case PostfixUnaryExpressionSyntax unary:
                return unary.IsKind(SyntaxKind.SuppressNullableWarningExpression) && this.IsPure(unary.Operand);
            case BinaryExpressionSyntax binary:
                return this.IsBuiltIn(binary) && this.IsPure(binary.Left) && (binary.Right is TypeSyntax || this.IsPure(binary.Right));
            case CastExpressionSyntax cast:
                return model.GetConversion(cast.Expression) is { IsUserDefined: false } && this.IsBuiltIn(cast) && this.IsPure(cast.Expression);
            case ConditionalExpressionSyntax conditional:
                return this.IsPure(conditional.Condition) && this.IsPure(conditional.WhenTrue) && this.IsPure(conditional.WhenFalse);
            case IsPatternExpressionSyntax test:
                return this.IsPure(test.Expression) && this.IsPure(test.Pattern);
            case TupleExpressionSyntax tuple:
                return tuple.Arguments.All(argument => this.IsPure(argument.Expression));
            case InterpolatedStringExpressionSyntax text:
                return text.Contents.OfType<InterpolationSyntax>().All(part => this.IsText(part.Expression) && this.IsPure(part.Expression));
            case ElementAccessExpressionSyntax access:
                return model.GetTypeInfo(access.Expression).Type?.TypeKind == TypeKind.Array && this.IsPure(access.Expression) && access.ArgumentList.Arguments.All(argument => this.IsPure(argument.Expression));
            case InvocationExpressionSyntax call:
                return model.GetConstantValue(call).HasValue;
            default:
                return false;
        }
    }

    /// <summary>The same, and making an object that nobody uses does nothing either when its type is plain: what a dead local or field may be made of.</summary>
    public bool IsDisposable(ExpressionSyntax? expression) => expression switch
    {
        BaseObjectCreationExpressionSyntax creation => this.IsPlainCreation(creation),
        ArrayCreationExpressionSyntax array => array.Type.RankSpecifiers.SelectMany(static rank => rank.Sizes).All(this.IsPure) && (array.Initializer is null || array.Initializer.Expressions.All(this.IsDisposable)),
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.All(this.IsDisposable),
        CollectionExpressionSyntax list => list.Elements.All(element => element is ExpressionElementSyntax item && this.IsDisposable(item.Expression)),
        ParenthesizedExpressionSyntax brackets => this.IsDisposable(brackets.Expression),
        _ => this.IsPure(expression),
    };

    /// <summary>The statements that do what the expression does apart from its value, in its order.</summary>
    public IEnumerable<StatementSyntax> StatementsOf(ExpressionSyntax expression)
    {
        if (this.IsPure(expression))
        {
            return [];
        }

        switch (expression)
        {
            case ParenthesizedExpressionSyntax brackets:
                return this.StatementsOf(brackets.Expression);
            case PrefixUnaryExpressionSyntax unary when unary.Kind() is not (SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression) && this.IsBuiltIn(unary):
                return this.StatementsOf(unary.Operand);
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.LogicalAndExpression) || binary.IsKind(SyntaxKind.LogicalOrExpression):
                StatementSyntax[] right = [.. this.StatementsOf(binary.Right)];
                return right.Length == 0
                    ? this.StatementsOf(binary.Left)
                    : [If(binary.IsKind(SyntaxKind.LogicalAndExpression) ? binary.Left.WithoutTrivia() : Negation.Of(binary.Left.WithoutTrivia(), null), right)];
            case ConditionalExpressionSyntax choice when this.IsPure(choice.WhenTrue) && this.IsPure(choice.WhenFalse):
                return this.StatementsOf(choice.Condition);
            case BinaryExpressionSyntax { Right: not TypeSyntax } binary when this.IsBuiltIn(binary) && !binary.IsKind(SyntaxKind.CoalesceExpression):
                return this.StatementsOf(binary.Left).Concat(this.StatementsOf(binary.Right));
            case InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax { RawKind: (int)SyntaxKind.ObjectCreationExpression } or AwaitExpressionSyntax or AssignmentExpressionSyntax:
            case PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax when !expression.IsKind(SyntaxKind.SuppressNullableWarningExpression):
            case ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax }:
                return [SyntaxFactory.ExpressionStatement(expression.WithoutTrivia())];
            default:
                return [Discard(expression)];
        }
    }

    public bool IsBuiltIn(ExpressionSyntax operation) =>
        model.GetSymbolInfo(operation).Symbol is not IMethodSymbol method || method.MethodKind == MethodKind.BuiltinOperator || IsStringOperator(method);

    private static bool IsStringOperator(IMethodSymbol method) =>
        method.ContainingType is { SpecialType: SpecialType.System_String } || method.ContainingType?.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    private static StatementSyntax Discard(ExpressionSyntax expression) => SyntaxFactory.ExpressionStatement(
        SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            // Without its contextual kind the name would not be a discard.
            SyntaxFactory.IdentifierName(SyntaxFactory.Identifier(default, SyntaxKind.UnderscoreToken, "_", "_", SyntaxFactory.TriviaList(SyntaxFactory.Space))),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            expression.WithoutTrivia()));

    private static StatementSyntax If(ExpressionSyntax condition, StatementSyntax[] body) => SyntaxFactory.IfStatement(condition, SyntaxFactory.Block(body)).NormalizeWhitespace();

    private bool IsType(ExpressionSyntax expression) => model.GetSymbolInfo(expression).Symbol is INamespaceOrTypeSymbol;

    private bool IsPureSymbol(ExpressionSyntax expression) => model.GetSymbolInfo(expression).Symbol switch
    {
        IPropertySymbol property => IsAuto(property),
        ILocalSymbol or IParameterSymbol or IFieldSymbol or IRangeVariableSymbol or INamespaceOrTypeSymbol or IMethodSymbol or IDiscardSymbol => true,
        _ => false,
    };

    /// <summary>Whether the property only keeps a value.</summary>
    public static bool IsAuto(IPropertySymbol property)
    {
        if (Uses.Accessor.Flag(property) is not null)
        {
            return true;
        }

        if (property.IsIndexer || property.ContainingType is null)
        {
            return false;
        }

        if (property.DeclaringSyntaxReferences.Length == 0)
        {
            return property.Name is "Length" or "Count" or "HasValue" or "Key" or "Value"
                && property.ContainingType.TypeKind is TypeKind.Class or TypeKind.Struct
                && property.ContainingType.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) == true
                && property.ContainingType.Name != "Lazy" && !property.ContainingType.Name.StartsWith("Options", StringComparison.Ordinal);
        }

        return property.DeclaringSyntaxReferences.All(static reference => reference.GetSyntax() switch
        {
            ParameterSyntax => true,
            PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors, Parent: not InterfaceDeclarationSyntax } declaration =>
                !declaration.Modifiers.Any(SyntaxKind.AbstractKeyword) && accessors.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }),
            _ => false,
        });
    }

    private bool IsPure(PatternSyntax pattern) => pattern.DescendantNodesAndSelf().All(node => node switch
    {
        ListPatternSyntax or PositionalPatternClauseSyntax => false,
        SubpatternSyntax { ExpressionColon: NameColonSyntax colon } => this.IsPureSymbol(colon.Name),
        SubpatternSyntax => false,
        _ => true,
    });

    private bool IsText(ExpressionSyntax expression) => model.GetTypeInfo(expression).Type is { } type
        && (type.TypeKind == TypeKind.Enum || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String);

    private bool IsPlainCreation(BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.ArgumentList?.Arguments.All(argument => this.IsDisposable(argument.Expression)) == false
            || creation.Initializer?.Expressions.All(this.IsPlainEntry) == false
            || model.GetTypeInfo(creation).Type is not INamedTypeSymbol type
            || model.GetSymbolInfo(creation).Symbol is not IMethodSymbol constructor)
        {
            return false;
        }

        return type.DeclaringSyntaxReferences.Length == 0
            ? type.ContainingNamespace?.ToDisplayString() is { } space
                && (space is "System" or "System.Text" || space.StartsWith("System.Collections", StringComparison.Ordinal))
                && type.AllInterfaces.All(static implemented => implemented.Name != "IDisposable")
            : IsPlain(type, constructor);
    }

    /// <summary>A type of the program that does nothing when it is made: no constructor with a body, and no initialiser that calls.</summary>
    private static bool IsPlain(INamedTypeSymbol type, IMethodSymbol constructor) =>
        type.BaseType is null or { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }
        && (constructor.IsImplicitlyDeclared || constructor.DeclaringSyntaxReferences.All(static reference => reference.GetSyntax() is TypeDeclarationSyntax or ConstructorDeclarationSyntax { Initializer: null, Body.Statements.Count: 0 }))
        && type.DeclaringSyntaxReferences.All(static reference => reference.GetSyntax() is TypeDeclarationSyntax declaration
            && declaration.Members.All(static member => member is not (DestructorDeclarationSyntax or ConstructorDeclarationSyntax { RawKind: (int)SyntaxKind.ConstructorDeclaration, Modifiers: [{ RawKind: (int)SyntaxKind.StaticKeyword }, ..] })
                && member.DescendantNodes().OfType<EqualsValueClauseSyntax>().Where(static clause => clause.Parent is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } or PropertyDeclarationSyntax)
                    .All(static clause => clause.Value is LiteralExpressionSyntax)));

    private bool IsPlainEntry(ExpressionSyntax entry) => entry is AssignmentExpressionSyntax assignment
        ? this.IsDisposable(assignment.Right) && (model.GetSymbolInfo(assignment.Left).Symbol is IFieldSymbol || (model.GetSymbolInfo(assignment.Left).Symbol is IPropertySymbol property && IsAuto(property)))
        : this.IsDisposable(entry);
}
