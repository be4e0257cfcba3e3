using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FlagAnalyzers.RemovalStudy;

/// <summary>The C# and project files of one commit, read from git without a working tree.</summary>
internal static class GitCommit
{
    private static readonly string[] Endings = [".cs", ".csproj", ".props"];

    /// <summary>The text of every file that matters, by its path with slashes. What the repository lacks, as partial clones do, is left out.</summary>
    public static Dictionary<string, string> Read(string repository, string commit)
    {
        List<(string Path, string Id)> entries = [];
        using (Process list = Start(repository, "ls-tree", "-r", "-z", commit))
        {
            foreach (string entry in list.StandardOutput.ReadToEnd().Split('\0'))
            {
                // mode, type, id, tab, path
                int tab = entry.IndexOf('\t', StringComparison.Ordinal);
                if (tab > 0 && Endings.Any(ending => entry.EndsWith(ending, StringComparison.Ordinal)))
                {
                    entries.Add((entry[(tab + 1)..], entry[..tab].Split(' ')[2]));
                }
            }
        }

        Dictionary<string, string> files = new(StringComparer.Ordinal);
        using Process contents = Start(repository, "cat-file", "--batch");
        Stream answers = contents.StandardOutput.BaseStream;
        foreach ((string path, string id) in entries)
        {
            contents.StandardInput.Write(id + "\n");
            contents.StandardInput.Flush();
            string[] head = ReadLine(answers).Split(' ');
            if (head is [_, "blob", { } size])
            {
                byte[] content = new byte[int.Parse(size, CultureInfo.InvariantCulture) + 1];
                answers.ReadExactly(content);
                using StreamReader text = new(new MemoryStream(content, 0, content.Length - 1));
                files[path] = text.ReadToEnd();
            }
        }

        contents.StandardInput.Close();
        return files.Count > 0 ? files : throw new InvalidOperationException($"git has no commit '{commit}' with C# in '{repository}'.");
    }

    private static string ReadLine(Stream stream)
    {
        StringBuilder line = new();
        for (int next = stream.ReadByte(); next is not (-1 or '\n'); next = stream.ReadByte())
        {
            line.Append((char)next);
        }

        return line.ToString();
    }

    private static Process Start(string repository, params string[] arguments)
    {
        ProcessStartInfo start = new("git") { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = repository };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("git cannot be started.");
    }
}
