using System.Globalization;
using System.Text;
using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Writing;

namespace FlagAnalyzers.Generators.Emission;

/// <summary>The manifest as C# string expressions, which together are its canonical text, and its overlays likewise.</summary>
/// <param name="Expressions">The pieces in order.</param>
/// <param name="Overlays">The pieces of each overlay.</param>
/// <param name="Problem">Why it cannot be compiled in, or null.</param>
internal sealed record ManifestLiterals(IReadOnlyList<string> Expressions, IReadOnlyList<IReadOnlyList<string>> Overlays, string? Problem)
{
    /// <summary>
    /// All string literals of an assembly together have 16 MB, 8 million characters (CS8103, ECMA-335 II.24.2.4: 24-bit offsets). What we
    /// leave free is for the program's own.
    /// </summary>
    public const int MostCharacters = 7_000_000;

    // Small enough to be read and compared in the generated file, large enough that ten thousand flags are not ten thousand array elements.
    private const int WantedLength = 1024;

    public static ManifestLiterals From(Manifest manifest, EquatableArray<Overlay> overlays, bool hasUtf8Literals) =>
        From(ManifestWriter.WriteChunks(manifest), overlays.Select(OverlayWriter.WriteChunks), hasUtf8Literals, MostCharacters);

    public static ManifestLiterals From(IEnumerable<string> manifest, IEnumerable<IEnumerable<string>> overlays, bool hasUtf8Literals, int mostCharacters)
    {
        long length = 0;
        List<string> texts = Join(manifest, ref length);
        List<List<string>> overlayTexts = [];
        foreach (IEnumerable<string> overlay in overlays)
        {
            overlayTexts.Add(Join(overlay, ref length));
        }

        if (length > mostCharacters && !hasUtf8Literals)
        {
            return new ManifestLiterals([], [], TooLarge(length, mostCharacters));
        }

        Converter<string, string> expression = length > mostCharacters ? Utf8Expression : CSharpLiteral.String;
        return new ManifestLiterals(texts.ConvertAll(expression), overlayTexts.ConvertAll(overlay => overlay.ConvertAll(expression)), null);
    }

    private static List<string> Join(IEnumerable<string> chunks, ref long length)
    {
        List<string> texts = [];
        StringBuilder text = new();
        foreach (string chunk in chunks)
        {
            text.Append(chunk);
            length += chunk.Length;
            if (text.Length >= WantedLength)
            {
                texts.Add(text.ToString());
                text.Clear();
            }
        }

        if (text.Length > 0)
        {
            texts.Add(text.ToString());
        }

        return texts;
    }

    // Bytes are data of the assembly, not literals: no limit of 16 MB. The canonical text is ASCII, so every piece is valid UTF-8.
    private static string Utf8Expression(string text) => "global::System.Text.Encoding.UTF8.GetString(" + CSharpLiteral.String(text) + "u8.ToArray())";

    private static string TooLarge(long length, int mostCharacters) => string.Format(
        CultureInfo.InvariantCulture,
        "The manifest has {0} characters without white space, and the compiler takes string literals of about {1}. Set the property LangVersion to 11.0 or newer, which has literals without that limit, or split the manifest.",
        length,
        mostCharacters);
}
