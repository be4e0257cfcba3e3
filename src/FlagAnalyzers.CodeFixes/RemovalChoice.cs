using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Removal.Values;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.CodeFixes;

/// <summary>A value that a flag may keep when it is removed.</summary>
/// <param name="Title">What is said of it.</param>
/// <param name="Equivalence">The key by which the same choice is made for all.</param>
internal sealed record RemovalChoice(string Title, string Equivalence)
{
    public const string KeepDecided = nameof(KeepDecided);

    private const string Prefix = "Keep:";
    private const string On = "on";
    private const string Off = "off";

    public static RemovalChoice Keep(string variant) => new("keep " + variant, Prefix + variant);

    /// <summary>What makes sense for the flag of a diagnostic: the value that everybody gets, where it is decided, else its variants.</summary>
    public static async Task<IReadOnlyList<RemovalChoice>> ForAsync(Document document, Diagnostic diagnostic, string key, CancellationToken cancellationToken)
    {
        if (DecidedValue(diagnostic) is { } decided)
        {
            return [new RemovalChoice("keep " + Name(decided), KeepDecided)];
        }

        Flag? flag = await KeptValue.FlagAsync(document.Project.Solution, key, cancellationToken).ConfigureAwait(false);
        IEnumerable<string> variants = flag switch
        {
            null => await MembersAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) ?? [On, Off],
            { Type: FlagType.Boolean } => [On, Off],
            { IsShortForm: true } => flag.DefaultValue is { Kind: JsonKind.String or JsonKind.Number } value ? [value.Text] : [],
            _ => flag.Variants.Select(static variant => variant.Name),
        };
        return [.. variants.Select(Keep)];
    }

    /// <summary>The value of the choice for one flag, whose diagnostics are at hand; null where it has none.</summary>
    public static async Task<KeptValue?> ValueAsync(string? equivalence, Solution solution, string key, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (equivalence == KeepDecided)
        {
            return DecidedValue(diagnostic) is { } decided ? await KeptValue.FindAsync(solution, key, decided, cancellationToken).ConfigureAwait(false) : null;
        }

        return equivalence?.StartsWith(Prefix, StringComparison.Ordinal) == true
            ? await KeptValue.FindAsync(solution, key, equivalence.Substring(Prefix.Length), cancellationToken).ConfigureAwait(false)
            : null;
    }

    private static JsonValue? DecidedValue(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Decided, out string? json) && json is not null && JsonText.Parse(json) is { Errors.Count: 0 } text ? text.Root.ToValue() : null;

    private static string Name(JsonValue value) => value.Kind switch
    {
        JsonKind.True => On,
        JsonKind.False => Off,
        JsonKind.String => value.Text,
        _ => value.ToString(),
    };

    /// <summary>The members of the enumeration that the accessor answers, where no manifest tells the variants; null for other accessors.</summary>
    private static async Task<IEnumerable<string>?> MembersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root is not null && model is not null
            && model.GetSymbolInfo(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), cancellationToken).Symbol is IPropertySymbol { Type: { TypeKind: TypeKind.Enum } choice }
                ? choice.GetMembers().OfType<IFieldSymbol>().Where(static member => member.HasConstantValue).Select(static member => member.Name)
                : null;
    }
}
