using System.Collections.Concurrent;
using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Manifests.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>What the code of a compilation puts into evaluation contexts. Filled by many threads.</summary>
internal sealed class ContextWrites
{
    private readonly ConcurrentDictionary<string, bool> properties = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> names = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Location> creations = [];

    /// <summary>Whether something may set attributes that cannot be seen: a name that is no constant, a serializer, a binder.</summary>
    public bool IsSetOutOfSight { get; private set; }

    public void Add(IOperation operation)
    {
        switch (operation)
        {
            case IObjectCreationOperation { Type: { } type } creation when IsContext(type):
                this.creations.Add(creation.Syntax.GetLocation());
                break;
            case IAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: true } property } indexer } when IsContext(property.ContainingType):
                this.AddName(indexer.Arguments.FirstOrDefault()?.Value);
                break;
            case IAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } property } } when IsContext(property.ContainingType):
                this.properties.TryAdd(property.Name, true);
                break;
            case ITypeOfOperation { TypeOperand: { } type } when IsContext(type):
            case IInvocationOperation { TargetMethod.TypeArguments: { IsEmpty: false } arguments } when arguments.Any(IsContext):
            case IArgumentOperation { Parameter.Type.SpecialType: SpecialType.System_Object, Value: IConversionOperation { Operand.Type: { } passed } } when IsContext(passed):
                this.IsSetOutOfSight = true;
                break;
        }
    }

    /// <summary>The first place, by file and position, that makes a context; null where there is none.</summary>
    public Location? FirstCreation() => this.creations
        .OrderBy(static place => place.SourceTree?.FilePath, StringComparer.Ordinal)
        .ThenBy(static place => place.SourceSpan.Start)
        .FirstOrDefault();

    /// <summary>Whether the attribute is set, by its property or by its name, or by the name of a dictionary that it may lie in.</summary>
    public bool Sets(ContextAttribute attribute) =>
        this.properties.ContainsKey(attribute.Name) || this.names.Keys.Any(name => attribute.Path == name || attribute.Path.StartsWith(name + ".", StringComparison.Ordinal));

    public static bool IsContext(ITypeSymbol? type)
    {
        for (INamedTypeSymbol? current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (SymbolName.Is(current, RuntimeNames.EvaluationContext))
            {
                return true;
            }
        }

        return false;
    }

    private void AddName(IOperation? name)
    {
        if (name?.ConstantValue is { HasValue: true, Value: string text })
        {
            this.names.TryAdd(text, true);
        }
        else
        {
            this.IsSetOutOfSight = true;
        }
    }
}
