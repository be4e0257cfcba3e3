using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Generators.Diagnostics;

/// <summary>A diagnostic as plain data: equal to another when the user would read the same in the same place.</summary>
/// <param name="Id">Its rule.</param>
/// <param name="Message">Its sentence.</param>
/// <param name="Path">The additional file it lies in, or null for one that concerns the project.</param>
/// <param name="Span">The characters at fault.</param>
/// <param name="Lines">The same as lines and columns.</param>
internal sealed record DiagnosticSpec(string Id, string Message, string? Path, TextSpan Span, LinePositionSpan Lines)
{
    public static DiagnosticSpec ForProject(string id, string message) => new(id, message, null, default, default);

    public Diagnostic ToDiagnostic()
        => Diagnostic.Create(Descriptors.Create(this.Id), this.Path is null ? Location.None : Location.Create(this.Path, this.Span, this.Lines), this.Message);
}
