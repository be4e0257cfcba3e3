using System.Text;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Writing;

/// <summary>Writes an overlay as compact JSON in ASCII: the same overlay gives the same text, whatever its file looked like.</summary>
internal static class OverlayWriter
{
    /// <summary>In pieces: what stands before the flags, a piece a flag, what stands behind them.</summary>
    public static IEnumerable<string> WriteChunks(Overlay overlay)
    {
        yield return "{\"flags\":{";

        StringBuilder builder = new();
        foreach (FlagOverlay flag in overlay.Flags)
        {
            JsonWriter.AppendString(builder, flag.Key);
            builder.Append(':');
            JsonWriter.AppendObject(builder, flag.Properties);
            yield return builder.ToString();

            builder.Clear().Append(',');
        }

        yield return "}}";
    }
}
