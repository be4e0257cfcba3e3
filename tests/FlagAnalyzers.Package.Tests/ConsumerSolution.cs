using System.Text.RegularExpressions;

namespace FlagAnalyzers.Package;

/// <summary>A folder with projects that use the package, as a newcomer would write them.</summary>
internal sealed partial class ConsumerSolution
{
    private readonly string folder;
    private readonly Dictionary<string, string> environment;

    public ConsumerSolution(string folder, string packages, PackedPackage package)
    {
        this.folder = folder;
        this.PackageReference = $"<PackageReference Include=\"FlagAnalyzers\" Version=\"{package.Version}\" />";
        this.HostingReference = $"<PackageReference Include=\"FlagAnalyzers.Hosting\" Version=\"{package.Version}\" />";
        string machinePackages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        this.environment = new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = packages,
            ["RestoreFallbackFolders"] = machinePackages,
            ["RestoreAdditionalProjectSources"] = package.Feed,
        };
        this.Write(".git/HEAD", "ref: refs/heads/main\n");
    }

    /// <summary>What the README tells the user to add.</summary>
    public string PackageReference { get; }

    /// <summary>The same for a program with a host.</summary>
    public string HostingReference { get; }

    /// <summary>Writes a file; a <c>$package$</c> in it becomes the reference to the package, a <c>$hosting$</c> that to the one for hosts.</summary>
    public ConsumerSolution Write(string path, string content)
    {
        string full = Path.Combine(this.folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content
            .Replace("$package$", this.PackageReference, StringComparison.Ordinal)
            .Replace("$hosting$", this.HostingReference, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Builds a project and gives its warnings and errors as <c>path(line,column): level ID message</c>, sorted, without links.</summary>
    public (bool Succeeded, IReadOnlyList<string> Diagnostics) Build(string project, params string[] properties)
    {
        DotnetResult result = this.Run("build", project, [.. properties.Select(property => "-p:" + property), "-nologo", "-clp:NoSummary", "--no-incremental"]);
        List<string> diagnostics = [];
        foreach (string line in result.Output.Split('\n'))
        {
            Match match = DiagnosticLine().Match(line.Trim());
            if (match.Success)
            {
                string path = match.Groups["file"].Value is { Length: > 0 } file ? Path.GetRelativePath(this.folder, file).Replace('\\', '/') : "";
                diagnostics.Add($"{path}{match.Groups["place"].Value}: {match.Groups["level"].Value} {match.Groups["id"].Value} {match.Groups["message"].Value.Trim()}");
            }
        }

        Assert.True(result.ExitCode == 0 || diagnostics.Count > 0, result.Output);
        return (result.ExitCode == 0, [.. diagnostics.Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>Builds a project that must give exactly these diagnostics.</summary>
    public void BuildExpecting(string project, string[] expected, params string[] properties)
    {
        (bool succeeded, IReadOnlyList<string> actual) = this.Build(project, properties);
        Assert.Equal(string.Join('\n', expected.Order(StringComparer.Ordinal)), string.Join('\n', actual));
        Assert.Equal(expected.All(line => !line.Contains(": error ", StringComparison.Ordinal)), succeeded);
    }

    /// <summary>Builds and runs a project; its output, which must end well.</summary>
    public string RunProgram(string project)
    {
        DotnetResult result = this.Run("run", "--project", [project]);
        Assert.True(result.ExitCode == 0, result.Output);
        return result.Output;
    }

    public DotnetResult Run(string command, string first, params string[] arguments) =>
        DotnetProcess.Run(this.folder, this.environment, [command, first, .. arguments]);

    /// <summary>Runs a program that was built or published.</summary>
    /// <param name="program">Its executable.</param>
    /// <param name="environment">What <c>DOTNET_ENVIRONMENT</c> names.</param>
    public DotnetResult Start(string program, string environment = "Production") =>
        DotnetProcess.Start(this.PathOf(program), this.folder, new Dictionary<string, string>(this.environment) { ["DOTNET_ENVIRONMENT"] = environment });

    /// <summary>Runs a program of the folder with arguments.</summary>
    public DotnetResult StartWith(string program, params string[] arguments) => DotnetProcess.Start(this.PathOf(program), this.folder, this.environment, arguments);

    public string PathOf(string path) => Path.Combine(this.folder, path);

    [GeneratedRegex(@"^(?<file>[^(]*?)(?<place>\(\d+,\d+\))?\s*: (?<level>error|warning) (?<id>[A-Z]+\d+)\s*: (?<message>.*?)( \(https://[^)]*\))?( \[[^\]]*\])?$")]
    private static partial Regex DiagnosticLine();
}
