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

/// <summary>A member or type that the removal made unused, and that code outside the solution may use.</summary>
/// <param name="Name">Its name, with its type and parameters.</param>
/// <param name="File">Its file.</param>
/// <param name="Line">Its line after the removal, from 1.</param>
public sealed record DeadMember(string Name, string File, int Line);

/// <summary>What a removal did, and what it left.</summary>
/// <param name="Solution">The solution without the flag.</param>
/// <param name="Uses">Every use that was found.</param>
/// <param name="ChangedDocuments">The files that are different now.</param>
/// <param name="DeletedLines">How many lines there are fewer.</param>
public sealed record RemovalResult(Solution Solution, IReadOnlyList<RemovedUse> Uses, IReadOnlyList<DocumentId> ChangedDocuments, int DeletedLines)
{
    /// <summary>Whether every use is gone.</summary>
    public bool IsComplete => this.Uses.All(static use => use.IsRemoved);

    /// <summary>Members and types that are not private and that nothing in the solution uses any more. They were left.</summary>
    public IReadOnlyList<DeadMember> DeadMembers { get; init; } = [];

    /// <summary>Files in which nothing is left, or nothing that is used. They were left too.</summary>
    public IReadOnlyList<string> DeadFiles { get; init; } = [];
}
