using System.Diagnostics;
using System.Runtime.InteropServices;
using FlagAnalyzers.Layers;

namespace FlagAnalyzers.Sources;

/// <summary>A folder with a <c>flags.json</c> for one test.</summary>
internal sealed class FlagFolder : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("flags-");

    public string Path => this.In("flags.json");

    public string In(string name) => System.IO.Path.Combine(this.folder.FullName, name);

    public void Write(string text, string name = "flags.json") => File.WriteAllText(this.In(name), text);

    /// <summary>As most editors save: another file takes the name.</summary>
    public void Replace(string text, string name = "flags.json")
    {
        string next = this.In(name + ".tmp");
        File.WriteAllText(next, text);
        File.Move(next, this.In(name), overwrite: true);
    }

    /// <summary>As Kubernetes mounts a ConfigMap: <c>flags.json</c> leads to <c>..data/flags.json</c>, and <c>..data</c> to a folder that is never written again.</summary>
    public void Mount(string text, string version)
    {
        Directory.CreateDirectory(this.In(version));
        File.WriteAllText(this.In(System.IO.Path.Combine(version, "flags.json")), text);
        this.Lead("..data", version);
        if (!File.Exists(this.Path))
        {
            File.CreateSymbolicLink(this.Path, System.IO.Path.Combine("..data", "flags.json"));
        }
    }

    /// <summary>Has a link lead elsewhere, where the platform can in one step.</summary>
    private void Lead(string link, string target)
    {
        string path = this.In(link);
        if (OperatingSystem.IsWindows())
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path);
            }

            Directory.CreateSymbolicLink(path, target);
            return;
        }

        string next = this.In(link + "_tmp");
        Directory.CreateSymbolicLink(next, target);

        // What .NET offers follows the link or refuses to replace it.
        Assert.Equal(0, rename(next, path));

        [DllImport("libc")]
        static extern int rename([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);
    }

    public static FlagStore Store(FileFlagSource source, string? environment = null)
    {
        FlagStore store = SwitchFlags.Compiled.CreateStore();
        store.UseEnvironment(environment);
        store.AddSource(source);
        return store;
    }

    /// <summary>Waits for what comes by itself.</summary>
    /// <returns>How long it took.</returns>
    public static TimeSpan Await(Func<bool> condition, string what)
    {
        Stopwatch time = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(time.Elapsed < Deadline, $"It took too long until {what}.");
            Thread.Sleep(1);
        }

        return time.Elapsed;
    }

    public void Dispose() => this.folder.Delete(recursive: true);
}
