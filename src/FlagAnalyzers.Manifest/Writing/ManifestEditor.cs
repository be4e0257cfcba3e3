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

    /// <summary>The edits that take a flag out of <c>flags</c>, of a manifest or an overlay; none where it is not declared.</summary>
    public static IReadOnlyList<TextEdit> RemoveFlag(string text, string key)
    {
        ManifestEditor editor = new(text);
        return editor.json.Root.TryFind("flags", out JsonProperty section) ? editor.Remove(section.Value, key) : [];
    }

    /// <summary>The edits that move a flag to <c>retired</c>, from the front to the back; none where it is not declared.</summary>
    public static IReadOnlyList<TextEdit> RetireFlag(string text, string key, FlagDate date)
    {
        ManifestEditor editor = new(text);
        JsonNode root = editor.json.Root;
        IReadOnlyList<TextEdit> removal = RemoveFlag(text, key);
        if (removal.Count == 0)
        {
            return [];
        }

        if (root.TryFind("retired", out JsonProperty retired))
        {
            string entry = $"{editor.MemberIndent(retired.Value)}{Quote(key)}: \"{date}\"";
            return [.. removal.Concat(retired.Value.TryFind(key, out _) ? [] : editor.Append(retired.Value, entry)).OrderBy(static edit => edit.Range.Start)];
        }

        string indent = editor.MemberIndent(root);
        string section = $"{indent}\"retired\": {{{editor.lineEnd}{indent}{editor.indentUnit}{Quote(key)}: \"{date}\"{editor.lineEnd}{indent}}}";
        return [.. removal.Concat(editor.Append(root, section)).OrderBy(static edit => edit.Range.Start)];
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

    private IReadOnlyList<TextEdit> Remove(JsonNode container, string key)
    {
        List<JsonProperty> members = [];
        foreach (JsonProperty member in container.Members)
        {
            members.Add(member);
        }

        int index = members.FindIndex(member => member.IsNamed(key));
        if (index < 0)
        {
            return [];
        }

        int start = members[index].NameRange.Start;
        int end = members[index].Value.Range.End;
        bool isLast = index == members.Count - 1;
        int comma = this.CommaAfter(end);
        end = comma >= 0 ? comma + 1 : end;
        int lineStart = this.LineStart(start);
        int lineEndAt = end;
        while (lineEndAt < this.text.Length && this.text[lineEndAt] is ' ' or '\t')
        {
            lineEndAt++;
        }

        // A comment behind the flag on its last line is the flag's.
        if (lineEndAt + 1 < this.text.Length && this.text[lineEndAt] == '/' && this.text[lineEndAt + 1] == '/')
        {
            while (lineEndAt < this.text.Length && this.text[lineEndAt] is not ('\n' or '\r'))
            {
                lineEndAt++;
            }
        }

        bool ownsLines = lineStart + this.IndentOfLineAt(start).Length == start && lineEndAt < this.text.Length && this.text[lineEndAt] is '\n' or '\r';
        TextRange range;
        if (ownsLines)
        {
            int next = lineEndAt + (this.text[lineEndAt] == '\r' && lineEndAt + 1 < this.text.Length && this.text[lineEndAt + 1] == '\n' ? 2 : 1);
            range = TextRange.Between(lineStart, next);
        }
        else
        {
            while (!isLast && end < this.text.Length && this.text[end] == ' ')
            {
                end++;
            }

            range = TextRange.Between(start, end);
        }

        // The flag before becomes the last, and strict readers want no comma behind that.
        int before = isLast && index > 0 && comma < 0 ? this.CommaAfter(members[index - 1].Value.Range.End) : -1;
        return before >= 0 ? [new TextEdit(new TextRange(before, 1), ""), new TextEdit(range, "")] : [new TextEdit(range, "")];
    }

    private int CommaAfter(int position)
    {
        JsonScanner scanner = new(this.text) { Position = position };
        scanner.SkipTrivia();
        return scanner.Position < this.text.Length && this.text[scanner.Position] == ',' ? scanner.Position : -1;
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
