using System.Globalization;
using FlagAnalyzers.Manifests.Diagnostics;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>What keeps a running program from taking a file: it is no JSON, it has not the shape of a manifest, or a defaultVariant names no variant (flagd
/// refuses such files as a whole).</summary>
internal static class Refusal
{
    /// <summary>What is wrong with the text as a whole, or null. The flags remain to be asked one by one.</summary>
    public static ManifestIssue? OfText(JsonText json) =>
        json.Errors.Count > 0 ? new ManifestIssue("FLAG0001", json.Errors[0].Range, json.Errors[0].Message, null) : OfShape(json.Root);

    /// <summary>What is wrong with the outermost objects, or null; also for what is no JSON, which is an error already.</summary>
    public static ManifestIssue? OfShape(JsonNode root)
    {
        if (root.Kind != JsonKind.Object)
        {
            return root.IsBroken ? null : new ManifestIssue("FLAG1002", root.Range, $"A manifest is an object with \"flags\"; found {Place.Describe(root)}.", null);
        }

        return root.TryFind("flags", out JsonProperty flags) && flags.Value.Kind != JsonKind.Object && !flags.Value.IsBroken
            ? new ManifestIssue("FLAG1002", flags.Value.Range, $"\"flags\" is an object of keys and flags; found {Place.Describe(flags.Value)}.", null)
            : null;
    }

    /// <summary>What is wrong with a flag, or null. A flag counts even where its key is given once more.</summary>
    public static ManifestIssue? OfFlag(FlagNode flag) => OfFlag(flag, out _);

    /// <summary>The same, and the text in which it stands: that of an overlay, where the overlay gives the default variant.</summary>
    public static ManifestIssue? OfFlag(FlagNode flag, out JsonText? text)
    {
        if (DefaultVariant.Of(flag) is { IsMissing: true } missing)
        {
            text = missing.Node.Document;
            return new ManifestIssue("FLAG1003", missing.Node.Range, missing.Message, flag.Member.Name);
        }

        text = null;
        return null;
    }

    /// <summary>A reason as <c>file(line,column): sentence</c>.</summary>
    public static string Describe(ManifestIssue refusal, JsonText json, string file)
    {
        (int line, int column) = new LineMap(json.Text).At(refusal.Range.Start);
        return string.Format(CultureInfo.InvariantCulture, "{0}({1},{2}): {3}", file, line, column, refusal.Message);
    }
}
