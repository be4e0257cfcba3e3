using System.Text;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Manifests.Writing;

/// <summary>Writes what evaluation needs of a manifest as compact JSON in ASCII: the same manifest gives the same text, whatever its file looked like.</summary>
internal static class ManifestWriter
{
    public static string Write(Manifest manifest) => string.Concat(WriteChunks(manifest));

    /// <summary>The same text in pieces: what stands before the flags, a piece a flag, what stands behind them.</summary>
    public static IEnumerable<string> WriteChunks(Manifest manifest)
    {
        StringBuilder builder = new();
        builder.Append('{');
        if (manifest.Metadata.Count > 0)
        {
            builder.Append("\"metadata\":");
            JsonWriter.AppendObject(builder, manifest.Metadata);
            builder.Append(',');
        }

        if (manifest.Evaluators.Count > 0)
        {
            builder.Append("\"$evaluators\":{");
            string separator = "";
            foreach (Evaluator evaluator in manifest.Evaluators)
            {
                builder.Append(separator);
                AppendName(builder, evaluator.Name);
                Append(builder, evaluator.Rule);
                separator = ",";
            }

            builder.Append("},");
        }

        builder.Append("\"flags\":{");
        yield return Take(builder);

        for (int i = 0; i < manifest.Flags.Count; i++)
        {
            builder.Append(i == 0 ? "" : ",");
            Append(builder, manifest.Flags[i]);
            yield return Take(builder);
        }

        yield return "}}";
    }

    private static void Append(StringBuilder builder, Flag flag)
    {
        AppendName(builder, flag.Key);
        builder.Append("{\"flagType\":\"").Append(FlagTypeReader.NameOf(flag.Type)).Append('"');
        if (flag.DefaultValue is not null)
        {
            builder.Append(",\"defaultValue\":");
            JsonWriter.Append(builder, flag.DefaultValue);
        }

        if (flag.IsChoice)
        {
            builder.Append(",\"choice\":true");
        }

        if (flag.State == FlagState.Disabled)
        {
            builder.Append(",\"state\":\"DISABLED\"");
        }

        if (flag.Variants.Count > 0)
        {
            builder.Append(",\"variants\":{");
            string separator = "";
            foreach (Variant variant in flag.Variants)
            {
                builder.Append(separator);
                AppendName(builder, variant.Name);
                JsonWriter.Append(builder, variant.Value);
                separator = ",";
            }

            builder.Append('}');
        }

        if (flag.DefaultVariant is not null)
        {
            builder.Append(",\"defaultVariant\":");
            JsonWriter.AppendString(builder, flag.DefaultVariant);
        }

        if (flag.Targeting is not null)
        {
            builder.Append(",\"targeting\":");
            Append(builder, flag.Targeting);
        }

        if (flag.Metadata.Count > 0)
        {
            builder.Append(",\"metadata\":");
            JsonWriter.AppendObject(builder, flag.Metadata);
        }

        builder.Append('}');
    }

    private static void Append(StringBuilder builder, Rule rule)
    {
        switch (rule)
        {
            case Rule.Literal literal:
                JsonWriter.Append(builder, literal.Value);
                break;
            case Rule.List list:
                AppendList(builder, list.Items);
                break;
            case Rule.Reference reference:
                builder.Append("{\"$ref\":");
                JsonWriter.AppendString(builder, reference.Name);
                builder.Append('}');
                break;
            case Rule.Operation operation:
                builder.Append('{');
                AppendName(builder, operation.Name);
                if (operation.IsBare)
                {
                    Append(builder, operation.Arguments[0]);
                }
                else
                {
                    AppendList(builder, operation.Arguments);
                }

                builder.Append('}');
                break;
        }
    }

    private static void AppendList(StringBuilder builder, EquatableArray<Rule> rules)
    {
        builder.Append('[');
        string separator = "";
        foreach (Rule rule in rules)
        {
            builder.Append(separator);
            Append(builder, rule);
            separator = ",";
        }

        builder.Append(']');
    }

    private static void AppendName(StringBuilder builder, string name)
    {
        JsonWriter.AppendString(builder, name);
        builder.Append(':');
    }

    private static string Take(StringBuilder builder)
    {
        string text = builder.ToString();
        builder.Clear();
        return text;
    }
}
