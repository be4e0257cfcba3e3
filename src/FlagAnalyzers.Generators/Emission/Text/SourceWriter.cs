using System.Text;

namespace FlagAnalyzers.Generators.Emission.Text;

/// <summary>Writes C# with indentation; lines end with <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter
{
    private const string Indentation = "    ";

    private readonly StringBuilder text = new();
    private int depth;

    public void Indent() => this.depth++;

    public void Unindent() => this.depth--;

    /// <summary>An empty line, except directly after the opening brace of a block.</summary>
    public void Separate()
    {
        if (this.text.Length >= 2 && this.text[this.text.Length - 2] != '{')
        {
            this.text.Append('\n');
        }
    }

    public SourceWriter WriteLine(string line)
    {
        this.StartLine().Append(line).Append('\n');
        return this;
    }

    /// <summary>A line that is indented further than the block it stands in.</summary>
    public void WriteLine(int furtherDepth, string line)
    {
        this.depth += furtherDepth;
        this.WriteLine(line);
        this.depth -= furtherDepth;
    }

    /// <summary>A line without indentation, as preprocessor directives are written.</summary>
    public SourceWriter WriteDirective(string directive)
    {
        this.text.Append(directive).Append('\n');
        return this;
    }

    /// <summary>A line in parts, so that large files are not copied together first.</summary>
    public SourceWriter WriteLine(string first, string second, string third)
    {
        this.StartLine().Append(first).Append(second).Append(third).Append('\n');
        return this;
    }

    /// <summary>A line and a pair of braces; what is written until the block is disposed stands between them.</summary>
    /// <example><code>using (writer.WriteBlock("public static class Keys")) { … }</code></example>
    public Block WriteBlock(string head)
    {
        this.WriteLine(head).WriteLine("{");
        this.depth++;
        return new Block(this, "}");
    }

    /// <summary>The same for an initializer, which ends with <c>};</c>.</summary>
    public Block WriteInitializer(string head)
    {
        this.WriteLine(head).WriteLine("{");
        this.depth++;
        return new Block(this, "};");
    }

    /// <summary>The same for an element of an initializer, which ends with <c>},</c>.</summary>
    public Block WriteElement(string head)
    {
        this.WriteLine(head).WriteLine("{");
        this.depth++;
        return new Block(this, "},");
    }

    public override string ToString() => this.text.ToString();

    private void Close(string end)
    {
        this.depth--;
        this.WriteLine(end);
    }

    private StringBuilder StartLine()
    {
        for (int i = 0; i < this.depth; i++)
        {
            this.text.Append(Indentation);
        }

        return this.text;
    }

    /// <summary>Closes its braces when disposed.</summary>
    public readonly struct Block(SourceWriter? writer, string end) : IDisposable
    {
        /// <summary>The default block has no braces to close.</summary>
        public void Dispose()
        {
            writer?.Close(end);
        }
    }
}
