using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Generators.Emission.Values;
using FlagAnalyzers.Manifests.Lifecycle;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Values;

/// <summary>What the flag is from now on: a truth value, or the value of a variant.</summary>
internal sealed class KeptValue
{
    private readonly string variant;
    private readonly Flag? flag;
    private readonly JsonValue? value;

    private KeptValue(string variant, Flag? flag, JsonValue? value)
    {
        this.variant = variant;
        this.flag = flag;
        this.value = value;
    }

    /// <summary>Whether it is on or off; null when it is neither.</summary>
    public bool? Truth => this.value?.Kind switch { JsonKind.True => true, JsonKind.False => false, _ => null };

    /// <summary>The value of a flag that is on or off.</summary>
    public static KeptValue Of(bool truth) => new(truth ? "on" : "off", null, JsonValue.Boolean(truth));

    /// <summary>
    /// The value that the manifest gives the variant. A flag without variants, or one that no manifest of the solution declares, knows its values by
    /// themselves: <c>on</c>, <c>off</c>, the text, the number.
    /// </summary>
    public static async Task<KeptValue> FindAsync(Solution solution, string key, string variant, CancellationToken cancellationToken) =>
        Of(await FlagAsync(solution, key, cancellationToken).ConfigureAwait(false), variant);

    /// <summary>The value that a flag, as it is declared, gives the variant.</summary>
    public static KeptValue Of(Flag? flag, string variant) => new(variant, flag, FlagValues.Find(flag, variant));

    /// <summary>The value itself, as the manifest or an accessor tells it.</summary>
    public static async Task<KeptValue> FindAsync(Solution solution, string key, JsonValue value, CancellationToken cancellationToken) =>
        new(value.Kind == JsonKind.String ? value.Text : value.ToString(), await FlagAsync(solution, key, cancellationToken).ConfigureAwait(false), value);

    /// <summary>The flag as a manifest of the solution declares it, or null.</summary>
    public static async Task<Flag?> FlagAsync(Solution solution, string key, CancellationToken cancellationToken)
    {
        foreach (TextDocument document in FlagManifests.In(solution))
        {
            if (ManifestReader.Read((await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString()).Manifest.Flags.FirstOrDefault(flag => flag.Key == key) is { } flag)
            {
                return flag;
            }
        }

        return null;
    }

    /// <summary>What stands for a reading that answers such a type; null with the reason where nothing does.</summary>
    public KeptConstant? For(ITypeSymbol type, out string? obstacle)
    {
        obstacle = null;
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } choice)
        {
            if (this.MemberOf(choice) is { ConstantValue: { } number } member)
            {
                string name = choice.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "." + member.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat.WithMemberOptions(SymbolDisplayMemberOptions.None));
                return new KeptConstant(SyntaxFactory.ParseExpression(name), number, choice);
            }

            obstacle = this.Truth is null ? "no member of '" + choice.Name + "' stands for '" + this.variant + "'" : "the flag is not one that is on or off";
            return null;
        }

        if (this.value is null)
        {
            obstacle = this.flag is null ? "no flags.json of the solution says what '" + this.variant + "' stands for" : Place.MissingVariant(this.variant, this.flag.Variants.Select(static other => other.Name));
            return null;
        }

        if (this.value.Kind == JsonKind.String && type.SpecialType == SpecialType.System_String)
        {
            return new KeptConstant(SyntaxFactory.ParseExpression(CSharpLiteral.String(this.value.Text)), this.value.Text, type);
        }

        if (this.value.Kind == JsonKind.Number && Number(this.value, type.SpecialType) is (string text, object number2))
        {
            ExpressionSyntax literal = SyntaxFactory.ParseExpression(text);
            return new KeptConstant(literal is LiteralExpressionSyntax ? literal : SyntaxFactory.ParenthesizedExpression(literal).With(Mark.Brackets), number2, type);
        }

        obstacle = this.Truth is not null ? "the flag is not one that is on or off"
            : this.value.Kind is JsonKind.Object or JsonKind.Array ? "its value is an object: there is no literal for it"
            : "it is read as '" + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "', and its value is " + this.value;
        return null;
    }

    private static (string Text, object Value)? Number(JsonValue number, SpecialType type)
    {
        switch (type)
        {
            case SpecialType.System_Int32 when CSharpLiteral.TryGetInteger(number, out int integer):
                return (CSharpLiteral.Integer(integer), integer);
            case SpecialType.System_Int64 when number.IsInteger:
                long whole = (long)number.Number;
                return (whole.ToString(System.Globalization.CultureInfo.InvariantCulture) + "L", whole);
            case SpecialType.System_Double when !double.IsInfinity(number.Number):
                string spelling = number.Text;
                return (spelling.IndexOfAny(['.', 'e', 'E']) < 0 ? spelling + ".0" : spelling, number.Number);
            default:
                return null;
        }
    }

    /// <summary>The member that the generator makes for the value; in an enumeration that it did not make, the one that is called like the variant.</summary>
    private IFieldSymbol? MemberOf(INamedTypeSymbol choice)
    {
        IFieldSymbol[] members = [.. choice.GetMembers().OfType<IFieldSymbol>().Where(static member => member.HasConstantValue)];
        if (this.value is { Kind: JsonKind.String, Text: { } text } && this.flag is not null)
        {
            string? name = ChoiceShape.Read(this.flag, choice.Name, string.Empty).Members.Where(member => member.Text == text).Select(static member => member.Name.TrimStart('@')).FirstOrDefault();
            if (Array.Find(members, member => member.Name == name) is { } generated)
            {
                return generated;
            }
        }

        return Alike(members, this.value is { Kind: JsonKind.String } named ? named.Text : this.variant) ?? Alike(members, this.variant);
    }

    private static IFieldSymbol? Alike(IEnumerable<IFieldSymbol> members, string name)
    {
        IFieldSymbol[] alike = [.. members.Where(member => Bare(member.Name) == Bare(name))];
        return alike.Length == 1 ? alike[0] : null;
    }

    private static string Bare(string name) => new string([.. name.Where(char.IsLetterOrDigit)]).ToUpperInvariant();
}
