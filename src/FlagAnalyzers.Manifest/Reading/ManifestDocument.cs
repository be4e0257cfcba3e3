namespace FlagAnalyzers.Manifests.Reading;

/// <summary>The text of a manifest or of an overlay.</summary>
/// <param name="Name">What messages call it: a file, an address.</param>
/// <param name="Text">The text.</param>
internal sealed record ManifestDocument(string Name, string Text);
