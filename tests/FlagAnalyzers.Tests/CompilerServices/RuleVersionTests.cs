using CsCheck;

namespace FlagAnalyzers.CompilerServices;

public sealed class RuleVersionTests
{
    private static readonly string[] Versions =
    [
        "0.0.0", "1", "1.2", "1.2.3", "v1.2.3", "V1.2.4", "1.2.3-rc.1", "1.2.3-rc.2", "1.2.3+build", "1.3.0", "2.0.0", "01.2.3", "1.2.3.4", "", "v", "1.2.-3", "999999999.0.0",
        "1000000000.0.0", "99999999999999999999.0.0", "1.99999999999.0", "x", "1.2.3 ", "-1.0.0",
    ];

    [Fact]
    public void Compare_AnyVersion_AgreesWithTheInterpreter() =>
        Gen.Select(Gen.Int[0, Versions.Length - 1], Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 99]).Sample(
            static (index, major, minor, patch) =>
            {
                string other = $"{major % 3}.{minor % 3}.{patch % 5}";
                foreach (string text in new[] { Versions[index], $"{minor % 3}.{patch % 3}.{major % 5}", $"v{major}.{minor}.{patch}" })
                {
                    AssertAgrees(text, other, major % 3, minor % 3, patch % 5);
                    AssertAgrees(text, other, -1, 0, 0);
                    AssertAgrees(text, "1.2.3-rc.1", -1, 0, 0);
                }
            },
            seed: "0000KOIPe036",
            iter: 5_000,
            threads: 1);

    [Fact]
    public void Compare_NoText_IsNull() => Assert.Null(RuleVersion.Equal(null, "1.2.3", 1, 2, 3));

    private static void AssertAgrees(string text, string other, int major, int minor, int patch)
    {
        (string Relation, bool? Compiled)[] compiled =
        [
            ("=", RuleVersion.Equal(text, other, major, minor, patch)),
            ("!=", RuleVersion.NotEqual(text, other, major, minor, patch)),
            ("<", RuleVersion.Less(text, other, major, minor, patch)),
            ("<=", RuleVersion.LessOrEqual(text, other, major, minor, patch)),
            (">", RuleVersion.Greater(text, other, major, minor, patch)),
            (">=", RuleVersion.GreaterOrEqual(text, other, major, minor, patch)),
            ("^", RuleVersion.SameMajor(text, other, major, minor, patch)),
            ("~", RuleVersion.SameMinor(text, other, major, minor, patch)),
        ];
        foreach ((string relation, bool? result) in compiled)
        {
            bool? interpreted = Interpret(text, relation, other);
            Assert.True(result == interpreted, $"{text} {relation} {other}: compiled {result?.ToString() ?? "null"}, interpreted {interpreted?.ToString() ?? "null"}");
        }
    }

    private static bool? Interpret(string text, string relation, string other)
    {
        FlagSnapshot snapshot = FlagSnapshot.Parse($$"""
            { "flags": { "f": { "variants": { "true": 1, "false": 0, "none": 2 }, "defaultVariant": "none", "targeting": { "sem_ver": [{ "var": "v" }, "{{relation}}", "{{other}}"] } } } }
            """);
        EvaluationContext context = new() { ["v"] = text };
        string? variant = snapshot.Evaluate("f", Manifests.Model.FlagType.Integer, null, context, 0).Variant;
        return variant == "none" ? null : variant == "true";
    }
}
