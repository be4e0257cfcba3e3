using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Lifecycle;

/// <summary>The values that a flag may keep when it is removed, by the names that people give them.</summary>
internal static class FlagValues
{
    private const string On = "on";
    private const string Off = "off";

    /// <summary>The names to offer: those of the variants; <c>on</c> and <c>off</c> for a boolean flag; the only value of a flag without variants.</summary>
    public static IEnumerable<string> NamesOf(Flag flag)
    {
        IEnumerable<string> names = flag.Variants.Select(static variant => variant.Name);
        return flag switch
        {
            { Type: FlagType.Boolean } => names.Concat([On, Off]).Distinct(StringComparer.Ordinal),
            { IsShortForm: true, DefaultValue: { Kind: JsonKind.String or JsonKind.Number } value } => [value.Text],
            _ => names,
        };
    }

    /// <summary>
    /// What the variant answers: the value of that name, else what <c>on</c> and <c>off</c> mean for a boolean flag, else the text or number itself.
    /// Null for a name that means nothing.
    /// </summary>
    /// <param name="flag">The flag, or null where nothing declares it.</param>
    /// <param name="name">The name.</param>
    public static JsonValue? Find(Flag? flag, string name)
    {
        if (flag?.FindVariant(name) is { } named)
        {
            return named.Value;
        }

        if (flag is null or { Type: FlagType.Boolean } && name is On or "true" or Off or "false")
        {
            return JsonValue.Boolean(name is On or "true");
        }

        return flag?.Variants.Select(static variant => variant.Value).Concat(flag.DefaultValue is { } otherwise ? [otherwise] : [])
            .FirstOrDefault(value => value.Kind is JsonKind.String or JsonKind.Number && value.Text == name);
    }
}
