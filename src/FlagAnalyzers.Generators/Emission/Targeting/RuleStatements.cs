namespace FlagAnalyzers.Generators.Emission.Targeting;

/// <summary>The statements of a method, with their depth, until it is known whether they are wanted.</summary>
internal sealed class RuleStatements
{
    private readonly List<(int Depth, string Text)> lines = [];
    private int depth;

    public IReadOnlyList<(int Depth, string Text)> Lines => this.lines;

    public void Add(string statement) => this.lines.Add((this.depth, statement));

    public void Return(string code) => this.Add($"return {code};");

    public void Open(string head)
    {
        this.Add(head);
        this.Add("{");
        this.depth++;
    }

    public void Close()
    {
        this.depth--;
        this.Add("}");
    }

    /// <summary>Statements that were made apart, at the depth reached here.</summary>
    public void Append(RuleStatements statements)
    {
        foreach ((int depth, string text) in statements.lines)
        {
            this.lines.Add((this.depth + depth, text));
        }
    }

    /// <summary>One statement that is made under a condition.</summary>
    public void ReturnIf(string condition, string code)
    {
        this.Open($"if ({condition})");
        this.Return(code);
        this.Close();
    }
}
