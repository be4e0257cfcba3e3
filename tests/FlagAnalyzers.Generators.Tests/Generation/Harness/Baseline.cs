using System.Reflection;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Generation.Harness;

/// <summary>
/// Compares a text with the file that somebody has read and accepted. Named as Verify names its files: a mismatch writes
/// <c>Name.received.cs</c> beside <c>Name.verified.cs</c>; whoever accepts it renames it.
/// </summary>
internal static class Baseline
{
    // Told by the build: in deterministic builds the paths that the compiler knows are not those of this machine.
    private static readonly string Folder = typeof(Baseline).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Snapshots").Value!;

    public static void Verify(string name, string text)
    {
        string verified = Path.Combine(Folder, name + ".verified.cs");
        string received = Path.Combine(Folder, name + ".received.cs");
        string? expected = File.Exists(verified) ? File.ReadAllText(verified) : null;
        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.True(expected is not null, $"There is no {name}.verified.cs yet. Read {received} and rename it.");
        Assert.Equal(expected, text);
    }
}
