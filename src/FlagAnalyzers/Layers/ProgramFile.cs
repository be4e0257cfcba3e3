using System.Reflection;
using FlagAnalyzers.CompilerServices;

namespace FlagAnalyzers.Layers;

/// <summary>Which files on disk speak for a compiled manifest.</summary>
internal static class ProgramFile
{
    private const string FileName = "flags.json";

    /// <summary>
    /// Under development the project's own <c>flags.json</c>, so that a save applies at once; else the one beside the program; for a library, whose manifest is only
    /// compiled in, an overlay <c>flags/&lt;AssemblyName&gt;.json</c> beside the program. Null where there is nothing to look for.
    /// </summary>
    public static FileFlagSource? Of(CompiledManifest compiled)
    {
        if (compiled.SourcePath is { Length: > 0 } source && File.Exists(source))
        {
            return new FileFlagSource(source);
        }

        if (compiled.Assembly is not { } assembly || AppContext.BaseDirectory is not { Length: > 0 } folder)
        {
            return null;
        }

        // A test project that references the program has its own flags.json there, if any.
        if (assembly == Assembly.GetEntryAssembly())
        {
            return new FileFlagSource(Path.Combine(folder, FileName));
        }

        return assembly.GetName().Name is { Length: > 0 } name
            ? new FileFlagSource(Path.Combine(folder, "flags", name + ".json"), options: null, isLibraryOverlay: true)
            : null;
    }
}
