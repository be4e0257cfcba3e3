using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Json;

/// <summary>Reads the structure of a JSON text into a flat table of tokens, around whatever is wrong with it. One pass, linear in the text.</summary>
internal sealed class JsonReader(string text, JsonLayout? layout)
{
    /// <summary>Deeper values are reported and skipped: no flag needs them, and readers of the table may then recurse.</summary>
    public const int DepthLimit = 128;

    private const int ErrorLimit = 100;

    private readonly JsonScanner scanner = new(text);
    private readonly List<JsonError> errors = [];
    private readonly List<bool> openIsObject = [];
    // A manifest has a token for about eight characters; growing would copy them all.
    private JsonToken[] tokens = new JsonToken[Math.Max(16, text.Length / 5)];
    private int count;
    private bool endReported;
    private int lastComma = -1;
    private List<TextRange>? trailingCommas;

    public JsonToken[] Tokens => this.tokens;

    public IReadOnlyList<JsonError> Errors => this.errors;

    public IReadOnlyList<TextRange> Comments => (IReadOnlyList<TextRange>?)this.scanner.Comments ?? [];

    /// <summary>Commas behind the last member or element of a container.</summary>
    public IReadOnlyList<TextRange> TrailingCommas => (IReadOnlyList<TextRange>?)this.trailingCommas ?? [];

    /// <summary>Whether opening and closing brackets do not match.</summary>
    public bool IsUnbalanced { get; private set; }

    private int Position
    {
        get => this.scanner.Position;
        set => this.scanner.Position = value;
    }

    public void ReadDocument()
    {
        if (text.Length > 0 && text[0] == '\uFEFF')
        {
            this.Position = 1;
        }

        this.SkipTrivia();
        this.ReadValue("a value: a manifest is an object that starts with '{'");
        this.SkipTrivia();
        if (!this.scanner.IsAtEnd)
        {
            this.Error(this.Position, 1, $"Expected the end of the file after the closing bracket, found {this.scanner.DescribeNext()}.");
            this.IsUnbalanced |= text[this.Position] is '}' or ']' or ',' or '"';
        }
    }

    /// <param name="expected">What should stand here, for messages.</param>
    /// <param name="name">The name whose value it is; empty for other values.</param>
    private void ReadValue(string expected, TextRange name = default)
    {
        int start = this.Position;
        if (this.scanner.IsAtEnd)
        {
            this.Missing(start, $"Expected {this.DescribeExpected(expected, name)}, found the end of the file.");
            return;
        }

        switch (text[start])
        {
            case '{' or '[' when this.openIsObject.Count == DepthLimit:
                this.scanner.SkipBracketed();
                this.Error(start, 1, "Values nested deeper than 128 levels are not read.");
                this.AddBroken(start, this.Position);
                break;
            case '{':
                this.ReadObject();
                break;
            case '[':
                this.ReadArray();
                break;
            case '"' or '\'':
                this.ReadString();
                break;
            case '-' or '+' or '.' or (>= '0' and <= '9'):
                string? problem = this.scanner.ReadNumber();
                this.AddScalar(JsonKind.Number, start, problem);
                break;
            default:
                JsonKind kind = this.scanner.ReadWord(out problem);
                if (this.Position == start)
                {
                    this.Missing(start, $"Expected {this.DescribeExpected(expected, name)}, found {this.scanner.DescribeNext()}.");
                }
                else
                {
                    this.AddScalar(kind, start, problem);
                }

                break;
        }
    }

    private void ReadObject()
    {
        int self = this.Enter(isObject: true);
        int open = this.Position++;
        bool needsComma = false;
        while (this.ContinuesAfter('}', open, needsComma))
        {
            char next = text[this.Position];
            if (next == ',')
            {
                this.Comma(ref needsComma, "a member");
            }
            else if (layout?.MemberBelongsOutside(this.Position) == true)
            {
                this.MissingCloser('}', open);
                break;
            }
            else if (next is '"' or '\'' || JsonScanner.IsWordCharacter(next))
            {
                this.NeedComma(needsComma, '}');
                this.ReadMember();
                needsComma = true;
            }
            else
            {
                this.SkipUnexpected("a member name in double quotes", ref needsComma);
            }
        }

        this.Leave(self);
    }

