namespace FlagAnalyzers.CodeFixes.Tests.Removal.Setup;

/// <content>Patterns, tuples, nested functions, variables that leak out of conditions, jumps to labels, classes and methods beside the method.</content>
internal sealed partial class RandomProgram
{
    /// <summary>Whether an <c>await</c> may stand here: not in a lambda, a local function, a lock or a filter.</summary>
    private bool canAwait = true;

    private string WideFlag() => this.random.Next(4) switch
    {
        0 => "(flags is { NewCheckout: true })",
        1 => "flags.IsEnabled(\"NewCheckout\")",
        2 => "(flags?.NewCheckout ?? false)",
        _ => this.kind == 2 && this.canAwait ? "await flags.IsEnabledAsync(\"NewCheckout\")" : "flags.IsEnabled(nameof(Flags.NewCheckout))",
    };

    /// <summary>One of the wider statements; false when the one that was drawn does not fit here.</summary>
    private bool WideStatement(int indent, int depth, bool isInLoop, bool isInTry)
    {
        switch (this.random.Next(depth <= 0 ? 7 : 15))
        {
            case 0:
                string parsed = this.Name();
                this.Line(indent, $"int.TryParse(({this.Text(0)}).Substring(1), out var {parsed});");
                this.frames.Peek().Numbers.Add(parsed);
                return true;
            case 1:
                string condition = this.Condition(1);
                string leaked = this.Name();
                this.Line(indent, $"if (!int.TryParse(({this.Text(0)}).Substring(1), out var {leaked}) {(this.Chance(50) ? "||" : "&&")} ({condition}))");
                this.Line(indent, "{");
                this.Line(indent + 1, $"log.Add({this.Text(1)});");
                this.Line(indent, "}");
                this.frames.Peek().Numbers.Add(leaked);
                return true;
            case 2:
                string first = this.Chance(60) ? this.Flag() : this.Condition(1);
                string second = this.Number(1);
                string truth = this.Name();
                string count = this.Name();
                this.Line(indent, this.Chance(50) ? $"var ({truth}, {count}) = ({first}, {second});" : $"(bool {truth}, int {count}) = ({first}, {second});");
                this.frames.Peek().Truths.Add(truth);
                this.frames.Peek().Numbers.Add(count);
                return true;
            case 3:
                bool outside = this.canAwait;
                this.canAwait = false;
                string body = this.Chance(60) ? this.Flag() : this.Condition(1);
                this.canAwait = outside;
                string asked = this.Name();
                this.Line(indent, $"Func<bool> {asked} = () => {body};");
                this.Line(indent, $"log.Add(\"q\" + {asked}() + ({asked}() && {this.Condition(0)}));");
                return true;
            case 4:
                this.Line(indent, $"({this.Condition(1)} ? log : null)?.Add({this.Text(1)});");
                return true;
            case 5:
                string joined = this.Name();
                this.Line(indent, $"string? {joined} = {this.Flag()} ? {this.Text(0)} : null;");
                this.Line(indent, $"log.Add({joined} ?? {this.Text(1)});");
                return true;
            case 6:
                string wide = this.Name();
                this.Line(indent, $"var {wide} = {this.Condition(1)} ? {this.Number(0)} : {(this.Chance(50) ? "2.5" : "3L")};");
                this.Line(indent, $"log.Add({wide}.GetType().Name + ({wide} / 2).ToString(System.Globalization.CultureInfo.InvariantCulture));");
                return true;
            case 7:
                string label = "L" + ++this.fresh;
                this.Line(indent, $"if ({this.Condition(1)})");
                this.Line(indent, "{");
                this.Line(indent + 1, $"goto {label};");
                this.Line(indent, "}");
                this.Line(indent, $"if ({this.Condition(1)})");
                this.Line(indent, "{");
                this.Line(indent + 1, $"log.Add({this.Text(1)});");
                this.Line(indent, "}");
                this.Line(indent - 1, label + ":");
                this.Line(indent, $"log.Add({this.Text(1)});");
                return true;
            case 8:
                this.Function(indent, depth);
                return true;
            case 9:
                this.Helper(indent);
                return true;
            case 10:
                this.Holder(indent);
                return true;
            case 11:
                string scope = this.Name();
                this.Line(indent, $"using (var {scope} = {(this.Chance(50) ? $"{this.Flag()} ? new Probe(log) : null" : "new Probe(log)")})");
                this.Block(indent, depth - 1, isInLoop, isInTry);
                return true;
            case 12:
                this.Line(indent, "switch (a)");
                this.Line(indent, "{");
                this.Line(indent + 1, "case 1:");
                this.Line(indent + 2, $"log.Add({this.Text(1)});");
                this.Line(indent + 2, $"if ({this.Condition(1)})");
                this.Line(indent + 2, "{");
                this.Line(indent + 3, "goto case 7;");
                this.Line(indent + 2, "}");
                this.Line(indent + 2, "break;");
                this.Line(indent + 1, this.Chance(50) ? $"case 7 when {this.Flag()}:" : "case 6:");
                this.Line(indent + 1, "case 7:");
                this.Line(indent + 2, $"log.Add({this.Text(1)});");
                this.Line(indent + 2, "break;");
                this.Line(indent, "}");
                return true;
            case 13 when this.kind == 2 && this.canAwait:
                this.Line(indent, $"if (await Task.FromResult({this.Condition(1)}) && {this.Condition(1)})");
                this.Block(indent, depth - 1, isInLoop, isInTry);
                return true;
            case 14 when this.kind == 1 && !isInTry:
                string item = "y" + ++this.fresh;
                this.Line(indent, $"foreach (var {item} in new[] {{ {this.Text(1)}, {this.Text(0)} }})");
                this.Line(indent, "{");
                this.Line(indent + 1, $"if ({this.Condition(1)})");
                this.Line(indent + 1, "{");
                this.Line(indent + 2, $"yield return {item};");
                this.Line(indent + 1, "}");
                this.Line(indent, "}");
                return true;
            default:
                return false;
        }
    }

