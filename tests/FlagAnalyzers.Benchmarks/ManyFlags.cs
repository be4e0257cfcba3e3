using System.Globalization;
using System.Text;

namespace FlagAnalyzers.Benchmarks;

/// <summary>A manifest of many flags, each with a rule of two conditions and a rollout: about 0.7 KB a flag.</summary>
internal static class ManyFlags
{
    public static string Text(int count)
    {
        StringBuilder manifest = new("{ \"context\": { \"plan\": \"string\", \"appVersion\": \"semver\" }, \"flags\": {");
        for (int i = 0; i < count; i++)
        {
            manifest.Append(CultureInfo.InvariantCulture, $$"""
                {{(i == 0 ? "" : ",")}}
                  "flag-{{i}}": {
                    "flagType": "boolean", "defaultValue": false, "description": "The {{i}}th flag of this manifest, in a sentence of some length.",
                    "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off",
                    "targeting": { "if": [
                      { "and": [{ "in": [{ "var": "plan" }, ["free", "pro"]] }, { "sem_ver": [{ "var": "appVersion" }, ">=", "2.4.0"] }] }, "on",
                      { "fractional": [["on", 10], ["off", 90]] }] },
                    "metadata": { "owner": "team-{{i % 40}}", "kind": "release", "created": "2026-10-01", "expires": "2027-01-31", "issue": "SHOP-{{i}}" }
                  }
                """);
        }

        return manifest.Append("} }").ToString();
    }
}
