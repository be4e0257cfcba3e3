using System.Reflection;

namespace FlagAnalyzers.Package;

/// <summary>The packages of this repository in a feed of their own, made once for all tests, under a version that no cache has seen.</summary>
public sealed class PackedPackage : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("flaganalyzers-").FullName;
    private int projects;

    public PackedPackage()
    {
        this.Version = $"0.0.1-test.{DateTime.UtcNow.Ticks}";
        this.Feed = Path.Combine(this.root, "feed");
        this.Pack("FlagAnalyzers");
        this.Pack("FlagAnalyzers.Hosting");

        // It was built for this assembly. To build it again would get in the way of other tests that build.
        this.Pack("FlagAnalyzers.Tool", "--no-build");
    }

    public static string RepositoryRoot => Metadata("RepositoryRoot");

    public string Version { get; }

    public string Feed { get; }

    /// <summary>An empty folder outside the repository that restores from the feed; a repository of its own, so that nothing above it is searched.</summary>
    internal ConsumerSolution CreateSolution()
    {
        string folder = Path.Combine(this.root, $"s{Interlocked.Increment(ref this.projects)}");
        Directory.CreateDirectory(folder);
        return new ConsumerSolution(folder, Path.Combine(this.root, "packages"), this);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(this.root, recursive: true);
        }
        catch (IOException)
        {
            // A temporary folder that stays behind harms nobody.
        }
    }

    private void Pack(string project, params string[] options)
    {
        DotnetResult result = DotnetProcess.Run(
            RepositoryRoot,
            new Dictionary<string, string>(),
            ["pack", $"src/{project}/{project}.csproj", "-c", Metadata("Configuration"), "-o", this.Feed, $"-p:PackageVersion={this.Version}", "-v", "quiet", .. options]);
        Assert.True(result.ExitCode == 0, result.Output);
    }

    private static string Metadata(string key) =>
        typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}

/// <summary>All tests of the package, one after the other: builds share the machine badly.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "Package";
}
