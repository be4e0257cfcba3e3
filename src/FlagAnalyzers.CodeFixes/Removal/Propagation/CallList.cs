using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Removal.Propagation;

/// <summary>A parameter of a method that only its own type calls, and what each call passes for it.</summary>
internal sealed record CallList(ParameterSyntax Parameter, IReadOnlyList<(DocumentId Document, ArgumentSyntax Node, SemanticModel Model)> Arguments)
{
    /// <summary>Null where the signature must stay: others may call it, it is used as a method group, or a call leaves the parameter out.</summary>
    public static async Task<CallList?> OfAsync(IMethodSymbol method, int ordinal, SymbolUses uses, CancellationToken cancellationToken)
    {
        bool isOwn = method.MethodKind == MethodKind.LocalFunction || (method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private, ExplicitInterfaceImplementations.Length: 0 });
        if (!isOwn || method.IsExtensionMethod || method.PartialDefinitionPart is not null || method.PartialImplementationPart is not null || method.DeclaringSyntaxReferences is not [{ } reference])
        {
            return null;
        }

        ParameterListSyntax? list = await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) switch
        {
            MethodDeclarationSyntax { AttributeLists.Count: 0 } declaration => declaration.ParameterList,
            LocalFunctionStatementSyntax function => function.ParameterList,
            _ => null,
        };
        if (list is null || ordinal >= list.Parameters.Count)
        {
            return null;
        }

        List<(DocumentId, ArgumentSyntax, SemanticModel)> arguments = [];
        if (await uses.FindEditableAsync(method).ConfigureAwait(false) is not { } calls)
        {
            return null;
        }

        foreach (SymbolUse use in calls)
        {
            if (use.Whole.Parent is not InvocationExpressionSyntax call || call.Expression != use.Whole
                || use.Model.GetOperation(call, cancellationToken) is not IInvocationOperation operation
                || operation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal) is not { ArgumentKind: ArgumentKind.Explicit, Syntax: ArgumentSyntax passed })
            {
                return null;
            }

            arguments.Add((use.Document, passed, use.Model));
        }

        return new CallList(list.Parameters[ordinal], arguments);
    }

    public void Remove(DocumentEdits edits, DocumentId declaration)
    {
        edits.Mark(declaration, this.Parameter, Mark.Remove);
        foreach ((DocumentId document, ArgumentSyntax argument, _) in this.Arguments)
        {
            edits.Mark(document, argument, Mark.Remove);
        }
    }
}
