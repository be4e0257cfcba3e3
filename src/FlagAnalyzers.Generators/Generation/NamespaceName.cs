using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace FlagAnalyzers.Generators.Generation;

/// <summary>Namespace names as C# spells them.</summary>
internal static class NamespaceName
{
    /// <summary>Whether every part is an identifier; keywords are, as <c>@class</c>.</summary>
    public static bool IsValid(string name)
    {
        foreach (string part in name.Split('.'))
        {
            if (!SyntaxFacts.IsValidIdentifier(WithoutAt(part)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The nearest valid namespace: other characters become <c>_</c>, keywords get their <c>@</c>, empty parts go.</summary>
    public static string Sanitise(string name)
    {
        StringBuilder result = new(name.Length);
        foreach (string part in name.Split('.'))
        {
            string identifier = Identifier(WithoutAt(part.Trim()));
            if (identifier.Length > 0)
            {
                result.Append(result.Length == 0 ? "" : ".").Append(identifier);
            }
        }

        return result.ToString();
    }

    /// <summary>Keywords, contextual ones too: as names of types the compiler refuses or warns of most of them, and of more with each version.</summary>
    public static bool IsReserved(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
        || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
        || name is "var" or "dynamic" or "extension";

    private static string WithoutAt(string part) => part.StartsWith("@", StringComparison.Ordinal) ? part.Substring(1) : part;

    private static string Identifier(string part)
    {
        StringBuilder result = new(part.Length + 1);
        foreach (char c in part)
        {
            result.Append(SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_');
        }

        if (result.Length > 0 && !SyntaxFacts.IsIdentifierStartCharacter(result[0]))
        {
            result.Insert(0, '_');
        }

        string identifier = result.ToString();
        return SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None ? identifier : "@" + identifier;
    }
}
