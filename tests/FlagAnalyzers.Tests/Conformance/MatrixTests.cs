namespace FlagAnalyzers.Conformance;

public sealed class MatrixTests
{
    public static TheoryData<string> Rows => [.. MatrixRow.ReadAll().Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Evaluate_Rule_AgreesWithTheGoDaemon(string name)
    {
        MatrixRow row = Find(name);

        // What the daemon could not find among the variants stands behind GENERAL.
        Assert.Equal(row.Go.StartsWith("GENERAL ", StringComparison.Ordinal) ? "GENERAL" : row.Go, row.Evaluate());
    }

    [Fact]
    public void ReadAll_Matrix_HasEachRowOnce()
    {
        List<MatrixRow> rows = [.. MatrixRow.ReadAll()];

        Assert.Equal(242, rows.Count);
        Assert.Equal(242, rows.Select(row => row.Name).Distinct().Count());
        Assert.Equal(64, rows.Count(row => row.Outcomes.Distinct().Count() > 1));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    public void Evaluate_OtherCulture_AgreesWithTheGoDaemon(string culture) => ConformanceFile.RunIn(culture, () =>
    {
        foreach (string name in MatrixRow.ReadAll().Select(row => row.Name))
        {
            this.Evaluate_Rule_AgreesWithTheGoDaemon(name);
        }
    });

    private static MatrixRow Find(string name) => MatrixRow.ReadAll().Single(row => row.Name == name);
}
