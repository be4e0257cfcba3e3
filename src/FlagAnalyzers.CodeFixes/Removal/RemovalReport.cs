using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Removal;

/// <summary>What became of a use of the flag.</summary>
/// <param name="File">Its file.</param>
/// <param name="Line">Its line before the removal, from 1.</param>
/// <param name="Text">The line, trimmed.</param>
/// <param name="Obstacle">Why it was left, or null when it was removed.</param>
public sealed record RemovedUse(string File, int Line, string Text, string? Obstacle)
{
    /// <summary>Whether it is gone.</summary>
    public bool IsRemoved => this.Obstacle is null;
}

/// <summary>What a removal did, and what it left.</summary>
/// <param name="Solution">The solution without the flag.</param>
/// <param name="Uses">Every use that was found.</param>
/// <param name="ChangedDocuments">The files that are different now.</param>
/// <param name="DeletedLines">How many lines there are fewer.</param>
public sealed record RemovalResult(Solution Solution, IReadOnlyList<RemovedUse> Uses, IReadOnlyList<DocumentId> ChangedDocuments, int DeletedLines)
{
    /// <summary>Whether every use is gone.</summary>
    public bool IsComplete => this.Uses.All(static use => use.IsRemoved);
}
