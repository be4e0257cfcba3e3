using System.Collections.Immutable;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.Rules.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>FLAG4004: a branch of a flag throws <c>NotImplementedException</c>, or the flag decides between nothing and nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnfinishedBranchAnalyzer : FlagKeyRule
{
    public static readonly DiagnosticDescriptor FLAG4004_UnfinishedBranch = Descriptors.Create("FLAG4004");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG4004_UnfinishedBranch);

    protected override Diagnostic? Check(FlagKeyUse use, FlagCompilation compilation) => null;

    protected override void Register(CompilationStartAnalysisContext context, FlagCompilation compilation)
    {
        INamedTypeSymbol? notImplemented = compilation.Compilation.GetTypeByMetadataName("System.NotImplementedException");
        context.RegisterOperationAction(
            operation =>
            {
                if (FlagBranches.Of(operation.Operation, compilation.Readers) is not { } choice || !this.Covers(operation))
                {
                    return;
                }

                foreach (IOperation branch in choice.Branches)
                {
                    if (ThrownIn(branch) is { } thrown && SymbolEqualityComparer.Default.Equals(thrown.Type, notImplemented))
                    {
                        operation.ReportDiagnostic(Diagnostic.Create(
                            FLAG4004_UnfinishedBranch,
                            thrown.Syntax.GetLocation(),
                            "A branch of flag '" + choice.Key + "' throws NotImplementedException: whoever the flag chooses for it gets an error; finish it before the flag can be switched"));
                    }
                }

                if (operation.Operation is IConditionalOperation { Type: null } conditional && IsEmpty(conditional.WhenTrue) && IsEmpty(conditional.WhenFalse))
                {
                    operation.ReportDiagnostic(Diagnostic.Create(
                        FLAG4004_UnfinishedBranch,
                        FlagReaders.NameIn(choice.Read).GetLocation(),
                        "Flag '" + choice.Key + "' decides between nothing and nothing: write the branch, or remove the condition"));
                }
            },
            FlagBranches.Kinds);
    }

    /// <summary>What the branch throws when throwing is all it does.</summary>
    private static IOperation? ThrownIn(IOperation branch)
    {
        IOperation current = branch;
        while (true)
        {
            switch (current)
            {
                case IBlockOperation { Operations.Length: 1 } block:
                    current = block.Operations[0];
                    break;
                case IExpressionStatementOperation statement:
                    current = statement.Operation;
                    break;
                case IConversionOperation conversion:
                    current = conversion.Operand;
                    break;
                case IThrowOperation { Exception: { } exception }:
                    current = exception;
                    break;
                default:
                    return current is IObjectCreationOperation ? current : null;
            }
        }
    }

    private static bool IsEmpty(IOperation? branch) => branch is null or IEmptyOperation || (branch is IBlockOperation block && block.Operations.All(IsEmpty));
}
