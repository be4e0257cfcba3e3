using System.Text;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Writing;

/// <summary>A replacement of a stretch of a text.</summary>
internal sealed record TextEdit(TextRange Range, string NewText);

/// <summary>Edits a manifest the way a careful person would: its indentation, line ends, comments and trailing commas stay as they are.</summary>
internal sealed class ManifestEditor
{
    private readonly string text;
    private readonly string lineEnd;
    private readonly string indentUnit;
    private readonly JsonText json;

    private ManifestEditor(string text)
    {
        this.text = text;
        this.json = JsonText.Parse(text);
        this.lineEnd = text.Contains("\r\n") ? "\r\n" : "\n";
        this.indentUnit = this.GuessIndent();
    }

    /// <summary>The edits, from the front to the back, that declare flags (key and flag type, in the short form); none where the text has no place for them.</summary>
    public static IReadOnlyList<TextEdit> InsertFlags(string text, IEnumerable<(string Key, FlagType Type)> flags)
    {
        ManifestEditor editor = new(text);
        List<(string Key, FlagType Type)> list = [.. flags];
        JsonNode root = editor.json.Root;
        if (root.IsBroken && text.Trim('\uFEFF', ' ', '\t', '\r', '\n').Length == 0)
        {
            string members = editor.Members(list, editor.indentUnit + editor.indentUnit);
            string document = $"{{{editor.lineEnd}{editor.indentUnit}\"flags\": {{{editor.lineEnd}{members}{editor.lineEnd}{editor.indentUnit}}}{editor.lineEnd}}}{editor.lineEnd}";
            return [new TextEdit(new TextRange(text.Length, 0), document)];
        }

        if (root.Kind != JsonKind.Object || list.Count == 0)
        {
            return [];
        }

        if (!root.TryFind("flags", out JsonProperty section))
        {
            string indent = editor.MemberIndent(root);
            string members = editor.Members(list, indent + editor.indentUnit);
            return editor.Append(root, $"{indent}\"flags\": {{{editor.lineEnd}{members}{editor.lineEnd}{indent}}}");
        }

        return section.Value.Kind == JsonKind.Object ? editor.Append(section.Value, editor.Members(list, editor.MemberIndent(section.Value))) : [];
    }

    private static string DefaultOf(FlagType type) => type switch
    {
        FlagType.Boolean => "false",
        FlagType.String => "\"\"",
        FlagType.Object => "{}",
        _ => "0",
    };

    private string Members(List<(string Key, FlagType Type)> flags, string indent)
    {
        StringBuilder builder = new();
        foreach ((string key, FlagType type) in flags)
        {
            if (builder.Length > 0)
            {
                builder.Append(',').Append(this.lineEnd);
            }

            string inner = indent + this.indentUnit;
            builder.Append(indent).Append(Quote(key)).Append(": {").Append(this.lineEnd)
                .Append(inner).Append("\"flagType\": \"").Append(Reading.FlagTypeReader.NameOf(type)).Append("\",").Append(this.lineEnd)
                .Append(inner).Append("\"defaultValue\": ").Append(DefaultOf(type)).Append(this.lineEnd)
                .Append(indent).Append('}');
        }

        return builder.ToString();
    }

    // People write keys as they are; only what JSON requires is escaped.
    private static string Quote(string key)
    {
        StringBuilder builder = new();
        JsonWriter.AppendString(builder, key);
        return key.All(static c => c > '~' || (c >= ' ' && c is not ('"' or '\\'))) && key.All(static c => !char.IsSurrogate(c)) ? $"\"{key}\"" : builder.ToString();
    }

    private IReadOnlyList<TextEdit> Append(JsonNode container, string members)
    {
        int closer = container.Range.End - 1;
        if (this.text[closer] != '}')
        {
            return [];
        }

        int lastValueEnd = -1;
        foreach (JsonProperty member in container.Members)
        {
            lastValueEnd = member.Value.Range.End;
        }

        int contentEnd = closer;
        while (contentEnd > container.Range.Start + 1 && char.IsWhiteSpace(this.text[contentEnd - 1]))
        {
            contentEnd--;
        }

        bool closesOnOwnLine = this.text.IndexOf('\n', contentEnd, closer - contentEnd) >= 0;
        string tail = closesOnOwnLine ? "" : this.lineEnd + this.IndentOfLineAt(container.Range.Start);
        TextRange gap = closesOnOwnLine ? new TextRange(contentEnd, 0) : TextRange.Between(contentEnd, closer);
        if (lastValueEnd < 0)
        {
            return [new TextEdit(gap, this.lineEnd + members + tail)];
        }

        bool hasTrailingComma = this.HasComma(lastValueEnd, contentEnd);
        string insertion = this.lineEnd + members + (hasTrailingComma ? "," : "") + tail;
        return hasTrailingComma ? [new TextEdit(gap, insertion)]
            : lastValueEnd == contentEnd ? [new TextEdit(gap, "," + insertion)]
            : [new TextEdit(new TextRange(lastValueEnd, 0), ","), new TextEdit(gap, insertion)];
    }

    // Between the last value and the closing bracket there are only comments and perhaps a comma.
    private bool HasComma(int start, int end)
    {
        JsonScanner scanner = new(this.text) { Position = start };
        scanner.SkipTrivia();
        return scanner.Position < end && this.text[scanner.Position] == ',';
    }

    private string MemberIndent(JsonNode container)
    {
        foreach (JsonProperty member in container.Members)
        {
            string indent = this.IndentOfLineAt(member.NameRange.Start);
            if (this.LineStart(member.NameRange.Start) + indent.Length == member.NameRange.Start)
            {
                return indent;
            }

            break;
        }

        return this.IndentOfLineAt(container.Range.Start) + this.indentUnit;
    }

    private string GuessIndent()
    {
        foreach (JsonProperty member in this.json.Root.Members)
        {
            string indent = this.IndentOfLineAt(member.NameRange.Start);
            if (indent.Length > 0)
            {
                return indent;
            }
        }

        return "  ";
    }

    private string IndentOfLineAt(int position)
    {
        int start = this.LineStart(position);
        int end = start;
        while (end < position && this.text[end] is ' ' or '\t')
        {
            end++;
        }

        return this.text.Substring(start, end - start);
    }

    private int LineStart(int position)
    {
        int start = position;
        while (start > 0 && this.text[start - 1] is not ('\n' or '\r' or '\uFEFF'))
        {
            start--;
        }

        return start;
    }
}
