namespace FlagAnalyzers.CodeFixes.Tests.Removal.Setup;

/// <summary>How random programs speak of the flag that is on or off.</summary>
internal class FlagWords
{
    /// <summary>A condition on the flag.</summary>
    public virtual string Condition(Random random, string? local) => random.Next(9) switch
    {
        0 => "!flags.NewCheckout",
        1 => "flags?.NewCheckout == true",
        2 => "flags.NewCheckout is false",
        3 => "IsNew(flags)",
        4 => "Draw.IsPublic(flags)",
        _ => "flags.NewCheckout",
    };

    /// <summary>The value of the flag, for a local variable; null where a condition is one.</summary>
    public virtual string? Value => null;

    /// <summary>A text that the flag chooses; null where that is a matter of conditions.</summary>
    public virtual string? Text(Random random, string? local) => null;

    /// <summary>The labels of a switch on the flag, in which a hole is a condition; null for <c>true</c> and <c>false</c>.</summary>
    public virtual string[]? Labels(Random random) => null;
}

/// <summary>How random programs speak of a flag with several values.</summary>
/// <param name="accessor">The reading.</param>
/// <param name="values">Its values as constants of C#, three or more.</param>
/// <param name="isText">Whether its values are texts, which are of use by themselves.</param>
internal sealed class ChoiceWords(string accessor, string[] values, bool isText) : FlagWords
{
    public override string? Value => accessor;

    public override string Condition(Random random, string? local)
    {
        string read = local is not null && random.Next(2) == 0 ? local : accessor;
        string one = this.Any(random);
        return random.Next(11) switch
        {
            0 => $"{read} != {one}",
            1 => $"{accessor.Replace("flags.", "flags?.", StringComparison.Ordinal)} == {one}",
            2 => $"{read} is {one}",
            3 => "IsNew(flags)",
            4 => "Draw.IsPublic(flags)",
            5 => $"{read} is {one} or {this.Any(random)}",
            6 => $"{read} is not {one}",
            7 => $"{read}.Equals({one})",
            8 => $"Which(flags) == {one}",
            _ => $"{read} == {one}",
        };
    }

    public override string? Text(Random random, string? local)
    {
        string read = local is not null && random.Next(2) == 0 ? local : accessor;
        return random.Next(isText ? 4 : 2) switch
        {
            0 => $"({read} switch {{ {values[0]} => \"x\", {values[1]} => \"y\" + a, _ => \"z\" }})",
            1 => $"({read} switch {{ {this.Any(random)} when b => \"g\", {this.Any(random)} => \"h\" + a, _ => \"i\" }})",
            2 => read,
            _ => $"(\"\" + {read}.Length)",
        };
    }

    public override string[] Labels(Random random) => random.Next(4) switch
    {
        0 => [.. values.Select(static value => $"case {value}:")],
        1 => [$"case {values[0]} when {{0}}:", $"case {values[1]}:", $"case {values[0]}:", "default:"],
        2 => [$"case {values[1]} or {values[2]}:", "default:"],
        _ => ["default:", $"case {values[2]} when {{0}}:", $"case {values[1]}:\n    case {values[0]}:"],
    };

    private string Any(Random random) => values[random.Next(values.Length)];
}