    private void ReadMember()
    {
        int nameStart = this.Position;
        if (text[nameStart] is '"' or '\'')
        {
            this.ReadString();
        }
        else
        {
            this.scanner.ReadWord(out _);
            this.AddToken(JsonKind.String, nameStart, isEscaped: false, isBroken: true);
            this.Error(nameStart, this.Position - nameStart, $"Expected a member name in double quotes, found {this.scanner.Describe(nameStart)}.");
        }

        int nameEnd = this.Position;
        bool isNameBroken = this.tokens[this.count - 1].IsBroken;
        this.SkipTrivia();
        bool hasColon = !this.scanner.IsAtEnd && text[this.Position] == ':';
        if (hasColon)
        {
            this.Position++;
            this.scanner.LastEnd = this.Position;
            this.SkipTrivia();
        }
        else if (!isNameBroken)
        {
            this.Error(nameEnd, 0, $"Expected ':' and a value after the name {text.Substring(nameStart, nameEnd - nameStart)}, found {this.scanner.DescribeNext()}.");
        }

        int valueStart = this.Position;
        int valueToken = this.count;
        int errorCount = this.errors.Count;
        if (!hasColon && (this.scanner.IsAtEnd || text[valueStart] is ',' or '}' or ']'))
        {
            this.AddBroken(nameEnd, nameEnd);
            return;
        }

        this.ReadValue("a value", TextRange.Between(nameStart, nameEnd));
        if (this.tokens[valueToken].Kind == JsonKind.String && this.NextIs(':'))
        {
            // What stands where the value should be is the name of the next member.
            this.count = valueToken;
            this.errors.RemoveRange(errorCount, this.errors.Count - errorCount);
            this.Position = valueStart;
            this.AddBroken(nameEnd, nameEnd);
            if (hasColon)
            {
                this.Error(nameEnd, 0, $"Expected a value for {text.Substring(nameStart, nameEnd - nameStart)}, found the next member.");
            }
        }
    }

    private void ReadArray()
    {
        int self = this.Enter(isObject: false);
        int open = this.Position++;
        bool needsComma = false;
        while (this.ContinuesAfter(']', open, needsComma))
        {
            char next = text[this.Position];
            int start = this.Position;
            if (next == ',')
            {
                this.Comma(ref needsComma, "an element");
            }
            else if (next is ':' || !JsonScanner.StartsValue(next))
            {
                this.SkipUnexpected("a value", ref needsComma);
            }
            else
            {
                int token = this.count;
                int errorCount = this.errors.Count;
                int valueEnd = this.scanner.LastEnd;
                this.ReadValue("a value");
                if (this.tokens[token].Kind == JsonKind.String && this.NextIs(':') && this.openIsObject.Contains(true))
                {
                    // The name of a member of the object around this array: the array was not closed.
                    this.count = token;
                    this.errors.RemoveRange(errorCount, this.errors.Count - errorCount);
                    this.Position = start;
                    this.scanner.LastEnd = valueEnd;
                    this.MissingCloser(']', open);
                    break;
                }

                if (needsComma)
                {
                    this.InsertError(errorCount, valueEnd, "Expected ',' between two elements.");
                }

                needsComma = true;
            }
        }

        this.Leave(self);
    }

    /// <summary>Goes to what follows in a container; false when that is its end, found or missing.</summary>
    private bool ContinuesAfter(char closer, int open, bool needsComma)
    {
        while (true)
        {
            this.SkipTrivia();
            if (this.scanner.IsAtEnd)
            {
                this.MissingCloser(closer, open);
                return false;
            }

            char next = text[this.Position];
            if (next is not ('}' or ']'))
            {
                return true;
            }

            if (layout?.CloserBelongsOutside(this.Position, next == '}') == true)
            {
                this.MissingCloser(closer, open);
                return false;
            }

            if (next == closer)
            {
                if (layout?.IsSurplusCloser(this.Position) != true)
                {
                    this.NoteTrailingComma(needsComma, open);
                    this.Position++;
                    this.scanner.LastEnd = this.Position;
                    return false;
                }
            }
            else if (this.openIsObject.Contains(next == '}'))
            {
                this.MissingCloser(closer, open);
                return false;
            }

            this.IsUnbalanced = true;
            this.Error(this.Position, 1, $"Unexpected '{next}'; expected {(needsComma ? "',' or " : "")}'{closer}'.");
            this.Position++;
        }
    }

    private void ReadString()
    {
        int start = this.Position;
        if (this.scanner.TryReadPlainString())
        {
            this.AddToken(JsonKind.String, start, isEscaped: false, isBroken: false);
            return;
        }

        bool isEscaped = this.scanner.ReadString(out string? problem, out TextRange place);
        this.AddToken(JsonKind.String, start, isEscaped, problem is not null);
        if (problem is not null)
        {
            this.Error(place.Start, place.Length, problem);
        }
    }

    private void Comma(ref bool needsComma, string expected)
    {
        if (!needsComma)
        {
            this.Error(this.Position, 1, $"Expected {expected}, found ','.");
        }

        needsComma = false;
        this.lastComma = this.Position;
        this.Position++;
    }

