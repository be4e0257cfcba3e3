namespace FlagAnalyzers.Tool;

/// <summary>The tool, run in this process in a folder of its own, at 2026-11-23 08:00:00 UTC.</summary>
internal sealed class ToolRun : IDisposable
{
    public const long Now = 1795420800;

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("flags-tool-");

    public ToolRun() => this.Folder = this.root.FullName;

    /// <summary>Where the tool is started.</summary>
    public string Folder { get; set; }

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    /// <summary>What went to standard output, line by line.</summary>
    public string[] Lines => this.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string PathOf(string name) => Path.Combine(this.root.FullName, name);

    public ToolRun With(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this.PathOf(name))!);
        File.WriteAllText(this.PathOf(name), content);
        return this;
    }

    public ExitCode Run(params string[] arguments) => this.RunOn("", arguments);

    public ExitCode RunOn(string input, params string[] arguments) => this.RunOn(new StringReader(input), arguments);

    public ExitCode RunOn(TextReader input, params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        ExitCode code = FlagsCommandLine.Run(arguments, new Surroundings(input, output, error, this.Folder, new StoppedClock()));
        this.Output = output.ToString();
        this.Error = error.ToString();
        return code;
    }

    public void Dispose() => this.root.Delete(recursive: true);

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(Now);
    }
}
