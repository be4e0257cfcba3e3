using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;

namespace FlagAnalyzers.FlagdCore;

/// <summary>Node with <c>evaluate.mjs</c>.</summary>
internal static class FlagdCoreProcess
{
    /// <summary>Why it cannot run, or null.</summary>
    public static string? Problem { get; } = FindProblem();

    private static string Folder => typeof(FlagdCoreProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "FlagdCore").Value!;

    public static Process Start() => Process.Start(new ProcessStartInfo("node", ["evaluate.mjs"])
    {
        WorkingDirectory = Folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string? FindProblem()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "@openfeature", "flagd-core")))
        {
            return "@openfeature/flagd-core is not installed: run npm ci in tests/FlagAnalyzers.Tests/FlagdCore";
        }

        try
        {
            using Process node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
            node.WaitForExit();
            return null;
        }
        catch (Win32Exception)
        {
            return "Node.js is not installed";
        }
    }
}

/// <summary>A test that needs Node and the package.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FlagdCoreFactAttribute : FactAttribute
{
    public FlagdCoreFactAttribute() => this.Skip = FlagdCoreProcess.Problem;
}
