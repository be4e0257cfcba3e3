using System.Collections.Concurrent;
using System.Collections.Immutable;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Generators.Rules.Uses;
using FlagAnalyzers.Manifests.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>FLAG3005: a flag of the project's manifest that nothing in the project uses, or only tests.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnusedFlagAnalyzer : FlagKeyRule
{
    private const string Id = "FLAG3005";

    public static readonly DiagnosticDescriptor FLAG3005_FlagNotUsed = Descriptors.Create(Id, customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG3005_FlagNotUsed);

    /// <summary>The project that owns the flags is the one that can tell.</summary>
    protected override bool Applies(FlagCompilation compilation) => compilation.Manifests.Any(static file => file.Role == ManifestRole.Manifest);

    protected override bool SeesWholeProgram => true;

    protected override Diagnostic? Check(FlagKeyUse use, FlagCompilation compilation) => null;

    protected override void Register(CompilationStartAnalysisContext context, FlagCompilation compilation)
    {
        // True for a flag that more than tests use.
        ConcurrentDictionary<string, bool> used = new(StringComparer.Ordinal);
        void Note(string key, bool ignoresCase, bool isTest)
        {
            if (compilation.Declared.Find(key, ignoresCase) is { } flag)
            {
                used.AddOrUpdate(flag.Key, !isTest, (_, earlier) => earlier || !isTest);
            }
        }

        context.RegisterOperationAction(
            operation =>
            {
                if (this.Covers(operation))
                {
                    foreach (FlagKeyUse use in FlagKeyUses.In(operation.Operation, compilation))
                    {
                        Note(use.Key, use.Parameter.IgnoresCase, use.Parameter.Role == FlagApiRole.TestOverride || TestCode.IsInTestClass(operation.ContainingSymbol));
                    }
                }
            },
            FlagKeyUses.Kinds);
        context.RegisterOperationAction(
            operation =>
            {
                if (KeyOf(operation.Operation, compilation) is { } key && this.Covers(operation))
                {
                    Note(key, ignoresCase: false, TestCode.IsInTestClass(operation.ContainingSymbol));
                }
            },
            OperationKind.PropertyReference,
            OperationKind.FieldReference);
        context.RegisterCompilationEndAction(end => Report(end, compilation, used));
    }

    /// <summary>The flag of an accessor or of a generated constant; where the constant goes is not followed.</summary>
    private static string? KeyOf(IOperation operation, FlagCompilation compilation) => operation switch
    {
        IPropertyReferenceOperation property => compilation.Readers.Find(property.Property) is { IsWrapper: false } reader ? reader.Key : null,
        IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType: { Name: RuntimeNames.KeysClass, ContainingType.BaseType: { } flagSet } } field }
            when SymbolName.Is(flagSet, RuntimeNames.FlagSet) => field.ConstantValue as string,
        _ => null,
    };

    private static void Report(CompilationAnalysisContext context, FlagCompilation compilation, ConcurrentDictionary<string, bool> used)
    {
        foreach (ManifestFile file in compilation.Manifests)
        {
            if (file.Role != ManifestRole.Manifest)
            {
                continue;
            }

            foreach (Flag flag in file.Reading.Manifest.Flags)
            {
                bool isUsed = used.TryGetValue(flag.Key, out bool byMoreThanTests);
                if ((isUsed && byMoreThanTests) || !string.IsNullOrWhiteSpace(flag.Lifecycle.UsedBy) || flag.Suppressed.Contains(Id) || file.Reading.KeyRangeOf(flag.Key) is not { } place)
                {
                    continue;
                }

                string owner = string.IsNullOrEmpty(flag.Lifecycle.Owner) ? string.Empty : " (owner " + flag.Lifecycle.Owner + ")";
                string message = isUsed
                    ? "Only tests use the flag '" + flag.Key + "'" + owner + ": remove it with them"
                    : "Nothing in " + context.Compilation.AssemblyName + " uses the flag '" + flag.Key + "'" + owner + ": remove it, or name what does in \"metadata\": { \"usedBy\": \"…\" }";
                context.ReportDiagnostic(Diagnostic.Create(FLAG3005_FlagNotUsed, file.LocationOf(place), message));
            }
        }
    }
}
