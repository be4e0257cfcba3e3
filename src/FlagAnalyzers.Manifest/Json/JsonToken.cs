using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Json;

/// <summary>One value or member name in the flat table of a <see cref="JsonText"/>. A container is followed by its content, a name by its value.</summary>
internal struct JsonToken
{
    /// <summary>The first character; the opening quote or bracket included.</summary>
    public int Start;

    /// <summary>Behind the last character.</summary>
    public int End;

    /// <summary>The index of the token behind this one and all its content.</summary>
    public int Next;

    public JsonKind Kind;

    /// <summary>A string that is not simply the characters between its quotes.</summary>
    public bool IsEscaped;

    /// <summary>Stands for something that the text lacks or spells wrongly; an error was reported.</summary>
    public bool IsBroken;
}

/// <summary>A place where a text is not JSON.</summary>
/// <param name="Range">The characters at fault; empty where something is missing.</param>
/// <param name="Message">What was found and what was expected, a sentence.</param>
internal sealed record JsonError(Text.TextRange Range, string Message);
