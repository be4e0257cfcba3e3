using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>A flag that was read and has no C# name yet.</summary>
/// <param name="Flag">The flag; its name is empty.</param>
/// <param name="KeyRange">Its key in the text.</param>
/// <param name="ChosenName">The value of <c>name</c>, or null.</param>
/// <param name="ChosenNameRange">Where that stands.</param>
internal sealed record FlagDraft(Flag Flag, TextRange KeyRange, string? ChosenName, TextRange ChosenNameRange);
