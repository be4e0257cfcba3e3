using FlagAnalyzers.CodeFixes.Tests.Removal.Setup;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests.Removal;

/// <summary>What the examples show holds for their neighbours.</summary>
public sealed class SiblingTests
{
    public static TheoryData<string, bool> Cases
    {
        get
        {
            TheoryData<string, bool> cases = [];
            foreach (Sibling sibling in Sibling.All)
            {
                cases.Add(sibling.Name, true);
                cases.Add(sibling.Name, false);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Sibling_IsAccepted(string name, bool keep)
    {
        Sibling sibling = Sibling.All.Single(candidate => candidate.Name == name);
        string? wanted = keep ? sibling.On : sibling.Off;
        (Grade grade, string text) = await Grading.GradeAsync(Sibling.File(sibling.Input), wanted is null ? [] : [Sibling.File(wanted)], keep, Sibling.Others(sibling.Input));

        Assert.True(grade <= (wanted is null ? Grade.Behaves : Grade.Layout), $"{grade}:\n{text}");
        if (Environment.GetEnvironmentVariable("REMOVAL_SHOW") is { Length: > 0 } file && wanted is null)
        {
            await System.IO.File.AppendAllTextAsync(file, $"##### {name} {keep}\n{text}\n");
        }
    }
}
