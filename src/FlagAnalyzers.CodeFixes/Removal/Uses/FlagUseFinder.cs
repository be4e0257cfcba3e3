using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Uses;
using FlagAnalyzers.Removal.Repair;
using FlagAnalyzers.Removal.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Removal.Uses;

/// <summary>Finds the uses of a flag in one file, by symbol: accessors, calls that are given its key, gates, set-up of tests.</summary>
internal sealed class FlagUseFinder(FlagNames names, KeptValue kept, DocumentId document, SemanticModel model, UserApis userApis, CancellationToken cancellationToken)
{
    private const string Unresolved = "what it belongs to could not be resolved, so it may use the flag: restore and build the project first";

    public IEnumerable<FlagUse> In(SyntaxNode root, string text)
    {
        HashSet<SyntaxNode> seen = [];
        foreach (SyntaxToken token in Occurrences.Of(names.All, root, text))
        {
            FlagUse? use = token.IsKind(SyntaxKind.IdentifierToken) && (names.Accessors.Contains(token.ValueText) || token.ValueText == names.UsualAccessor) ? this.OfAccessor(token) : null;
            if (use is null && (token.IsKind(SyntaxKind.IdentifierToken)
                ? names.Constants.Contains(token.ValueText) || names.Accessors.Contains(token.ValueText)
                : token.Value is string value && names.IsKey(value, orName: true)))
            {
                use = this.OfKey(token);
            }

            if (use is { Kind: FlagUseKind.Pattern } && UseEdits.Outcome(use, kept, model) is null)
            {
                use = this.Blocked(use.Node, token, "a pattern does more than compare it");
            }

            if (use is { Kind: FlagUseKind.Read, Constant: { Converts: true } constant } && !ConstantFit.KeepsTypes((ExpressionSyntax)use.Node, constant.Expression, model))
            {
                use = this.Blocked(use.Node, token, "as a constant it would choose another overload or type");
            }

            if (use is not null && seen.Add(use.Node))
            {
                yield return use;
            }
        }
    }

    /// <summary>The expression that a name ends: <c>a.b.Name</c> for <c>Name</c>.</summary>
    private static ExpressionSyntax Whole(ExpressionSyntax name)
    {
        ExpressionSyntax whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return whole.Parent is MemberBindingExpressionSyntax binding ? binding : whole;
    }

    private FlagUse? OfAccessor(SyntaxToken token)
    {
        if (token.Parent is PropertyDeclarationSyntax declaration)
        {
            return declaration.Identifier != token || model.GetDeclaredSymbol(declaration, cancellationToken) is not { IsOverride: true } property || !Accessor.Reads(property, names.Key) || declaration.AttributeLists.Any() ? null
                : this.ObstacleOf(property.Type, out _) is { } reason ? this.Blocked(declaration, token, reason)
                : new FlagUse(document, declaration, token.Span, FlagUseKind.Override);
        }

        if (token.Parent is IdentifierNameSyntax unbound && this.DoesNotBind(Whole(unbound)))
        {
            return this.Blocked(Whole(unbound), token, Unresolved);
        }

        if (token.Parent is not IdentifierNameSyntax name || !Accessor.Reads(model.GetSymbolInfo(name, cancellationToken).Symbol, names.Key) || this.IsInDeclaration(name))
        {
            return null;
        }

        ExpressionSyntax whole = Whole(name);
        KeptConstant? constant = null;
        if (model.GetSymbolInfo(name, cancellationToken).Symbol is IPropertySymbol accessor && this.ObstacleOf(accessor.Type, out constant) is { } obstacle)
        {
            return this.Blocked(whole, token, obstacle);
        }

        return this.OfAccessor(name, whole, token) is { } use ? use with { Constant = constant } : null;
    }

    /// <summary>Why nothing can stand for a reading of the type; else null, and what does where that is no truth value.</summary>
    private string? ObstacleOf(ITypeSymbol type, out KeptConstant? constant)
    {
        constant = null;
        if (type.SpecialType == SpecialType.System_Boolean)
        {
            return kept.Truth is not null ? null : kept.For(type, out string? reason) is null ? reason : null;
        }

        constant = kept.For(type, out string? obstacle);
        return obstacle;
    }

