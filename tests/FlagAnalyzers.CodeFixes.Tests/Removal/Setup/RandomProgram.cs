using System.Text;

namespace FlagAnalyzers.CodeFixes.Tests.Removal.Setup;

/// <summary>A method made of a small grammar of C# that uses a flag: always compiles, always ends, says what it does in a log.</summary>
internal sealed partial class RandomProgram
{
    private static readonly string[] Names = ["x", "y", "z", "left", "right"];

    private readonly Random random;
    private readonly StringBuilder text = new();
    private readonly Stack<Frame> frames = new();
    private readonly FlagWords words;
    private readonly int kind;
    private readonly StringBuilder helpers = new();
    private int number;
    private int fresh;

    private RandomProgram(int seed, FlagWords words)
    {
        this.words = words;
        this.random = new Random(seed);
        this.kind = this.random.Next(8) switch { 0 => 1, 1 => 2, _ => 0 };
    }

    /// <summary>The method <c>M{number}(Flags flags, int a, bool b, List&lt;string&gt; log)</c>.</summary>
    /// <param name="seed">What it is made from.</param>
    /// <param name="number">Its number.</param>
    /// <param name="words">How it speaks of the flag.</param>
    public static string Of(int seed, int number, FlagWords words)
    {
        RandomProgram program = new(seed, words);
        return program.Method(number);
    }

    private string Method(int number)
    {
        this.number = number;
        string type = this.kind switch { 1 => "IEnumerable<string>", 2 => "async Task<string>", _ => "string" };
        this.text.Append($"    public static {type} M{number}(Flags flags, int a, bool b, List<string> log)\n    {{\n");
        this.frames.Push(new Frame());
        this.Statements(2, 3 + this.random.Next(4), isInLoop: false);
        if (this.kind == 1)
        {
            this.Line(2, $"yield return {this.Text(1)};");
        }
        else
        {
            this.Line(2, this.kind == 2 ? "await Task.Yield();" : ";");
            this.Line(2, $"return {this.Text(2)};");
        }

        return this.text.Append("    }\n").Append(this.helpers).ToString();
    }

    private void Line(int indent, string line)
    {
        if (line != ";")
        {
            this.text.Append(' ', indent * 4).Append(line).Append('\n');
        }
    }

    private bool Chance(int percent) => this.random.Next(100) < percent;

    private string Name()
    {
        string name = Names[this.random.Next(Names.Length)];
        if (!this.Chance(60) || this.frames.Any(frame => frame.Own.Contains(name)) || this.frames.Peek().Nested.Contains(name))
        {
            name = "v" + ++this.fresh;
        }

        this.frames.Peek().Own.Add(name);
        foreach (Frame outer in this.frames)
        {
            outer.Nested.Add(name);
        }

        return name;
    }

    private void Block(int indent, int depth, bool isInLoop, bool isInTry = false)
    {
        this.Line(indent, "{");
        this.frames.Push(new Frame());
        this.Statements(indent + 1, this.random.Next(1, 4), isInLoop, depth, isInTry);
        this.frames.Pop();
        this.Line(indent, "}");
    }

    private void Statements(int indent, int count, bool isInLoop, int depth = 3, bool isInTry = false)
    {
        for (int i = 0; i < count; i++)
        {
            this.Statement(indent, depth, isInLoop, isInTry);
        }
    }

