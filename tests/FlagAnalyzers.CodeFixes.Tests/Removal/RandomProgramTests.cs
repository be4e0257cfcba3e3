using System.Globalization;
using FlagAnalyzers.CodeFixes.Tests.Removal.Setup;
using FlagAnalyzers.Removal;
using Microsoft.CodeAnalysis;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests.Removal;

/// <summary>
/// Random programs, with both values kept: what is left compiles, has no use of the flag, and does the same. <c>REMOVAL_PROGRAMS</c> asks for more of
/// them, <c>REMOVAL_SEED</c> for others.
/// </summary>
public sealed class RandomProgramTests
{
    private const int BatchSize = 50;

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
        RemovalProject before = new(Source(), [Sibling.Usings, .. Methods(seed)]);
        Assert.True(before.Errors.Count == 0, string.Join('\n', before.Errors.Select(error => error + "\n" + error.Location.SourceTree)));
        (RemovalProject after, RemovalResult result) = await before.RemoveAsync(keep);

        Assert.True(after.Errors.Count == 0, string.Join('\n', after.Errors.Select(error => error + "\n" + error.Location.SourceTree)));
        foreach (RemovedUse use in result.Uses.Where(static use => !use.IsRemoved))
        {
            Assert.Fail($"{use}\n{TextOf(before, use.File)}\nseed {seed}");
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
                Assert.Fail($"seed {seed}, keep {keep}\n{expected[line]}\n{actual[line]}\n{TextOf(before, name + ".cs")}\n{TextOf(after, name + ".cs")}");
            }
        }
    }

    /// <summary>Each program in a file of its own.</summary>
    private static IEnumerable<(string Name, string Text)> Methods(int seed) => Enumerable.Range(0, BatchSize).Select(i =>
        ($"M{i}.cs", $$"""
        using static FlagCorpus.Random.Draw;

        namespace FlagCorpus.Random;

        public static class Draw{{i}}
        {
            private static bool IsNew(Flags flags) => flags.NewCheckout;

        {{RandomProgram.Of(seed + i, i)}}
        }

        """));

    private static string Source()
    {
        string calls = string.Concat(Enumerable.Range(0, BatchSize).Select(i => $"                    Try(\"M{i} \" + a + b, log => Draw{i}.M{i}(flags, a, b, log), all);\n"));
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

            }
            """;
    }

    private static string TextOf(RemovalProject project, string file) =>
        project.Solution.Projects.Single().Documents.Single(document => document.Name == file).GetTextAsync().GetAwaiter().GetResult().ToString();

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
