using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;

namespace FlagAnalyzers.Manifests.Rules.Portability;

/// <summary>Operators on texts and lists of texts: searching, joining, cutting, versions.</summary>
internal sealed class TextPortability(PortabilityFindings findings)
{
    public void CheckIn(List<JsonNode> arguments)
    {
        if (arguments.Count != 2)
        {
            return;
        }

        JsonNode needle = arguments[0];
        ValueKinds needles = findings.KindsOf(needle);
        if (arguments[1].Kind == JsonKind.Array)
        {
            this.CheckItems(needles, arguments[1]);
            return;
        }

        ValueKinds haystack = findings.KindsOf(arguments[1]);
        if (haystack.IsOnly(ValueKinds.Text) && needles.MayBe(ValueKinds.Missing))
        {
            findings.Report(needle.Range, $"Where {PortabilityFindings.Describe(needle)} is missing, 'in' fails in flagd's daemon and is false in its evaluator for JavaScript. {PortabilityFindings.GiveDefault(needle, "\"?\"")}");
        }
        else if (haystack.IsOnly(ValueKinds.Text) && needles.IsOnly(ValueKinds.Number | ValueKinds.Boolean))
        {
            findings.Report(needle.Range, "'in' looks for a number or a boolean in a text: flagd's daemon fails, its evaluator for JavaScript looks for the digits. Write what is looked for as text.");
        }
    }

    public void CheckConcatenation(List<JsonNode> arguments, bool isBare)
    {
        foreach (JsonNode argument in arguments)
        {
            ValueKinds kinds = findings.KindsOf(argument);
            if (kinds.MayBe(ValueKinds.Missing))
            {
                findings.Report(argument.Range, $"Where {PortabilityFindings.Describe(argument)} is missing, flagd's evaluator for JavaScript puts \"null\" into the text, its daemon nothing. {PortabilityFindings.GiveDefault(argument, "\"\"")}");
            }
            else if (kinds.IsOnly(ValueKinds.Boolean | ValueKinds.List | ValueKinds.Object))
            {
                findings.Report(argument.Range, "'cat' of anything but texts and numbers fails in flagd's daemon; its evaluator for JavaScript writes it out. Join texts and numbers only.");
            }
            else if (PortabilityFindings.IsSpelledDifferently(argument))
            {
                findings.Report(argument.Range, "flagd's daemon writes this number out in full, its evaluator for JavaScript with an exponent. Write it as text.");
            }
            else if (isBare && kinds.IsOnly(ValueKinds.Number))
            {
                findings.Report(argument.Range, $"'cat' of a number that stands without brackets fails in flagd's daemon. Write {{\"cat\": [{findings.Source(argument)}]}}.");
            }
        }

        if (arguments.Count > 1)
        {
            this.CheckEdge(arguments[0], static text => char.IsWhiteSpace(text[0]));
            this.CheckEdge(arguments[arguments.Count - 1], static text => char.IsWhiteSpace(text[text.Length - 1]));
        }
    }

    public void CheckSubstring(List<JsonNode> arguments)
    {
        if (arguments.Count < 2)
        {
            return;
        }

        JsonNode text = arguments[0];
        if (findings.KindsOf(text).MayBe(ValueKinds.Missing))
        {
            findings.Report(text.Range, $"Where {PortabilityFindings.Describe(text)} is missing, 'substr' cuts nothing from \"\" in flagd's daemon, and from \"null\" in its evaluator for JavaScript. {PortabilityFindings.GiveDefault(text, "\"\"")}");
        }

        double start = arguments[1].ToValue().Number;
        if (start > 0 && !(text.Kind == JsonKind.String && text.Text.Length >= start))
        {
            findings.Report(arguments[1].Range, $"Where the text is shorter than {arguments[1].Text} characters, 'substr' gives the whole text in flagd's daemon and \"\" in its evaluator for JavaScript. Compare beginnings and ends with \"starts_with\" and \"ends_with\".");
        }
    }

    public void CheckSemVer(List<JsonNode> arguments)
    {
        for (int i = 0; i < arguments.Count; i += 2)
        {
            JsonNode version = arguments[i];
            if (version.Kind is not (JsonKind.String or JsonKind.Number) || !SemanticVersion.TryParse(version.Text, out _))
            {
                continue;
            }

            string text = version.Text;
            string core = text.Split('-', '+')[0];
            int dots = core.Count(static c => c == '.');
            if (version.Kind == JsonKind.Number || dots < 2)
            {
                findings.Report(version.Range, $"{Capitalised(Place.Describe(version))} is no full version: flagd's schema refuses it, and not every implementation adds the zeros. Write \"{core}{(dots == 0 ? ".0.0" : dots == 1 ? ".0" : "")}{text.Substring(core.Length)}\".");
            }
            else if (core.TrimStart('v', 'V').Split('.').Any(static part => part.Length > 15))
            {
                findings.Report(version.Range, "flagd's evaluator for JavaScript takes numbers beyond 9007199254740991 for no version. Use smaller ones.");
            }
        }
    }

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);

    private void CheckItems(ValueKinds needles, JsonNode list)
    {
        foreach (JsonNode item in list.Items)
        {
            if (item.Kind == JsonKind.Array)
            {
                findings.Report(item.Range, "flagd's daemon takes a list inside of the list as a range of numbers, its evaluator for JavaScript as a list. Write {\"<=\": [lowest, value, highest]}, or the values one by one.");
            }
            else if (item.Kind == JsonKind.String && needles.IsOnly(ValueKinds.Number))
            {
                findings.Report(item.Range, "flagd's daemon finds a number in its text, its evaluator for JavaScript does not. Write the numbers without quotes.");
                return;
            }
        }
    }

    private void CheckEdge(JsonNode part, Func<string, bool> hasSpace)
    {
        JsonNode literal = RuleSyntax.IsVar(part, out _, out JsonNode? fallback) && fallback is { } given ? given : part;
        if (literal.Kind == JsonKind.String && literal.Text.Length > 0 && hasSpace(literal.Text))
        {
            findings.Report(literal.Range, "flagd's daemon takes white space from both ends of what 'cat' gives, its evaluator for JavaScript leaves it. Leave it out here.");
        }
    }
}
