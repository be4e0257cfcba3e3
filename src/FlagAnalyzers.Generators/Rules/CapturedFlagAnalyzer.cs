using System.Collections.Concurrent;
using System.Collections.Immutable;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>
/// FLAG4003: the answer of a flag is kept for the life of the process, in a static member or in an object that lives as long: later changes, and other users, are never seen.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CapturedFlagAnalyzer : FlagKeyRule
{
#pragma warning disable RS1037 // Only what a registration elsewhere decides is reported at the end; static members and hosted services are reported while typing.
    public static readonly DiagnosticDescriptor FLAG4003_CapturedFlag = Descriptors.Create("FLAG4003");
#pragma warning restore RS1037

    private const string HostedService = "Microsoft.Extensions.Hosting.IHostedService";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG4003_CapturedFlag);

    protected override Diagnostic? Check(FlagKeyUse use, FlagCompilation compilation) => null;

    protected override void Register(CompilationStartAnalysisContext context, FlagCompilation compilation)
    {
        SingletonTypes singletons = new();
        ConcurrentQueue<(INamedTypeSymbol Type, Diagnostic Diagnostic)> captured = new();
        context.RegisterOperationAction(operation => singletons.Note((IInvocationOperation)operation.Operation), OperationKind.Invocation);
        context.RegisterOperationBlockAction(block =>
        {
            if (!MayCapture(block.OwningSymbol) || block.OwningSymbol.ContainingType is not { } type)
            {
                return;
            }

            foreach (IOperation root in block.OperationBlocks)
            {
                foreach ((IOperation read, FlagReader reader) in compilation.Readers.ReadsIn(root, withDeferred: false))
                {
                    if (!IsKept(read))
                    {
                        continue;
                    }

                    if (block.OwningSymbol.IsStatic)
                    {
                        block.ReportDiagnostic(Report(read, reader, "a static member of '" + type.Name + "' keeps the answer"));
                    }
                    else if (type.AllInterfaces.Any(static implemented => SymbolName.Is(implemented, HostedService)))
                    {
                        block.ReportDiagnostic(Report(read, reader, "the hosted service '" + type.Name + "' keeps the answer"));
                    }
                    else
                    {
                        captured.Enqueue((type, Report(read, reader, "the singleton '" + type.Name + "' keeps the answer")));
                    }
                }
            }
        });
#pragma warning disable RS1037
        context.RegisterCompilationEndAction(end =>
        {
            foreach ((INamedTypeSymbol type, Diagnostic diagnostic) in captured)
            {
                if (singletons.Contains(type))
                {
                    end.ReportDiagnostic(diagnostic);
                }
            }
        });
#pragma warning restore RS1037
    }

    private static Diagnostic Report(IOperation read, FlagReader reader, string keeper) => Diagnostic.Create(
        FLAG4003_CapturedFlag,
        FlagReaders.NameIn(read).GetLocation(),
        "Flag '" + reader.Key + "' is read once and " + keeper + " for the life of the process: no later change is seen, and every user gets the answer of the first; read it where it is needed");

    /// <summary>Initialisers and constructors; everything else runs more than once.</summary>
    private static bool MayCapture(ISymbol owner) => owner is IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor };

    /// <summary>Whether what is read ends up in a member: as its value, or as what decides its value.</summary>
    private static bool IsKept(IOperation read)
    {
        for (IOperation? child = read, current = read.Parent; current is not null; child = current, current = current.Parent)
        {
            switch (current)
            {
                case IFieldInitializerOperation or IPropertyInitializerOperation:
                    return true;
                case IAssignmentOperation { Target: IFieldReferenceOperation or IPropertyReferenceOperation } assignment when assignment.Value == child:
                    return IsOwnMember(assignment.Target);
                case IConditionalOperation conditional when conditional.Condition == child && AssignsMember(conditional.WhenTrue) | AssignsMember(conditional.WhenFalse):
                    return true;
            }
        }

        return false;
    }

    private static bool AssignsMember(IOperation? branch) =>
        branch is not null && branch.DescendantsAndSelf().Any(static operation => operation is IAssignmentOperation assignment && IsOwnMember(assignment.Target));

    private static bool IsOwnMember(IOperation target) => target is IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } };
}
