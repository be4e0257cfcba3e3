using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace FlagAnalyzers.Manifests;

/// <summary>Manifests of any size for tests, and ways to damage them.</summary>
internal static class SampleManifest
{
    private const string Pieces = "{}[]:,\"\\/ \n\t'0129.eE-+tfnu$abéß\u0000\ud800🚀";

    public static string OfAbout(int characters) => OfFlags(characters / 640);

    /// <summary>A manifest as people write it: indented, every section, every type, rules of several kinds.</summary>
    public static string OfFlags(int count)
    {
        StringBuilder builder = new();
        builder.Append("""
            {
              "$schema": "./flags-schema.json",
              "context": { "plan": { "type": "string", "enum": ["free", "pro"] }, "email": "string", "age": "number", "appVersion": "semver", "groups": "string[]" },
              "$evaluators": {
                "is-staff": { "ends_with": [{ "var": "email" }, "@corp.example"] }
              },
              "metadata": { "flagSetId": "shop" },
              "retired": { "old-banner": "2026-05-01" },
              "flags": {

            """);
        for (int i = 0; i < count; i++)
        {
            (string type, string fallback, string variants) = (i % 4) switch
            {
                0 => ("boolean", "false", "\"on\": true, \"off\": false"),
                1 => ("string", "\"Hello \\u00e9\\n\"", "\"on\": \"Hello \\u00e9\\n\", \"off\": \"\""),
                2 => ("integer", "25", "\"on\": 100, \"off\": 25"),
                _ => ("object", "{ \"size\": 1 }", "\"on\": { \"size\": 20, \"tags\": [\"a\"] }, \"off\": { \"size\": 1 }"),
            };
            string number = i.ToString(CultureInfo.InvariantCulture);
            builder.Append(CultureInfo.InvariantCulture, $$"""
                    "flag-{{number}}": {
                      "flagType": "{{type}}",
                      "defaultValue": {{fallback}},
                      "description": "The {{number}}th flag of this manifest.",
                      "state": "ENABLED",
                      "variants": { {{variants}} },
                      "defaultVariant": "off",
                      "targeting": {
                        "if": [
                          { "and": [{ "$ref": "is-staff" }, { "in": [{ "var": "plan" }, ["free", "pro"]] }, { "sem_ver": [{ "var": "appVersion" }, ">=", "2.4.0"] }] },
                          "on",
                          { "fractional": [["on", 10], ["off", 90]] }
                        ]
                      },
                      "metadata": { "owner": "team-{{number}}", "kind": "release", "created": "2026-10-01", "expires": "2027-01-31" }
                    }{{(i + 1 < count ? "," : "")}}

                """);
        }

        return builder.Append("  }\n}\n").ToString();
    }

    /// <summary>One to four random changes: characters replaced, inserted or deleted, stretches moved.</summary>
    [SuppressMessage("Security", "CA5394", Justification = "Seeded, so that a failure can be repeated.")]
    public static string Mutate(string text, Random random)
    {
        StringBuilder builder = new(text);
        for (int change = random.Next(1, 5); change > 0; change--)
        {
            int position = random.Next(builder.Length);
            int length = Math.Min(random.Next(1, 30), builder.Length - position);
            switch (random.Next(5))
            {
                case 0:
                    builder[position] = Pieces[random.Next(Pieces.Length)];
                    break;
                case 1:
                    builder.Insert(position, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    builder.Remove(position, 1);
                    break;
                case 3:
                    builder.Remove(position, length);
                    break;
                default:
                    builder.Insert(random.Next(builder.Length), builder.ToString(position, length));
                    break;
            }
        }

        return builder.ToString();
    }
}
