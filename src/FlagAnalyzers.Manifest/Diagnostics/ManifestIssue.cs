using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Diagnostics;

/// <summary>Something wrong with a manifest, in its place.</summary>
/// <param name="Id">The diagnostic, of <see cref="DiagnosticCatalogue"/>.</param>
/// <param name="Range">The characters at fault.</param>
/// <param name="Message">Sentences: what was found, what was expected, the nearest right thing.</param>
/// <param name="FlagKey">The flag it concerns, or null.</param>
internal sealed record ManifestIssue(string Id, TextRange Range, string Message, string? FlagKey);