    // The last comma that was read is this container's own when nothing but it stands between a value and the end.
    private void NoteTrailingComma(bool needsComma, int open)
    {
        if (!needsComma && this.lastComma > open && this.lastComma >= this.scanner.LastEnd)
        {
            (this.trailingCommas ??= []).Add(new TextRange(this.lastComma, 1));
        }
    }

    private void NeedComma(bool needsComma, char closer)
    {
        if (needsComma && !this.PreviousIsBroken())
        {
            this.Error(this.scanner.LastEnd, 0, $"Expected ',' or '{closer}', found {this.scanner.DescribeNext()}.");
        }
    }

    private void SkipUnexpected(string expected, ref bool needsComma)
    {
        int start = this.Position;
        this.Error(start, 1, $"Expected {expected}, found {this.scanner.DescribeNext()}.");
        if (text[start] is '{' or '[')
        {
            this.scanner.SkipBracketed();
            needsComma = true;
        }
        else
        {
            this.scanner.SkipUnexpected();
        }
    }

    private void MissingCloser(char closer, int open)
    {
        this.IsUnbalanced = true;
        if (this.scanner.IsAtEnd && this.endReported)
        {
            return;
        }

        this.endReported |= this.scanner.IsAtEnd;
        if (this.errors.Count == ErrorLimit)
        {
            return;
        }

        int line = new LineMap(text.Substring(0, open)).At(open).Line;
        this.Error(this.scanner.LastEnd, 0, $"Expected '{closer}' to close the '{text[open]}' of line {line.ToString(System.Globalization.CultureInfo.InvariantCulture)}, found {this.scanner.DescribeNext()}.");
    }

    // Written out only where it is missing: a sentence for each member would be most of what reading allocates.
    private string DescribeExpected(string expected, TextRange name) =>
        name.Length == 0 ? expected : $"{expected} for {text.Substring(name.Start, name.Length)}";

    private bool NextIs(char expected)
    {
        this.SkipTrivia();
        return !this.scanner.IsAtEnd && text[this.Position] == expected;
    }

    private bool PreviousIsBroken() => this.count > 0 && this.tokens[this.count - 1].IsBroken;

    private void SkipTrivia()
    {
        if (this.scanner.IsAtTrivia && this.scanner.SkipTrivia() is { } comment)
        {
            this.Error(comment.Start, comment.Length, "This comment is not closed: expected '*/'.");
        }
    }

    private int Enter(bool isObject)
    {
        int self = this.count;
        this.AddToken(isObject ? JsonKind.Object : JsonKind.Array, this.Position, isEscaped: false, isBroken: false);
        this.openIsObject.Add(isObject);
        layout?.Open(this.Position, isObject);
        return self;
    }

    private void Leave(int self)
    {
        this.openIsObject.RemoveAt(this.openIsObject.Count - 1);
        layout?.Close();
        this.tokens[self].Next = this.count;
        this.tokens[self].End = Math.Max(this.scanner.LastEnd, this.tokens[self].Start + 1);
    }

    private void AddScalar(JsonKind kind, int start, string? problem)
    {
        this.AddToken(problem is null ? kind : JsonKind.Null, start, isEscaped: false, isBroken: problem is not null);
        if (problem is not null)
        {
            this.Error(start, this.Position - start, problem);
        }
    }

    private void Missing(int position, string message)
    {
        this.AddBroken(position, position);
        if (!this.scanner.IsAtEnd || !this.endReported)
        {
            this.Error(this.scanner.LastEnd, 0, message);
        }

        this.endReported |= this.scanner.IsAtEnd;
    }

    private void AddBroken(int start, int end) =>
        this.Add(new JsonToken { Kind = JsonKind.Null, Start = start, End = end, Next = this.count + 1, IsBroken = true });

    private void AddToken(JsonKind kind, int start, bool isEscaped, bool isBroken)
    {
        this.scanner.LastEnd = this.Position;
        this.Add(new JsonToken { Kind = kind, Start = start, End = this.Position, Next = this.count + 1, IsEscaped = isEscaped, IsBroken = isBroken });
    }

    private void Add(in JsonToken token)
    {
        if (this.count == this.tokens.Length)
        {
            Array.Resize(ref this.tokens, this.count * 2);
        }

        this.tokens[this.count++] = token;
    }

    private void Error(int start, int length, string message) => this.InsertError(this.errors.Count, start, message, length);

    private void InsertError(int index, int start, string message, int length = 0)
    {
        if (this.errors.Count < ErrorLimit)
        {
            this.errors.Insert(index, new JsonError(new TextRange(start, length), message));
        }
    }
}
