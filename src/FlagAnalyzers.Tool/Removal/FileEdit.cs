using System.Text;

namespace FlagAnalyzers.Tool.Removal;

/// <summary>A file and its text to be.</summary>
internal sealed record FileEdit(string Path, string Before, string After)
{
    /// <summary>Writes the text with the byte order mark, or none, that the file has.</summary>
    public void Write()
    {
        byte[] head = new byte[3];
        using (FileStream old = File.OpenRead(this.Path))
        {
            old.ReadAtLeast(head, 3, throwOnEndOfStream: false);
        }

        Encoding encoding = head is [0xEF, 0xBB, 0xBF] ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
            : head is [0xFF, 0xFE, ..] ? Encoding.Unicode
            : head is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode
            : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        File.WriteAllText(this.Path, this.After, encoding);
    }
}