    /// <summary>A local function or lambda with statements of its own.</summary>
    private void Function(int indent, int depth)
    {
        string name = "G" + ++this.fresh;
        bool isLambda = this.Chance(50);
        bool outside = this.canAwait;
        this.canAwait = false;
        string call = $"log.Add({name}({this.Number(0)}, {(this.Chance(60) ? this.Flag() : this.Condition(0))}));";
        if (!isLambda)
        {
            this.Line(indent, call);
        }

        this.Line(indent, isLambda ? $"Func<int, bool, string> {name} = (n{name}, t{name}) =>" : $"string {name}(int n{name}, bool t{name})");
        this.Line(indent, "{");
        this.Line(indent + 1, $"if ({(this.Chance(50) ? this.Flag() : "t" + name)})");
        this.Line(indent + 1, "{");
        this.Line(indent + 2, $"return \"g\" + n{name};");
        this.Line(indent + 1, "}");
        this.Line(indent + 1, $"for (var i{name} = 0; i{name} < 3; i{name}++)");
        this.Line(indent + 1, "{");
        this.Line(indent + 2, $"if (i{name} == 1 && {this.Condition(1)})");
        this.Line(indent + 2, "{");
        this.Line(indent + 3, this.Chance(50) ? "continue;" : "break;");
        this.Line(indent + 2, "}");
        this.Line(indent + 2, $"log.Add(\"i\" + i{name});");
        this.Line(indent + 1, "}");
        this.Line(indent + 1, $"return t{name} && {this.Condition(1)} ? \"y\" : {this.Text(1)};");
        this.Line(indent, isLambda ? "};" : "}");
        if (isLambda)
        {
            this.Line(indent, call);
        }

        this.canAwait = outside;
    }

    /// <summary>A private method beside the method, whose calls pass the flag or not.</summary>
    private void Helper(int indent)
    {
        string name = $"P{this.number}x{++this.fresh}";
        string last = this.Chance(60) ? "flags.NewCheckout" : this.Chance(50) ? "!flags.NewCheckout" : "b";
        this.Line(indent, $"log.Add({name}(flags, {this.Number(0)}, {last}, log));");
        if (this.Chance(50))
        {
            this.Line(indent, $"log.Add({name}(flags, {this.Number(0)}, {(this.Chance(70) ? last : "true")}, log));");
        }

        this.helpers.Append($$"""
                private static string {{name}}(Flags flags, int n, bool t, List<string> log)
                {
                    if (t{{(this.Chance(40) ? " && flags.NewCheckout" : "")}})
                    {
                        log.Add("p" + n);
                        {{(this.Chance(50) ? "return \"t\";" : "")}}
                    }
                    else if (n > 1 && {{(this.Chance(50) ? "!flags.NewCheckout" : "Hit(log, \"e\", flags.OldBanner)")}})
                    {
                        return {{name}}More(n);
                    }

                    return t ? "k" : {{name}}Rest(n, t);
                }

                private static string {{name}}More(int n) => n > 3 ? "m" : {{name}}Rest(n + 1, false);

                private static string {{name}}Rest(int n, bool t) => n > 5 ? {{name}}More(n) : "r" + n + t;

            """);
    }

