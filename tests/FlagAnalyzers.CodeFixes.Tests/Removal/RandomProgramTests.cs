using System.Globalization;
using FlagAnalyzers.CodeFixes.Tests.Removal.Setup;
using FlagAnalyzers.Removal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests.Removal;

/// <summary>
/// Random programs, with both values kept: what is left compiles, has no use of the flag, and does the same. <c>REMOVAL_PROGRAMS</c> asks for more of
/// them, <c>REMOVAL_SEED</c> for others.
/// </summary>
public sealed class RandomProgramTests
{
    private const int BatchSize = 50;

    private static readonly int Programs = Setting("REMOVAL_PROGRAMS", 200);

    private static readonly int Seed = Setting("REMOVAL_SEED", 20270101);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RandomPrograms_FlagRemoved_DoTheSame(bool keep)
    {
        for (int batch = 0; batch < Programs / BatchSize; batch++)
        {
            await CheckAsync(Seed + (batch * BatchSize), keep);
        }
    }

    [Theory]
    [InlineData("classic")]
    [InlineData("sticky")]
    [InlineData("one-click")]
    public async Task RandomPrograms_EnumerationRemoved_DoTheSame(string variant)
    {
        ChoiceWords words = new("flags.Checkout", ["Flags.CheckoutVariant.Classic", "Flags.CheckoutVariant.Sticky", "Flags.CheckoutVariant.OneClick"], isText: false);
        for (int batch = 0; batch < Programs / BatchSize / 4; batch++)
        {
            await CheckChoiceAsync(
                Seed + (batch * BatchSize),
                "checkout",
                variant,
                words,
                "flags.Checkout == Flags.CheckoutVariant.Sticky",
                "private static Flags.CheckoutVariant Which(Flags flags) => flags.Checkout;");
        }
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("none")]
    public async Task RandomPrograms_TextRemoved_DoTheSame(string variant)
    {
        ChoiceWords words = new("flags.Theme", ["\"light\"", "\"dark\"", "\"\""], isText: true);
        for (int batch = 0; batch < Programs / BatchSize / 4; batch++)
        {
            await CheckChoiceAsync(Seed + (batch * BatchSize), "theme", variant, words, "flags.Theme == \"dark\"", "private static string Which(Flags flags) => flags.Theme;");
        }
    }

    private static async Task CheckAsync(int seed, bool keep)
    {
        RemovalProject before = new(Source(Calls(static i => $"Draw{i}.M{i}"), "flags.NewCheckout", string.Empty), [Sibling.Usings, .. Files(seed)]);
        Assert.True(before.Errors.Count == 0, string.Join('\n', before.Errors.Select(error => error + "\n" + error.Location.SourceTree)));
        (RemovalProject after, RemovalResult result) = await before.RemoveAsync(keep);

        Assert.True(after.Errors.Count == 0, string.Join('\n', after.Errors.Select(error => error + "\n" + error.Location.SourceTree)));
        foreach (RemovedUse use in result.Uses.Where(static use => !use.IsRemoved))
        {
            Assert.Fail($"{use}\n{TextOf(before, use.File)}\nseed {seed}");
        }

        Compare(Behaviour.Of(before.Compilation, keep), Behaviour.Of(after.Compilation, !keep), name => TextOf(before, name + ".cs"), name => TextOf(after, name + ".cs"), $"seed {seed}, keep {keep}");
    }

    private static async Task CheckChoiceAsync(int seed, string key, string variant, FlagWords words, string answer, string which)
    {
        ChoiceProject before = new(SourceText.From(Source(seed, words, answer, which)), Sibling.Usings);
        Assert.True(before.Errors.Count == 0, string.Join('\n', before.Errors) + "\n" + before.Text);
        (ChoiceProject after, RemovalResult result) = await before.RemoveAsync(key, variant);

        Assert.True(after.Errors.Count == 0, string.Join('\n', after.Errors));
        RemovedUse[] left = [.. result.Uses.Where(static use => !use.IsRemoved)];
        Assert.True(left.Length == 0, $"{string.Join('\n', left.Select(use => use + "\n" + MethodAround(before.Text, use.Line)))}\nseed {seed}, keep {variant}");

        foreach (string other in ChoiceProject.Values[key].Variants.Keys)
        {
            Compare(before.Behaviour(key, variant), after.Behaviour(key, other), name => Method(before.Text, name), name => Method(after.Text, name), $"seed {seed}, keep {variant}");
        }
    }

