using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Manifests.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Generators.Rules.Declarations;

/// <summary>What a project does with a manifest among its additional files.</summary>
internal enum ManifestRole : byte
{
    /// <summary>Not a manifest.</summary>
    None,

    /// <summary>The project owns the file: accessors are generated from it.</summary>
    Manifest,

    /// <summary>The file was found in a folder above: it tells which keys there are, and nothing is generated.</summary>
    Analysis,

    /// <summary>What differs in one environment from the manifest that the project owns.</summary>
    Overlay,
}

/// <summary>A manifest among the additional files, read.</summary>
internal sealed record ManifestFile(string Path, ManifestRole Role, SourceText Text, ManifestReading Reading)
{
    /// <summary>One instance for all analyzers, so that they share the reading of a text, and an edit elsewhere does not read it again.</summary>
    public static readonly SourceTextValueProvider<ManifestReading> Readings = new(static text => ManifestReader.Read(text.ToString()));

    /// <summary>The manifests of the compilation, by path, whichever order the build names them in.</summary>
    /// <param name="options">The additional files and what the build says of them.</param>
    /// <param name="read">Asks the analysis context for <see cref="Readings"/>.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static IReadOnlyList<ManifestFile> ReadAll(AnalyzerOptions options, Func<SourceText, ManifestReading?> read, CancellationToken cancellationToken)
    {
        List<ManifestFile> files = [];
        foreach (AdditionalText file in options.AdditionalFiles)
        {
            ManifestRole role = RoleOf(file, options.AnalyzerConfigOptionsProvider);
            if (role is ManifestRole.Manifest or ManifestRole.Analysis && file.GetText(cancellationToken) is { } text && read(text) is { } reading)
            {
                files.Add(new ManifestFile(file.Path, role, text, reading));
            }
        }

        files.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return files;
    }

    public static ManifestRole RoleOf(AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.FlagsRole", out string? role);
        return role switch
        {
            "Manifest" => ManifestRole.Manifest,
            "Analysis" => ManifestRole.Analysis,
            "Overlay" => ManifestRole.Overlay,
            _ => ManifestRole.None,
        };
    }

    /// <summary>Whether a referenced project generates from the file: then its build says what is wrong with it, and once is enough.</summary>
    public bool IsReportedByOwner(Compilation compilation)
    {
        if (this.Role != ManifestRole.Analysis || this.Reading.Manifest.Flags.Count == 0)
        {
            return false;
        }

        HashSet<string> keys = new(FlagClass.InReferences(compilation).SelectMany(static type => type.Flags).Select(static flag => flag.Key), StringComparer.Ordinal);
        return this.Reading.Manifest.Flags.All(flag => keys.Contains(flag.Key));
    }

    public Location LocationOf(TextRange range) => LocationIn(this.Path, this.Text, range);

    public static Location LocationIn(string path, SourceText text, TextRange range)
    {
        int start = Math.Min(range.Start, text.Length);
        TextSpan span = TextSpan.FromBounds(start, Math.Min(Math.Max(range.End, start), text.Length));
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }
}
