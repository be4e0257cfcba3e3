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

    /// <summary>Keywords, and the contextual ones that the compiler refuses or warns of as names of types.</summary>
    public static bool IsReserved(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
        || name is "var" or "dynamic" or "nameof" or "record" or "required" or "file" or "scoped" or "field" or "extension" or "notnull"
            or "unmanaged" or "async" or "await" or "partial" or "where" or "global" or "value" or "yield" or "nint" or "nuint" or "managed" or "args"
            or "union" or "closed" or "safe" or "allows" or "when" or "with" or "and" or "or" or "not" or "init";

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
