using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FlagAnalyzers.Package;

/// <summary>A program compiled ahead of time, without a word from the analyzers of trimming and native AOT.</summary>
[Collection(PackageCollection.Name)]
public sealed class NativeTests(PackedPackage package)
{
    [NativeFact]
    public void Publish_AheadOfTime_AnswersAndFollowsTheFileBesideIt()
    {
        const string Manifest = """
            {
              "context": { "plan": "string" },
              "flags": {
                "new-checkout": {
                  "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off",
                  "targeting": { "if": [{ "==": [{ "var": "plan" }, "pro"] }, "on", null] }
                },
                "button": {
                  "flagType": "string", "choice": true, "defaultValue": "plain", "state": "ENABLED",
                  "variants": { "a": "plain", "b": "green" }, "defaultVariant": "a", "targeting": { "fractional": [["b", 100], ["a", 0]] }
                },
                "limits": {
                  "flagType": "object", "defaultValue": { "most": 1, "names": ["x"] }, "state": "ENABLED",
                  "variants": { "few": { "most": 1, "names": [] }, "many": { "most": 9, "names": ["y", "z"] } }, "defaultVariant": "many"
                }
              }
            }
            """;
        ConsumerSolution solution = package.CreateSolution()
            .Write("App/App.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <RootNamespace>Shop</RootNamespace>
                    <PublishAot>true</PublishAot>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                    <CppCompilerAndLinker>{NativeFactAttribute.Linker}</CppCompilerAndLinker>
                  </PropertyGroup>
                  <ItemGroup>
                    $package$
                  </ItemGroup>
                </Project>
                """)
            .Write("App/flags.json", Manifest)
            .Write("App/Program.cs", """
                Shop.Flags flags = Shop.Flags.For(new Shop.FlagContext("user-1") { Plan = args.Length > 0 ? args[0] : null });
                System.Console.WriteLine($"{flags.NewCheckout} {flags.Button} {flags.Limits.Most} {string.Join(' ', flags.Limits.Names)}");
                System.Console.WriteLine(flags.Evaluate<bool>(Shop.Flags.Keys.NewCheckout).IsCompiled);
                """);

        DotnetResult published = solution.Run("publish", "App", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", solution.PathOf("out"), "-nologo");
        Assert.True(published.ExitCode == 0, published.Output);

        Assert.Equal("True Green 9 y z\nTrue\n", Run(solution, "pro"));

        // The file beside the program decides, and what differs is interpreted.
        solution.Write("out/flags.json", Manifest.Replace("\"pro\"", "\"free\"", StringComparison.Ordinal));
        Assert.Equal("True Green 9 y z\nFalse\n", Run(solution, "free"));
    }

    private static string Run(ConsumerSolution solution, string argument)
    {
        using Process process = Process.Start(new ProcessStartInfo(solution.PathOf(Path.Combine("out", "App")), argument) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.ReplaceLineEndings("\n");
    }
}

/// <summary>A test that needs a native tool chain (https://learn.microsoft.com/dotnet/core/deploying/native-aot).</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute() => this.Skip = Linker.Length > 0 ? null : "There is no clang or gcc on this machine, which native AOT links with.";

    /// <summary>What links on this machine, or the empty string.</summary>
    public static string Linker { get; } = OperatingSystem.IsLinux() ? new[] { "clang", "gcc" }.FirstOrDefault(IsOnPath) ?? "" : "";

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
