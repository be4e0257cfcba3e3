using FlagAnalyzers.CodeFixes.Tests.Removal.Setup;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests.Removal;

/// <summary>The removal leaves what an expert leaves.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string, bool> Cases
    {
        get
        {
            TheoryData<string, bool> cases = [];
            foreach (string name in Examples.Names)
            {
                cases.Add(name, true);
                cases.Add(name, false);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Example_IsAccepted(string name, bool keep)
    {
        (Grade grade, string text) = await Grading.GradeAsync(Examples.Input(name), Examples.Expected(name, keep), keep);

        Assert.True(grade <= Grade.Layout, $"{grade}:\n{text}\nexpected:\n{Examples.Expected(name, keep)[0]}");
    }
}