    private FlagUse? OfAccessor(IdentifierNameSyntax name, ExpressionSyntax whole, SyntaxToken token)
    {
        if (name.FirstAncestorOrSelf<InvocationExpressionSyntax>(call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } && model.GetConstantValue(call, cancellationToken).HasValue) is { } nameOf)
        {
            return this.KeyHandedOver(nameOf, token) ?? new FlagUse(document, nameOf, token.Span, FlagUseKind.Name);
        }

        if (whole.Parent is AssignmentExpressionSyntax assignment && assignment.Left == whole)
        {
            return this.OfAssignment(assignment, token);
        }

        if (name.Parent is NameColonSyntax { Parent: SubpatternSyntax } or BaseExpressionColonSyntax || whole.Parent is ExpressionColonSyntax)
        {
            return this.OfPattern(name, token);
        }

        if (MockSetUp.StatementOf(whole, model) is { } statement)
        {
            return new FlagUse(document, statement, token.Span, FlagUseKind.Mock);
        }

        if (whole.Ancestors().OfType<LambdaExpressionSyntax>().Any(lambda => model.GetTypeInfo(lambda, cancellationToken).ConvertedType is { Name: "Expression" }))
        {
            return this.Blocked(whole, token, "it is inside an expression tree, which somebody may take apart");
        }

        if (whole is MemberBindingExpressionSyntax)
        {
            return whole.Parent is ConditionalAccessExpressionSyntax { WhenNotNull: { } last } access && last == whole
                ? new FlagUse(document, Outermost(access), token.Span, FlagUseKind.Read)
                : this.Blocked(whole, token, "more is read through it in a null-conditional chain");
        }

