using System.Globalization;
using FlagAnalyzers.CodeFixes.Tests.Removal.Setup;
using FlagAnalyzers.Removal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests.Removal;

/// <summary>
/// Random programs, with both values kept: what is left compiles, has no use of the flag, and does the same. <c>REMOVAL_PROGRAMS</c> asks for more of
/// them, <c>REMOVAL_SEED</c> for others.
/// </summary>
public sealed class RandomProgramTests
{
    private const int BatchSize = 25;

    private static readonly int Programs = Setting("REMOVAL_PROGRAMS", 500);

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

    private static async Task CheckAsync(int seed, bool keep)
    {
        RemovalProject before = new(Source(seed), Sibling.Usings);
        Assert.True(before.Errors.Count == 0, string.Join('\n', before.Errors) + "\n" + before.Text);
        (RemovalProject after, RemovalResult result) = await before.RemoveAsync(keep);

        Assert.True(after.Errors.Count == 0, string.Join('\n', after.Errors));
        foreach (RemovedUse use in result.Uses.Where(static use => !use.IsRemoved))
        {
            string method = MethodAround(before, use.Line);
            Assert.Fail($"{use}\n{method}\nseed {seed}");
        }

        IReadOnlyList<string> then = Behaviour.Of(before.Compilation, keep);
        IReadOnlyList<string> now = Behaviour.Of(after.Compilation, !keep);
        for (int i = 0; i < then.Count; i++)
        {
            string[] expected = then[i].Split('\n');
            string[] actual = now[i].Split('\n');
            int line = Enumerable.Range(0, expected.Length).FirstOrDefault(index => expected[index] != actual.ElementAtOrDefault(index), -1);
            if (line >= 0)
            {
                string name = expected[line].Split(' ').First(static word => word.StartsWith('M'));
                Assert.Fail($"seed {seed}, keep {keep}\n{expected[line]}\n{actual[line]}\n{Method(before, name)}\n{Method(after, name)}");
            }
        }
    }

    private static string Source(int seed)
    {
        string methods = string.Join('\n', Enumerable.Range(0, BatchSize).Select(i => RandomProgram.Of(seed + i, i)));
        string calls = string.Concat(Enumerable.Range(0, BatchSize).Select(i => $"                    Try(\"M{i} \" + a + b, log => M{i}(flags, a, b, log), all);\n"));
        return $$"""
            namespace FlagCorpus.Random;

            public sealed class Probe(List<string> log) : IDisposable
            {
                public void Dispose() => log.Add("disposed");
            }

            public static class Draw
            {
                public static bool IsPublic(Flags flags) => flags.NewCheckout;

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

                private static bool IsNew(Flags flags) => flags.NewCheckout;

            {{methods}}
            }
            """;
    }

    private static string MethodAround(RemovalProject project, int line)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(project.Text).GetRoot();
        return root.FindNode(project.Text.Lines[line - 1].Span).FirstAncestorOrSelf<MethodDeclarationSyntax>()?.ToFullString() ?? string.Empty;
    }

    private static string Method(RemovalProject project, string name) => CSharpSyntaxTree.ParseText(project.Text).GetRoot().DescendantNodes()
        .OfType<MethodDeclarationSyntax>().Single(method => method.Identifier.ValueText == name).ToFullString();

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