    private void Statement(int indent, int depth, bool isInLoop, bool isInTry)
    {
        if (this.words.Value is null && this.Chance(30) && this.WideStatement(indent, depth, isInLoop, isInTry))
        {
            return;
        }

        if (this.words.Value is { } flag && this.Chance(10))
        {
            string choice = this.Name();
            this.Line(indent, $"var {choice} = {flag};");
            this.frames.Peek().Choices.Add(choice);
            return;
        }

        bool outside;
        switch (depth <= 0 ? this.random.Next(6) : this.random.Next(22))
        {
            case 0:
                this.Line(indent, $"log.Add({this.Text(2)});");
                break;
            case 1 or 6:
                string condition = this.Condition(2);
                string name = this.Name();
                this.Line(indent, $"var {name} = {condition};");
                this.frames.Peek().Truths.Add(name);
                break;
            case 2:
                string number = this.Number(2);
                string count = this.Name();
                this.Line(indent, $"var {count} = {number};");
                this.frames.Peek().Numbers.Add(count);
                break;
            case 3 when this.Pick(static frame => frame.Truths) is { } truth:
                this.Line(indent, $"{truth} {(this.Chance(50) ? "=" : this.Chance(50) ? "&=" : "|=")} {this.Condition(1)};");
                break;
            case 4 when this.Pick(static frame => frame.Numbers) is { } counter:
                this.Line(indent, this.Chance(50) ? $"{counter} += {this.Number(1)};" : $"{counter} = {this.Number(1)};");
                break;
            case 5:
                this.Leave(indent, isInLoop, isInTry);
                break;
            case 7 or 8 or 9 or 10:
                this.If(indent, depth, isInLoop, isInTry);
                break;
            case 11:
                string index = this.Name();
                this.Line(indent, $"for (var {index} = 0; {index} < {this.random.Next(1, 4)}{(this.Chance(30) ? " && " + this.Condition(1) : "")}; {index}++)");
                this.Block(indent, depth - 1, isInLoop: true, isInTry);
                break;
            case 12:
                string item = this.Name();
                this.Line(indent, $"foreach (var {item} in new[] {{ 1, a }})");
                this.Block(indent, depth - 1, isInLoop: true, isInTry);
                break;
            case 13:
                string rounds = this.Name();
                this.Line(indent, $"var {rounds} = 0;");
                if (this.Chance(50))
                {
                    this.Line(indent, $"while ({rounds}++ < 2 && {this.Condition(1)})");
                    this.Block(indent, depth - 1, isInLoop: true, isInTry);
                }
                else
                {
                    this.Line(indent, "do");
                    this.Block(indent, depth - 1, isInLoop: true, isInTry);
                    this.Line(indent, $"while ({(this.Chance(30) ? this.Flag() + " && " : "")}{rounds}++ < 2);");
                }

                break;
            case 14:
                this.Switch(indent, depth, isInLoop, isInTry);
                break;
            case 15:
                this.SwitchOnFlag(indent, depth, isInTry);
                break;
            case 16:
                this.Try(indent, depth, isInLoop);
                break;
            case 17:
                this.JoinedLater(indent, depth);
                break;
            case 18:
                string function = "F" + ++this.fresh;
                this.Line(indent, $"log.Add({function}({this.Number(1)}));");
                outside = this.canAwait;
                this.canAwait = false;
                this.Line(indent, $"string {function}(int n) => {this.Condition(1)} ? {this.Text(1)} : \"f\" + n;");
                this.canAwait = outside;
                break;
            case 19:
                string lambda = this.Name();
                outside = this.canAwait;
                this.canAwait = false;
                int argument = ++this.fresh;
                this.Line(indent, $"Func<int, bool> {lambda} = n{argument} => n{argument} > 1 && {this.Condition(1)};");
                this.canAwait = outside;
                this.Line(indent, $"log.Add(\"l\" + {lambda}({this.Number(1)}));");
                break;
            case 20:
                this.Line(indent, $"lock (log)");
                outside = this.canAwait;
                this.canAwait = false;
                this.Block(indent, depth - 1, isInLoop, isInTry);
                this.canAwait = outside;
                break;
            case 21:
                string probe = this.Name();
                this.Line(indent, $"if ({this.Flag()})");
                this.Line(indent, "{");
                this.Line(indent + 1, $"using var {probe} = new Probe(log);");
                this.Line(indent + 1, $"log.Add({this.Text(1)});");
                this.Line(indent, "}");
                break;
            default:
                this.Line(indent, $"log.Add(\"s{this.random.Next(9)}\" + {this.Number(1)});");
                break;
        }
    }

    private void If(int indent, int depth, bool isInLoop, bool isInTry)
    {
        bool isBraced = this.Chance(75);
        this.Line(indent, $"if ({(this.Chance(60) ? this.Flag() : this.Condition(2))})");
        this.Branch(indent, depth, isInLoop, isInTry, isBraced);
        if (this.Chance(25))
        {
            this.Line(indent, $"else if ({this.Condition(2)})");
            this.Branch(indent, depth, isInLoop, isInTry, isBraced);
        }

        if (this.Chance(45))
        {
            this.Line(indent, "else");
            this.Branch(indent, depth, isInLoop, isInTry, isBraced);
        }
    }