        return whole.Parent is ConditionalAccessExpressionSyntax { WhenNotNull: { } end } conditional && end == whole
            ? new FlagUse(document, Outermost(conditional), token.Span, FlagUseKind.Read)
            : new FlagUse(document, this.InConditional(whole), token.Span, FlagUseKind.Read);
    }

    private ExpressionSyntax InConditional(ExpressionSyntax whole)
    {
        // "a?.Flags.NewCheckout": the reading is the whole chain.
        ExpressionSyntax current = whole;
        while (current is MemberAccessExpressionSyntax access)
        {
            current = access.Expression;
        }

        return current is MemberBindingExpressionSyntax && whole.Parent is ConditionalAccessExpressionSyntax chain && chain.WhenNotNull == whole ? Outermost(chain) : whole;
    }

    private static ExpressionSyntax Outermost(ConditionalAccessExpressionSyntax access)
    {
        ExpressionSyntax outermost = access;
        while (outermost.Parent is ConditionalAccessExpressionSyntax outer && outer.WhenNotNull == outermost)
        {
            outermost = outer;
        }

        return outermost;
    }

    /// <summary>The class that declares the accessor is its own business: it goes or stays with the manifest.</summary>
    private bool IsInDeclaration(SyntaxNode node) =>
        node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
        && model.GetDeclaredSymbol(type, cancellationToken) is { } symbol
        && symbol.GetMembers().OfType<IPropertySymbol>().Any(property => !property.IsOverride && Accessor.Flag(property) == names.Key);

    private FlagUse OfAssignment(AssignmentExpressionSyntax assignment, SyntaxToken token)
    {
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) || !new Folding.Effects(model).IsPure(assignment.Right))
        {
            return this.Blocked(assignment, token, "the value that it is set to may have effects");
        }

        return assignment.Parent is ExpressionStatementSyntax or InitializerExpressionSyntax
            ? new FlagUse(document, assignment.Parent is InitializerExpressionSyntax ? assignment : assignment.Parent, token.Span, FlagUseKind.SetUp)
            : this.Blocked(assignment, token, "it is set inside an expression");
    }

    private FlagUse OfPattern(SyntaxNode name, SyntaxToken token) => this.OfWholePattern(name, token) is { Kind: FlagUseKind.Pattern } whole ? whole : this.OfPart(name, token);

    /// <summary>A part of a larger pattern, when what the pattern is held against may go with it.</summary>
    private FlagUse OfPart(SyntaxNode name, SyntaxToken token) =>
        name.FirstAncestorOrSelf<SubpatternSyntax>() is { Parent: PropertyPatternClauseSyntax } part
        && (part.ExpressionColon?.Expression == name || (part.ExpressionColon?.Expression as MemberAccessExpressionSyntax)?.Name == name)
        && Folding.PatternFold.CanFold(part)
        && (part.FirstAncestorOrSelf<IsPatternExpressionSyntax>() is not { } test || Folding.PatternFold.HasFlags(model.GetTypeInfo(test.Expression, cancellationToken).Type) || new Folding.Effects(model).IsPure(test.Expression))
            ? new FlagUse(document, part, token.Span, FlagUseKind.Pattern)
            : this.Blocked(name, token, "a pattern looks at it together with other things");

    private FlagUse OfWholePattern(SyntaxNode name, SyntaxToken token) =>
        name.FirstAncestorOrSelf<SubpatternSyntax>() is { Parent: PropertyPatternClauseSyntax { Parent: RecursivePatternSyntax { Designation: null, PositionalPatternClause: null, Type: null, Parent: IsPatternExpressionSyntax test } } } part
        && part.ExpressionColon?.Expression == name
            ? new FlagUse(document, test, token.Span, FlagUseKind.Pattern)
            : this.Blocked(name, token, "a pattern looks at it together with other things");

    /// <summary>Whether the compiler does not know what it is, for want of a package or of what a generator would have made.</summary>
    private bool DoesNotBind(SyntaxNode node) => model.GetSymbolInfo(node, cancellationToken).Symbol is null && model.GetTypeInfo(node, cancellationToken).Type is IErrorTypeSymbol;

    private FlagUse Blocked(SyntaxNode node, SyntaxToken token, string why) => new(document, node, token.Span, FlagUseKind.Other, why);

    private FlagUse? OfKey(SyntaxToken token)
    {
        ExpressionSyntax? expression = token.Parent switch
        {
            LiteralExpressionSyntax literal => literal,
            IdentifierNameSyntax name => Whole(name),
            _ => null,
        };
        if (expression is MemberAccessExpressionSyntax && token.IsKind(SyntaxKind.IdentifierToken) && this.DoesNotBind(expression))
        {
            return this.Blocked(expression, token, Unresolved);
        }

        if (expression is null
            || this.IsInDeclaration(expression)
            || (token.Parent is IdentifierNameSyntax
                && !(model.GetConstantValue(expression, cancellationToken).Value is string value && names.IsKey(value, orName: true))
                && !KeyMembers.Holds(model.GetSymbolInfo(expression, cancellationToken).Symbol, names.Key)))
        {
            return null;
        }

        return this.KeyHandedOver(expression, token);
    }

    /// <summary>The use that a key becomes where it is handed to a flag API; null when the API is none.</summary>
    private FlagUse? KeyHandedOver(ExpressionSyntax key, SyntaxToken token)
    {
        if (key.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Parent.Parent: AttributeSyntax attribute } attributeArgument)
        {
            return this.DoesNotBind(attribute) ? this.Blocked(attribute, token, Unresolved)
                : !this.IsGate(attribute, attributeArgument, key) ? null
                : attributeArgument.Parent is AttributeArgumentListSyntax list && list.Arguments.All(other => model.GetConstantValue(other.Expression, cancellationToken).Value is string)
                    ? new FlagUse(document, attributeArgument, token.Span, FlagUseKind.Gate)
                    : this.Blocked(attribute, token, "the gate combines flags in a way of its own");
        }

        if (this.ExtensionOf(key) is { } extension)
        {
            return this.Called((InvocationExpressionSyntax)extension.Parent!.Syntax, extension, key, token);
        }

        if (key.FirstAncestorOrSelf<ArgumentSyntax>() is not { Expression: { } argument, Parent.Parent: InvocationExpressionSyntax call } handed)
        {
            return null;
        }

        return WithoutBrackets(argument) == key ? this.Called(call, this.OperationOf(handed), key, token)
            : this.OperationOf(handed) is { } whole && this.UseIn(whole, key)?.Parameter.Role.IsUse() == true ? this.Blocked(call, token, "the flag is one of several that are asked for here")
            : null;
    }

    /// <summary>What a member of an enumeration is handed over as where it is asked itself: <c>Feature.NewCheckout.IsOn(user)</c>.</summary>
    private IArgumentOperation? ExtensionOf(ExpressionSyntax key) =>
        key.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access && access.Expression == key
        && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { MethodKind: MethodKind.ReducedExtension }
        && model.GetOperation(call, cancellationToken) is IInvocationOperation { Arguments: [{ } first, ..] }
            ? first
            : null;

    /// <summary>The use that a call of a method is to which the key is passed, alone.</summary>
    private FlagUse? Called(InvocationExpressionSyntax call, IArgumentOperation? passed, ExpressionSyntax key, SyntaxToken token)
    {
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method)
        {
            return this.DoesNotBind(call) && model.GetTypeInfo(key, cancellationToken).Type?.TypeKind != TypeKind.Enum ? this.Blocked(call, token, Unresolved) : null;
        }

        FlagApiRole? role = this.IsAskedByName(method, key) ? FlagApiRole.Read : this.RoleOf(passed, key);
        if (role is FlagApiRole.Read or FlagApiRole.TestOverride && MockSetUp.StatementOf(call, model) is { } setUp)
        {
            return new FlagUse(document, setUp, token.Span, FlagUseKind.Mock);
        }

        if (role is not FlagApiRole.Read)
        {
            return role is null ? this.OfFakeSetting(call, method, key, token)
                : role == FlagApiRole.TestOverride ? this.Blocked(call, token, "it tells a test double about the flag in a way that is not known")
                : role.Value.IsUse() ? this.Blocked(call, token, "'" + method.Name + "' does more than answer on or off")
                : null;
        }

        if (this.FallbackOf(passed) is { } fallback && !new Folding.Effects(model).IsPure(fallback))
        {
            return this.Blocked(call, token, "the fallback that it is given may have effects");
        }

        ExpressionSyntax answer = call;
        ITypeSymbol type = method.ReturnType;
        if (call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } valued && type is INamedTypeSymbol { Name: "FlagEvaluation", TypeArguments: [{ } answered] })
        {
            answer = valued;
            type = answered;
        }
        else if (call.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == call)
        {
            answer = Outermost(access);
        }

        ITypeSymbol promised = type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ } result] } ? result : type;
        if (promised is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] } && ReferenceEquals(promised, type) && kept.Truth is not null)
        {
            return new FlagUse(document, answer, token.Span, FlagUseKind.Read);
        }

        if (promised.SpecialType != SpecialType.System_Boolean && kept.Truth is not null)
        {
            return this.Blocked(answer, token, "'" + method.Name + "' does more than answer on or off");
        }

        if (this.ObstacleOf(promised, out KeptConstant? constant) is { } obstacle)
        {
            return this.Blocked(answer, token, obstacle);
        }

        if (!ReferenceEquals(promised, type))
        {
            return Asynchronous.Answer(answer) is { } awaited
                ? new FlagUse(document, awaited, token.Span, FlagUseKind.Read, Constant: constant)
                : new FlagUse(document, answer, token.Span, FlagUseKind.ReadLater, Constant: constant);
        }

        return new FlagUse(document, answer, token.Span, FlagUseKind.Read, Constant: constant);
    }

    /// <summary>A method of the class of flags that is given a key or the accessor's name: <c>flags.IsEnabled("NewCheckout")</c>.</summary>
    private bool IsAskedByName(IMethodSymbol method, ExpressionSyntax key) =>
        method.Name.StartsWith("IsEnabled", StringComparison.Ordinal)
        && method.Parameters.Length > 0
        && Accessor.Declares(method.ContainingType, names.Key)
        && names.IsKey(model.GetConstantValue(key, cancellationToken).Value as string, orName: true);

    /// <summary>What a known API does with the flag whose key it is given; null when it is none.</summary>
    private FlagApiRole? RoleOf(IArgumentOperation? passed, ExpressionSyntax key) => passed is null ? null
        : this.UseIn(passed, key)?.Parameter.Role
            ?? (passed.Parameter is { } parameter && KeyMembers.Holds(model.GetSymbolInfo(key, cancellationToken).Symbol, names.Key)
                ? FlagParameters.Of(model.Compilation, userApis).Find(parameter)?.Role
                : null);

    // With brackets around its value, the operation of an argument goes by the value's syntax.
    private IArgumentOperation? OperationOf(ArgumentSyntax argument) => model.GetOperation(argument, cancellationToken) as IArgumentOperation
        ?? model.GetOperation(WithoutBrackets(argument.Expression), cancellationToken) switch
        {
            IArgumentOperation operation => operation,
            { Parent: IArgumentOperation operation } => operation,
            _ => null,
        };

    private FlagKeyUse? UseIn(IArgumentOperation operation, ExpressionSyntax key) =>
        FlagKeyUses.In(operation, FlagParameters.Of(model.Compilation, userApis), ResolvedKeys.Of(model.Compilation)).FirstOrDefault(use =>
            (use.Key == names.Key || (use.Parameter.IgnoresCase && string.Equals(use.Key, names.Key, StringComparison.OrdinalIgnoreCase)))
            && use.Syntax.Span.IntersectsWith(key.Span));

    private ExpressionSyntax? FallbackOf(IArgumentOperation? passed) =>
        passed is { Parameter: { } parameter, Parent: IInvocationOperation call }
        && FlagParameters.Of(model.Compilation, userApis).Find(parameter)?.Api?.Fallback is { } name
            ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name && argument.ArgumentKind == ArgumentKind.Explicit)?.Value.Syntax as ExpressionSyntax
            : null;

    private static ExpressionSyntax WithoutBrackets(ExpressionSyntax expression) => expression is ParenthesizedExpressionSyntax { Expression: { } inner } ? WithoutBrackets(inner) : expression;

    private bool IsGate(AttributeSyntax attribute, AttributeArgumentSyntax argument, ExpressionSyntax key)
    {
        if (model.GetSymbolInfo(attribute, cancellationToken).Symbol?.ContainingType is not { } type)
        {
            return false;
        }

        string? text = model.GetConstantValue(key, cancellationToken).Value as string;
        return (type.Name == "FeatureGateAttribute" && argument.NameEquals is null && argument.Expression == key
            && names.IsKey(text, orName: type.DeclaringSyntaxReferences.Length > 0)) || (text == names.Key && this.IsKnownGate(attribute, key));
    }

    /// <summary>Whether the table of APIs, or a row of the project's own, says that the attribute gates what it stands on.</summary>
    private bool IsKnownGate(AttributeSyntax attribute, ExpressionSyntax key) =>
        model.GetOperation(attribute, cancellationToken) is IAttributeOperation { Operation: IObjectCreationOperation creation }
        && creation.Arguments.SelectMany(argument => FlagKeyUses.In(argument, FlagParameters.Of(model.Compilation, userApis), ResolvedKeys.Of(model.Compilation)))
            .Any(use => use.Parameter.Role == FlagApiRole.GateAttribute && use.Syntax.Span.Contains(key.Span));

    /// <summary>
    /// A fake of a flag service that holds the names of what is on: <c>fake.Features.Add("key")</c>, in a test. The list belongs to a class that answers flags.
    /// </summary>
    private FlagUse? OfFakeSetting(InvocationExpressionSyntax call, IMethodSymbol method, ExpressionSyntax key, SyntaxToken token) =>
        call is { Parent: ExpressionStatementSyntax statement, ArgumentList.Arguments.Count: 1, Expression: MemberAccessExpressionSyntax { Expression: { } list } }
        && method is { Name: "Add" or "Remove", ContainingNamespace: { } space } && space.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal)
        && model.GetConstantValue(key, cancellationToken).Value as string == names.Key
        && model.GetSymbolInfo(list, cancellationToken).Symbol is { ContainingType: { } fake } and (IPropertySymbol or IFieldSymbol)
        && FlagServices.Is(fake, FlagParameters.Of(model.Compilation, userApis))
        && model.GetEnclosingSymbol(call.SpanStart, cancellationToken) is { } member && (TestCode.IsInTestClass(member) || IsForTests(model.Compilation))
            ? new FlagUse(document, statement, token.Span, FlagUseKind.SetUp)
            : null;

    private static bool IsForTests(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name is "xunit.core" or "nunit.framework" or "Microsoft.VisualStudio.TestPlatform.TestFramework");
}
