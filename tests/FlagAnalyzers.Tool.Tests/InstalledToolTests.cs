using System.Diagnostics;
using System.Reflection;
using System.Text;
using FlagAnalyzers.Package;

namespace FlagAnalyzers.Tool;

/// <summary>The tool as its users have it: packed, installed, started.</summary>
public sealed class InstalledToolTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("flags-tool-");

    public void Dispose()
    {
        try
        {
            this.root.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A temporary folder that stays behind harms nobody.
        }
    }

    [Fact]
    public void Tool_PackedAndInstalled_Evaluates()
    {
        string version = $"0.0.1-test.{DateTime.UtcNow.Ticks}";
        string feed = this.PathOf("feed");
        Dictionary<string, string> environment = new() { ["NUGET_PACKAGES"] = this.PathOf("packages"), ["DOTNET_CLI_HOME"] = this.PathOf("home") };

        // It was built for this assembly. To build it again would get in the way of other tests that build.
        Succeed(DotnetProcess.Run(
            Metadata("RepositoryRoot"),
            new Dictionary<string, string>(),
            "pack", "src/FlagAnalyzers.Tool/FlagAnalyzers.Tool.csproj", "--no-build", "-c", Metadata("Configuration"), "-o", feed, $"-p:PackageVersion={version}", "-v", "quiet"));
        File.WriteAllText(this.PathOf("nuget.config"), """<configuration><packageSources><clear /><add key="feed" value="feed" /></packageSources></configuration>""");
        Succeed(DotnetProcess.Run(this.root.FullName, environment, "tool", "install", "FlagAnalyzers.Tool", "--version", version, "--tool-path", "tools"));
        File.WriteAllText(this.PathOf("flags.json"), """{ "flags": { "Ünï": { "flagType": "string", "defaultValue": "é😀" } } }""");

        Assert.Equal((1, "", "flags.json has no flag 'nope' (FLAG_NOT_FOUND).\n"), this.Start("", "eval", "nope"));
        (int code, string output, string error) = this.Start("", "eval", "Ünï");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal("value      \"é😀\"\nvariant    none: the default is answered\nreason     STATIC: the flag has nothing but its default\nrule       always the default\n", output);
        Assert.Equal(
            (1, "{\"id\":\"\\u00e9\",\"value\":1.0,\"variant\":null,\"reason\":\"STATIC\",\"errorCode\":null}\n{\"id\":null,\"value\":null,\"variant\":null,\"reason\":\"ERROR\",\"errorCode\":\"PARSE_ERROR\",\"error\":\"line 2: A request is an object with \\\"flags\\\" and \\\"flagKey\\\"; the line is empty.\"}\n", ""),
            this.Start("\ufeff{\"id\": \"é\", \"flags\": {\"flags\": {\"f\": {\"flagType\": \"float\", \"defaultValue\": 1.0}}}, \"flagKey\": \"f\"}\n\n", "eval", "--jsonl"));
    }

    private static void Succeed(DotnetResult result) => Assert.True(result.ExitCode == 0, result.Output);

    private static string Metadata(string key) =>
        typeof(InstalledToolTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    private string PathOf(string name) => Path.Combine(this.root.FullName, name);

    private (int Code, string Output, string Error) Start(string input, params string[] arguments)
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        ProcessStartInfo start = new(this.PathOf(Path.Combine("tools", OperatingSystem.IsWindows() ? "dotnet-flags.exe" : "dotnet-flags")), arguments)
        {
            WorkingDirectory = this.root.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