    private void Branch(int indent, int depth, bool isInLoop, bool isInTry, bool isBraced)
    {
        if (isBraced)
        {
            this.Block(indent, depth - 1, isInLoop, isInTry);
        }
        else if (this.Chance(30))
        {
            this.Line(indent + 1, $"if ({this.Condition(1)})");
            this.Line(indent + 2, $"log.Add({this.Text(1)});");
            this.Line(indent + 1, "else");
            this.Line(indent + 2, $"log.Add({this.Text(1)});");
        }
        else
        {
            this.Line(indent + 1, $"log.Add({this.Text(1)});");
        }
    }

    private void Leave(int indent, bool isInLoop, bool isInTry)
    {
        string jump = isInLoop && this.Chance(60) ? this.Chance(50) ? "break;" : "continue;"
            : this.Chance(20) ? "throw new InvalidOperationException(\"t\");"
            : this.kind == 1 ? isInTry ? "log.Add(\"j\");" : this.Chance(50) ? "yield break;" : $"yield return {this.Text(1)};"
            : $"return {this.Text(1)};";
        this.Line(indent, $"if ({this.Condition(1)})");
        this.Line(indent, "{");
        this.Line(indent + 1, jump);
        this.Line(indent, "}");
    }

    private void Switch(int indent, int depth, bool isInLoop, bool isInTry)
    {
        this.Line(indent, $"switch ({this.Number(0)})");
        this.Line(indent, "{");
        foreach (string label in new[] { $"case 1 when {this.Condition(1)}:", "case 1:", $"case int n{++this.fresh} when n{this.fresh} > 2 && {this.Flag()}:", "case 7:", "default:" })
        {
            this.Line(indent + 1, label);
            this.frames.Push(new Frame());
            this.Block(indent + 2, Math.Min(depth - 1, 1), isInLoop: false, isInTry);
            this.frames.Pop();
            this.Line(indent + 2, isInLoop && this.Chance(20) ? "continue;" : "break;");
        }

        this.Line(indent, "}");
    }

    private void SwitchOnFlag(int indent, int depth, bool isInTry)
    {
        string[]? labels = this.words.Labels(this.random);
        this.Line(indent, $"switch ({(labels is null ? this.Flag() : this.words.Value)})");
        this.Line(indent, "{");
        this.frames.Push(new Frame());
        foreach (string label in labels is not null ? labels.Select(label => string.Format(System.Globalization.CultureInfo.InvariantCulture, label, this.Condition(1))) : this.Chance(50) ? new[] { "case true:", "case false:" } : ["case false:", "default:"])
        {
            // The sections are one scope, but what one declares the other has not assigned.
            this.Line(indent + 1, label);
            this.Statements(indent + 2, this.random.Next(1, 3), isInLoop: false, Math.Min(depth - 1, 1), isInTry);
            this.Line(indent + 2, "break;");
            this.frames.Peek().Truths.Clear();
            this.frames.Peek().Numbers.Clear();
            this.frames.Peek().Choices.Clear();
        }

        this.frames.Pop();

        this.Line(indent, "}");
    }

    private void Try(int indent, int depth, bool isInLoop)
    {
        this.Line(indent, "try");
        this.Block(indent, depth - 1, isInLoop, isInTry: true);
        bool hasCatch = this.Chance(70);
        if (hasCatch)
        {
            bool outside = this.canAwait;
            this.canAwait = false;
            this.Line(indent, $"catch (InvalidOperationException){(this.Chance(60) ? $" when ({this.Condition(1)})" : "")}");
            this.canAwait = outside;
            this.Line(indent, "{");
            this.Line(indent + 1, $"log.Add({this.Text(1)});");
            this.Line(indent, "}");
        }

        if (!hasCatch || this.Chance(30))
        {
            this.Line(indent, "finally");
            this.Line(indent, "{");
            this.Line(indent + 1, $"if ({this.Flag()})");
            this.Line(indent + 2, $"log.Add({this.Text(1)});");
            this.Line(indent, "}");
        }
    }

