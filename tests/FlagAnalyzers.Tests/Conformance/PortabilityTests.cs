using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using FlagAnalyzers.Evaluation;
using FlagAnalyzers.Manifests.Reading;

namespace FlagAnalyzers.Conformance;

/// <summary>FLAG1006 held against what is known of flagd's implementations: nothing where they agree, something where they do not.</summary>
public sealed partial class PortabilityTests
{
    /// <summary>
    /// Rows whose difference is not in the rule but in the value that a context gives: attributes that are null, or of a type that their rule does not expect.
    /// </summary>
    private static readonly string[] DifferInTheContextOnly =
    [
        "var null value default", "var quote string result", "var array result", "var obj result", "cat big num", "cat small num", "cat array", "in haystack number", "frac num tk",
        "== [1] 1", "== obj str", "== arr arr",
    ];

    /// <summary>Rows that are errors already: rules that cannot work.</summary>
    private static readonly string[] Errors =
    [
        "two-key object", "unknown op nested unreachable", "null targeting", "frac 3 element bucket", "frac weight null", "max empty", "sem_ver spaces",
    ];

    /// <summary>Rows that agree for the context they give; without the attribute, with null or with another number they do not.</summary>
    private static readonly string[] AgreeByContext =
    [
        "< missing 18", ">= missing 18", "< between missing", "< missing 'a'", "% str", "cat bare var", "cat int-valued float", "missing none", "missing one", "missing empty string",
        "missing nested", "missing_some ok", "missing_some bad", "frac numeric bucket var + tk", "frac cat bucket missing",
    ];

    /// <summary>Rules that flagd's published schema refuses, so that not every implementation takes the file.</summary>
    private static readonly string[] RefusedBySchema =
    [
        "?: ternary", "> between", "literal string targeting", "sem_ver partial 1", "sem_ver partial 1.2", "sem_ver num", "sem_ver ~ partial", "frac array variant",
    ];

    [Fact]
    public void Vectors_OfThePortableSubset_GiveNoFinding()
    {
        List<string> findings = [];
        int count = 0;
        foreach (string line in ConformanceFile.ReadLines("portable-vectors.jsonl"))
        {
            JsonNode manifest = JsonNode.Parse(line)!["flags"]!;
            foreach ((_, JsonNode? flag) in manifest["flags"]!.AsObject())
            {
                // Which bucket stands first is about the next change of the file, not about who reads it.
                flag!.AsObject().Remove("defaultVariant");
            }

            // The schema refuses "1.2" and "2"; of those who take them, all take them alike.
            findings.AddRange(FindingsIn(ShortVersion().Replace(manifest.ToJsonString(), match => $"{match.Groups[1].Value}{(match.Groups[2].Value == "2" ? "2.0.0" : "1.2.0")}\"")));
            count++;
        }

        Assert.Equal(5000, count);
        Assert.Equal([], findings.Distinct());
    }

    [Fact]
    public void RandomRules_OfThePortableSubset_GiveNoFinding()
    {
        PCG random = new(7, 20261125);
        string[] rules = [.. Enumerable.Range(0, 10_000).Select(_ => PortableRules.Portable.Generate(random, null, out Size _))];

        // Characters beyond ASCII and white space at the ends agree where they are compared, and differ where they are hashed; they are told apart elsewhere.
        string manifest = NonAscii().Replace(PortableRules.Manifest(rules), "x").Replace("\" pro \"", "\"pro\"", StringComparison.Ordinal).Replace("\"defaultVariant\":\"off\",", "", StringComparison.Ordinal);

        Assert.Equal([], FindingsIn(manifest).Distinct());
    }

    [Fact]
    public void MatrixRows_WhereImplementationsDiffer_GiveAFinding()
    {
        MatrixRow[] rows = [.. MatrixRow.ReadAll().Where(row => row.Outcomes.Distinct().Count() > 1)];
        IEnumerable<string> missed = rows.Where(row => !FindingsIn(Manifest(row)).Any()).Select(row => row.Name);

        Assert.True(rows.Length > 50, $"{rows.Length} rows");
        Assert.Equal([], missed.Except(DifferInTheContextOnly).Except(Errors));
        Assert.All(rows.Where(row => Errors.Contains(row.Name)), row => Assert.Contains(ManifestReader.Read(Manifest(row)).Issues, issue => issue.Id == "FLAG1005"));
    }

    [Fact]
    public void MatrixRows_WhereImplementationsAgree_GiveAFindingOnlyWhereAnotherContextOrTheSchemaDiffers()
    {
        string[] found = [.. MatrixRow.ReadAll().Where(row => row.Outcomes.Distinct().Count() == 1 && FindingsIn(Manifest(row)).Any()).Select(row => row.Name)];

        Assert.Equal(AgreeByContext.Concat(RefusedBySchema).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> FindingsIn(string manifest) =>
        ManifestReader.Read(manifest).Issues.Where(issue => issue.Id == "FLAG1006").Select(issue => $"{issue.Message} {manifest.AsSpan(issue.Range.Start, issue.Range.Length)}");

    private static string Manifest(MatrixRow row) =>
        $$"""{ "context": { {{string.Join(",", Declarations(row.Context))}} }, "flags": { "f": { "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off", "targeting": {{row.Rule}} } } }""";

    /// <summary>The attributes that a row gives, declared as what they are.</summary>
    private static IEnumerable<string> Declarations(string context) => JsonNode.Parse(context)!.AsObject().Where(attribute => attribute.Key is not ("targetingKey" or "$flagd")).Select(attribute => attribute.Value switch
    {
        JsonArray list when list.All(item => item!.GetValueKind() == JsonValueKind.String) => $"\"{attribute.Key}\": \"string[]\"",
        { } value when value.GetValueKind() == JsonValueKind.String => $"\"{attribute.Key}\": \"string\"",
        { } value when value.GetValueKind() == JsonValueKind.Number => $"\"{attribute.Key}\": \"number\"",
        { } value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => $"\"{attribute.Key}\": \"boolean\"",
        _ => $"\"{attribute.Key}\": \"object\"",
    });

    [GeneratedRegex("""("sem_ver":\[\{[^}]*\},"[^"]+",")(1\.2|2)(?=").""")]
    private static partial Regex ShortVersion();

    [GeneratedRegex(@"\\u[0-9a-fA-F]{4}")]
    private static partial Regex NonAscii();
}