    /// <summary>A class that keeps the flag in a field and answers it by properties.</summary>
    private void Holder(int indent)
    {
        string name = $"H{this.number}x{++this.fresh}";
        string own() => this.random.Next(6) switch { 0 => "isNew", 1 => "this.Own", 2 => "IsNew", 3 => "!this.isNew", 4 => "this.ask()", _ => "this.flags.NewCheckout" };
        this.Line(indent, $"log.Add(new {name}(flags, {this.Number(0)}).Go({this.Number(0)}));");
        this.helpers.Append($$"""
                private sealed class {{name}}
                {
                    private readonly Flags flags;
                    private readonly bool isNew;
                    private readonly Func<bool> ask;
                    private int count;

                    public {{name}}(Flags flags, int count)
                    {
                        this.flags = flags;
                        this.isNew = {{(this.Chance(70) ? "flags.NewCheckout" : "flags.NewCheckout && flags.OldBanner")}};
                        this.ask = () => flags.NewCheckout;
                        this.count = count;
                    }

                    public bool IsNew => this.isNew;

                    private bool Own
                    {
                        get { return {{(this.Chance(50) ? "!this.flags.NewCheckout" : "this.isNew")}}; }
                    }

                    public string Go(int n)
                    {
                        var text = {{own()}} ? "o" : "w";
                        if ({{own()}} && n > 1)
                        {
                            this.count++;
                            text += this.Old(n);
                        }

                        while (this.count < 3 && {{own()}})
                        {
                            this.count += 2;
                        }

                        return text + this.count + ({{own()}} || this.flags.OldBanner);
                    }

                    private string Old(int n) => {{own()}} ? "z" + n : "y" + this.count;
                }

            """);
    }

    private string WideCondition(int depth)
    {
        switch (this.random.Next(6))
        {
            case 0:
                return $"(flags is {{ NewCheckout: {(this.Chance(50) ? "true" : "false")}, OldBanner: true }})";
            case 1:
                int n = ++this.fresh;
                return $"((object)a is int c{n} && c{n} > 1 && {this.Flag()} || {this.Condition(depth - 1)})";
            case 2:
                return $"(a switch {{ 1 when {this.Flag()} => {this.Condition(depth - 1)}, 1 => true, > 2 => {this.Condition(depth - 1)}, _ => {this.Flag()} }})";
            case 3:
                return $"(({this.Flag()}) is not false && {this.Condition(depth - 1)})";
            case 4:
                return $"((b, {this.Flag()}) is (true, true))";
            default:
                return $"(({this.Condition(depth - 1)} ? (bool?)null : {this.Flag()}) ?? {this.Condition(depth - 1)})";
        }
    }

    private string WideNumber(int depth) => this.random.Next(4) switch
    {
        0 => $"(({this.Text(depth - 1)}) switch {{ \"t1\" => 1, {{ Length: > 2 }} when {this.Flag()} => {this.Number(depth - 1)}, _ => 0 }})",
        1 => $"(({this.Text(depth - 1)}).Length)",
        2 => $"(({this.Flag()} ? new List<int> {{ {this.Number(depth - 1)} }} : [1, 2]).Count)",
        _ => $"(({this.Flag()} ? (a, 1) : (2, a)).Item1)",
    };

    private string WideText(int depth)
    {
        int n = ++this.fresh;
        return this.random.Next(5) switch
        {
            0 => $"(((object)({this.Condition(depth - 1)} ? (object)a : \"s\")) switch {{ int k{n} when {this.Flag()} => \"k\" + k{n}, string k{n} => k{n}, _ => {this.Text(depth - 1)} }})",
            1 => $"$\"[{{{this.Number(0)},4:D2}}|{{({this.Condition(depth - 1)} ? {this.Text(depth - 1)} : \"i\")}}]\"",
            2 => $"(({this.Condition(depth - 1)} ? {this.Text(depth - 1)} : null) ?? {this.Text(depth - 1)})",
            3 => $"string.Join(\"/\", new[] {{ 1, a, 3 }}.Where(w{n} => w{n} > 1 || {this.Calm()}).Select(w{n} => {this.Calm()} ? w{n} : -w{n}))",
            _ => $"((b, {this.Flag()}) switch {{ (true, true) => {this.Text(depth - 1)}, (_, false) => {this.Text(depth - 1)}, _ => \"d\" }})",
        };
    }

    /// <summary>A condition in a lambda.</summary>
    private string Calm()
    {
        bool outside = this.canAwait;
        this.canAwait = false;
        string condition = this.Chance(50) ? this.Flag() : this.Condition(0);
        this.canAwait = outside;
        return condition;
    }
}
