using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Generators.Rules.Uses;
using FlagAnalyzers.Manifests.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>FLAG2005: a percentage is asked for without a targeting key, or a rule reads an attribute that no code here sets.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MissingContextAnalyzer : FlagKeyRule
{
    public static readonly DiagnosticDescriptor FLAG2005_MissingContext = Descriptors.Create("FLAG2005", customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG2005_MissingContext);

    protected override bool Applies(FlagCompilation compilation) => compilation.Manifests.Count > 0;

    protected override bool SeesWholeProgram => true;

    protected override Diagnostic? Check(FlagKeyUse use, FlagCompilation compilation) => null;

    protected override void Register(CompilationStartAnalysisContext context, FlagCompilation compilation)
    {
        HashSet<string> rollouts = new(
            compilation.Manifests.SelectMany(static file => file.Reading.Manifest.Flags.Where(flag => Rollouts.GoesByTargetingKey(flag, file.Reading.Manifest))).Select(static flag => flag.Key),
            StringComparer.Ordinal);
        if (rollouts.Count > 0)
        {
            this.RegisterRollouts(context, rollouts);
        }

        if (compilation.Manifests.FirstOrDefault(static file => file.Role == ManifestRole.Manifest) is { } own && IsApplication(compilation.Compilation))
        {
            this.RegisterAttributes(context, own.Reading.Manifest);
        }
    }

    private void RegisterRollouts(CompilationStartAnalysisContext context, HashSet<string> rollouts)
    {
        ConcurrentDictionary<IPropertySymbol, string?> accessors = new(SymbolEqualityComparer.Default);
        context.RegisterOperationAction(
            operation =>
            {
                IPropertyReferenceOperation reference = (IPropertyReferenceOperation)operation.Operation;
                if (accessors.GetOrAdd(reference.Property.OriginalDefinition, static property => DeclaredFlag.FromAttribute(property)?.Key) is { } key
                    && rollouts.Contains(key)
                    && this.Covers(operation)
                    && ContextOrigin.HasNoTargetingKey(reference.Instance))
                {
                    operation.ReportDiagnostic(Diagnostic.Create(
                        FLAG2005_MissingContext,
                        reference.Syntax.GetLocation(),
                        "Flag '" + key + "' is rolled out by percentage, and the context it is asked with has no targeting key: everybody gets the default variant"));
                }
            },
            OperationKind.PropertyReference);
    }

    private void RegisterAttributes(CompilationStartAnalysisContext context, Manifest manifest)
    {
        ContextWrites writes = new();
        context.RegisterOperationAction(
            operation =>
            {
                if (this.Covers(operation))
                {
                    writes.Add(operation.Operation);
                }
            },
            OperationKind.ObjectCreation,
            OperationKind.Argument,
            OperationKind.Invocation,
            OperationKind.TypeOf,
            OperationKind.SimpleAssignment,
            OperationKind.CoalesceAssignment,
            OperationKind.CompoundAssignment);
        context.RegisterCompilationEndAction(end =>
        {
            if (writes.FirstCreation() is not { } creation || writes.IsSetOutOfSight)
            {
                return;
            }

            foreach (ContextAttribute attribute in manifest.Context)
            {
                List<string> readers = manifest.Flags.Where(flag => Rollouts.AttributesOf(flag, manifest).Contains(attribute.Path, StringComparer.Ordinal)).Select(static flag => flag.Key).ToList();
                if (readers.Count > 0 && !writes.Sets(attribute))
                {
                    end.ReportDiagnostic(Diagnostic.Create(FLAG2005_MissingContext, creation, Message(attribute, readers)));
                }
            }
        });
    }

    private static string Message(ContextAttribute attribute, List<string> readers)
    {
        string flags = readers.Count == 1 ? "flag '" + readers[0] + "' reads" : readers.Count.ToString(CultureInfo.InvariantCulture) + " flags, '" + readers[0] + "' among them, read";
        return "The rule of " + flags + " the attribute '" + attribute.Path + "', and no code of this project sets " + attribute.Name;
    }

    /// <summary>The attributes of a library's flags are set by whoever uses it.</summary>
    private static bool IsApplication(Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;
}
