using FlagAnalyzers.Removal.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Removal.Uses;

/// <summary>How code speaks of a flag.</summary>
internal enum FlagUseKind : byte
{
    /// <summary>The accessor or a call answers the flag.</summary>
    Read,

    /// <summary>An asynchronous call whose answer is not awaited on the spot.</summary>
    ReadLater,

    /// <summary><c>nameof</c> of the accessor.</summary>
    Name,

    /// <summary>The flag is set, by a statement or in an initialiser: set-up of tests.</summary>
    SetUp,

    /// <summary>A statement that tells a mock what the flag answers.</summary>
    Mock,

    /// <summary>A property pattern that looks at the flag.</summary>
    Pattern,

    /// <summary>A fake overrides the accessor.</summary>
    Override,

    /// <summary>An attribute gates a class or method by the flag.</summary>
    Gate,

    /// <summary>Something that cannot be removed.</summary>
    Other,
}

/// <summary>A use of a flag.</summary>
/// <param name="Document">The file.</param>
/// <param name="Node">What would be replaced or removed.</param>
/// <param name="Place">Where the flag is named.</param>
/// <param name="Kind">What is done there.</param>
/// <param name="Obstacle">Why it cannot be removed, for <see cref="FlagUseKind.Other"/>.</param>
/// <param name="Constant">What stands for it from now on; null when that is a truth value.</param>
internal sealed record FlagUse(DocumentId Document, SyntaxNode Node, TextSpan Place, FlagUseKind Kind, string? Obstacle = null, KeptConstant? Constant = null)
{
    /// <summary>Whether it makes the flag what it is for a test, and does not ask for it.</summary>
    public bool IsSetUp => this.Kind is FlagUseKind.SetUp or FlagUseKind.Mock or FlagUseKind.Override || this.Node is AssignmentExpressionSyntax;

    /// <summary>Whether it is in code of this build.</summary>
    public bool IsActive => this.Node is not CompilationUnitSyntax;

    /// <summary>The value that the flag has from now on, as a constant of C#.</summary>
    public object ValueOr(bool? truth) => this.Constant?.Value ?? truth ?? false;
}
