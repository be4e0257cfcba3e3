using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Holds what rules read against what the context declares.</summary>
internal sealed class AttributeChecks(IssueList issues, IReadOnlyList<ContextAttribute> declared)
{
    private readonly Dictionary<string, ContextAttribute> byPath = declared.ToDictionary(attribute => attribute.Path, StringComparer.Ordinal);

    public void Check(IReadOnlyList<AttributeUse> uses)
    {
        HashSet<(int, string)> reported = [];
        foreach (AttributeUse use in uses)
        {
            issues.FlagKey = use.FlagKey;
            ContextAttribute? attribute = this.Find(use.Path);
            string? message = attribute is null ? this.Undeclared(use) : use.Path == attribute.Path ? Mismatch(use, attribute) : null;
            if (message is not null && reported.Add((use.Range.Start, message)))
            {
                bool isAboutLiteral = attribute is not null && message.StartsWith("\"", StringComparison.Ordinal);
                issues.Report("FLAG1005", isAboutLiteral ? use.ComparedText?.Range ?? use.Range : use.Range, message);
            }
        }

        issues.FlagKey = null;
    }

    private static string? Mismatch(AttributeUse use, ContextAttribute attribute)
    {
        if (!use.Fits(attribute.Type))
        {
            return $"The attribute '{use.Path}' is declared as '{ContextReader.NameOf(attribute.Type)}', but {use.Reason()}.";
        }

        if (attribute.Values.Count > 0 && use.ComparedText?.Text is { } literal && !attribute.Values.Contains(literal))
        {
            return $"\"{literal}\" is not one of the values of '{use.Path}', which are {Place.OneOf(attribute.Values)}.{NearestName.Hint(literal, attribute.Values)}";
        }

        return null;
    }

    private string Undeclared(AttributeUse use) =>
        $"The attribute '{use.Path}' is not declared in \"context\".{NearestName.Hint(use.Path, this.byPath.Keys)}";

    // "user.score" is found in a declared "user.score", or inside a declared object "user".
    private ContextAttribute? Find(string path)
    {
        if (this.byPath.TryGetValue(path, out ContextAttribute? attribute))
        {
            return attribute;
        }

        for (int dot = path.LastIndexOf('.'); dot > 0; dot = path.LastIndexOf('.', dot - 1))
        {
            if (this.byPath.TryGetValue(path.Substring(0, dot), out attribute) && attribute.Type is AttributeType.Object or AttributeType.StringList)
            {
                return attribute;
            }
        }

        // The object around declared attributes: {"var": "user"} with "user.score" declared.
        return declared.FirstOrDefault(candidate => candidate.Path.Length > path.Length
            && candidate.Path[path.Length] == '.'
            && candidate.Path.StartsWith(path, StringComparison.Ordinal));
    }
}