    private void JoinedLater(int indent, int depth)
    {
        string name = this.Name();
        this.Line(indent, $"int {name};");
        this.Line(indent, $"if ({(this.Chance(70) ? this.Flag() : this.Condition(1))})");
        this.Line(indent, "{");
        this.Line(indent + 1, $"{name} = {this.Number(depth)};");
        this.Line(indent, "}");
        this.Line(indent, "else");
        this.Line(indent, "{");
        this.Line(indent + 1, $"{name} = {this.Number(1)};");
        this.Line(indent, "}");
        this.frames.Peek().Numbers.Add(name);
    }

    private string? Pick(Func<Frame, List<string>> from)
    {
        List<string> all = [.. this.frames.SelectMany(from)];
        return all.Count == 0 ? null : all[this.random.Next(all.Count)];
    }

    private string Flag() => this.words.Value is null && this.Chance(30) ? this.WideFlag() : this.words.Condition(this.random, this.Choice);

    private string? Choice => this.words.Value is null ? null : this.Pick(static frame => frame.Choices);

    private string Condition(int depth) => this.words.Value is null && this.Chance(12) && depth > 0 ? this.WideCondition(depth) : this.random.Next(depth <= 0 ? 7 : 18) switch
    {
        0 or 1 => this.Flag(),
        2 => "flags.OldBanner",
        3 => "b",
        4 => $"a > {this.random.Next(3)}",
        5 => $"Hit(log, \"h{this.random.Next(9)}\", {(this.Chance(50) ? "b" : "true")})",
        6 => this.Pick(static frame => frame.Truths) ?? "b",
        7 or 8 or 9 => $"{this.Operand(depth)} && {this.Operand(depth)}",
        10 or 11 => $"({this.Operand(depth)} || {this.Operand(depth)})",
        12 => $"!({this.Condition(depth - 1)})",
        13 => $"({this.Operand(depth)} {(this.Chance(50) ? "^" : this.Chance(50) ? "==" : "!=")} {this.Operand(depth)})",
        14 => $"({this.Operand(depth)} {(this.Chance(50) ? "&" : "|")} {this.Operand(depth)})",
        15 => $"({this.Operand(depth)} ? {this.Operand(depth)} : {this.Operand(depth)})",
        16 => $"(({this.Flag()}) switch {{ true => {this.Condition(depth - 1)}, _ => {this.Condition(depth - 1)} }})",
        _ => $"(object)a is int p{++this.fresh} && p{this.fresh} > {this.random.Next(3)}",
    };

    private string Operand(int depth) => $"({this.Condition(depth - 1)})";

    private string Number(int depth) => this.words.Value is null && this.Chance(12) && depth > 0 ? this.WideNumber(depth) : this.random.Next(depth <= 0 ? 3 : 8) switch
    {
        0 => "a",
        1 => this.random.Next(9).ToString(System.Globalization.CultureInfo.InvariantCulture),
        2 => this.Pick(static frame => frame.Numbers) ?? "a",
        3 => $"({this.Number(depth - 1)} + {this.Number(depth - 1)})",
        4 or 5 => $"(({this.Condition(depth - 1)}) ? {this.Number(depth - 1)} : {this.Number(depth - 1)})",
        6 => $"({this.Flag()}, a) switch {{ (true, 1) => {this.Number(0)}, (false, _) => {this.Number(0)}, _ => {this.Number(0)} }}",
        _ => $"(2 * ({this.Flag()} ? a + {this.Number(0)} : {this.Number(0)}))",
    };

    private string Text(int depth) => this.words.Value is not null && this.Chance(20) ? this.words.Text(this.random, this.Choice)!
        : this.words.Value is null && this.Chance(20) && depth > 0 ? this.WideText(depth)
        : this.random.Next(depth <= 0 ? 2 : 6) switch
    {
        0 => $"\"t{this.random.Next(9)}\"",
        1 => $"\"n\" + {this.Number(0)}",
        2 => $"({this.Condition(depth - 1)} ? {this.Text(depth - 1)} : {this.Text(depth - 1)})",
        3 => $"$\"{{({this.Flag()} ? {this.Number(0)} : {this.Number(0)})}}\"",
        4 => $"Show({this.Flag()} ? 1 : 2.5)",
        _ => $"\"c\" + ({this.Condition(depth - 1)})",
    };

    private sealed class Frame
    {
        public HashSet<string> Own { get; } = [];

        public HashSet<string> Nested { get; } = [];

        public List<string> Truths { get; } = [];

        public List<string> Numbers { get; } = [];

        public List<string> Choices { get; } = [];
    }
}