    private static void Compare(IReadOnlyList<string> then, IReadOnlyList<string> now, Func<string, string> before, Func<string, string> after, string what)
    {
        for (int i = 0; i < then.Count; i++)
        {
            string[] expected = then[i].Split('\n');
            string[] actual = now[i].Split('\n');
            int line = Enumerable.Range(0, expected.Length).FirstOrDefault(index => expected[index] != actual.ElementAtOrDefault(index), -1);
            if (line >= 0)
            {
                string name = expected[line].Split(' ').First(static word => word.StartsWith('M'));
                Assert.Fail($"{what}\n{expected[line]}\n{actual[line]}\n{before(name)}\n{after(name)}");
            }
        }
    }

    /// <summary>Each program in a file and a class of its own.</summary>
    private static IEnumerable<(string Name, string Text)> Files(int seed) => Enumerable.Range(0, BatchSize).Select(i =>
        ($"M{i}.cs", $$"""
        using static FlagCorpus.Random.Draw;

        namespace FlagCorpus.Random;

        public static class Draw{{i}}
        {
            private static bool IsNew(Flags flags) => flags.NewCheckout;

        {{RandomProgram.Of(seed + i, i, new FlagWords())}}
        }

        """));

    private static string Calls(Func<int, string> method) => string.Concat(Enumerable.Range(0, BatchSize).Select(i => $"                    Try(\"M{i} \" + a + b, log => {method(i)}(flags, a, b, log), all);\n"));

    private static string Source(int seed, FlagWords words, string answer, string which) =>
        Source(Calls(static i => $"M{i}"), answer, which + "\n\n" + string.Join('\n', Enumerable.Range(0, BatchSize).Select(i => RandomProgram.Of(seed + i, i, words))));

    private static string Source(string calls, string answer, string members)
    {
        return $$"""
            namespace FlagCorpus.Random;

            public sealed class Probe(List<string> log) : IDisposable
            {
                public void Dispose() => log.Add("disposed");
            }

            public static class Draw
            {
                public static bool IsPublic(Flags flags) => {{answer}};

                public static string Run(Flags flags)
                {
                    var all = new List<string>();
                    foreach (var a in new[] { 0, 1, 7 })
                    {
                        foreach (var b in new[] { false, true })
                        {
            {{calls}}
                        }
                    }

                    return "\n" + string.Join("\n", all);
                }

                public static void Try(string name, Func<List<string>, object> run, List<string> all)
                {
                    var log = new List<string>();
                    try
                    {
                        var answer = run(log);
                        log.Add(answer is Task<string> task ? task.GetAwaiter().GetResult() : answer is IEnumerable<string> items && answer is not string ? string.Join("/", items) : "" + answer);
                    }
                    catch (InvalidOperationException e)
                    {
                        log.Add("!" + e.Message);
                    }

                    all.Add(name + " " + string.Join(",", log));
                }

                public static bool Hit(List<string> log, string text, bool answer)
                {
                    log.Add(text);
                    return answer;
                }

                public static string Show(int n) => "int" + n;

                public static string Show(double n) => "double" + n.ToString(System.Globalization.CultureInfo.InvariantCulture);

                private static bool IsNew(Flags flags) => {{answer}};

            {{members}}
            }
            """;
    }

    private static string TextOf(RemovalProject project, string file) =>
        project.Solution.Projects.Single().Documents.Single(document => document.Name == file).GetTextAsync().GetAwaiter().GetResult().ToString();

    private static string MethodAround(SourceText text, int line)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(text).GetRoot();
        return root.FindNode(text.Lines[line - 1].Span).FirstAncestorOrSelf<MethodDeclarationSyntax>()?.ToFullString() ?? string.Empty;
    }

    private static string Method(SourceText text, string name) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
        .OfType<MethodDeclarationSyntax>().Single(method => method.Identifier.ValueText == name).ToFullString();

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
