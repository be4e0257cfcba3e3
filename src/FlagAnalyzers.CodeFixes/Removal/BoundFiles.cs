using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Removal;

/// <summary>Keeps what the compiler found out about files from one phase to the next: a document itself lets go of it.</summary>
internal sealed class BoundFiles
{
    private readonly ConcurrentDictionary<DocumentId, SemanticModel> models = new();

    /// <summary>The model of the file; that of an older version is let go.</summary>
    public async Task<SemanticModel> ModelOfAsync(Document document, CancellationToken cancellationToken) =>
        this.models[document.Id] = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
}
