using System.Globalization;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Tool;

/// <summary>All that a command knows of the world outside of it.</summary>
/// <param name="In">Standard input.</param>
/// <param name="Out">Standard output, for results.</param>
/// <param name="Error">Standard error, for what keeps a command from its result.</param>
/// <param name="Folder">The folder in which it was started, an absolute path.</param>
/// <param name="Time">The clock.</param>
internal sealed record Surroundings(TextReader In, TextWriter Out, TextWriter Error, string Folder, TimeProvider Time)
{
    /// <summary>The day, by UTC.</summary>
    public FlagDate Today
    {
        get
        {
            _ = FlagDate.TryParse(this.Time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out FlagDate today);
            return today;
        }
    }

    /// <summary>A file as messages name it: relative to <see cref="Folder"/>, with slashes.</summary>
    public string NameOf(string path) => Path.GetRelativePath(this.Folder, path).Replace(Path.DirectorySeparatorChar, '/');
}
