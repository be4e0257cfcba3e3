using System.Xml.Linq;

namespace FlagAnalyzers.RemovalStudy;

/// <summary>
/// What a project file says that a compilation needs. Nothing of MSBuild is evaluated, so that a commit is read the same whether or not its packages can be
/// restored today; conditions are taken as true.
/// </summary>
internal sealed class ProjectFile
{
    private readonly XDocument[] parts;

    /// <param name="path">Its path in the commit.</param>
    /// <param name="files">The files of the commit; <c>Directory.Build.props</c> of its folder and those above are read too.</param>
    public ProjectFile(string path, IReadOnlyDictionary<string, string> files)
    {
        this.Path = path;
        this.Folder = Directory(path);
        List<XDocument> documents = [XDocument.Parse(files[path])];
        for (string? folder = this.Folder; folder is not null; folder = folder.Length == 0 ? null : Directory(folder.TrimEnd('/')))
        {
            if (files.TryGetValue(folder + "Directory.Build.props", out string? shared))
            {
                documents.Add(XDocument.Parse(shared));
            }
        }

        this.parts = [.. documents];
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(this.Path);

    /// <summary>The folder, empty or with a slash at its end.</summary>
    public string Folder { get; }

    public bool IsWeb => (this.parts[0].Root?.Attribute("Sdk")?.Value ?? string.Empty).EndsWith(".Web", StringComparison.Ordinal);

    public bool HasImplicitUsings => this.Property("ImplicitUsings") is "enable" or "true";

    public bool IsNullable => this.Property("Nullable") is "enable" or "annotations";

    public IEnumerable<string> Usings => this.Items("Using").Where(static item => item.Attribute("Static") is null && item.Attribute("Alias") is null).Select(static item => item.Attribute("Include")?.Value).OfType<string>();

    public IEnumerable<string> StaticUsings => this.Items("Using").Where(static item => item.Attribute("Static") is not null).Select(static item => item.Attribute("Include")?.Value).OfType<string>();

    public IEnumerable<string> Friends => this.Items("InternalsVisibleTo").Select(static item => item.Attribute("Include")?.Value).OfType<string>();

    public IEnumerable<string> ProjectReferences => this.parts[0].Descendants("ProjectReference").Select(static item => item.Attribute("Include")?.Value).OfType<string>().Select(this.Resolve);

    public IEnumerable<string> LinkedFiles => this.parts[0].Descendants("Compile").Select(static item => item.Attribute("Include")?.Value).OfType<string>()
        .Where(static include => include.StartsWith("..", StringComparison.Ordinal) && !include.Contains('*', StringComparison.Ordinal)).Select(this.Resolve);

    public IEnumerable<string> Symbols => (this.Property("DefineConstants") ?? string.Empty).Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(static symbol => symbol[0] != '$');

    private static string Directory(string path) => path[..(path.LastIndexOf('/') + 1)];

    private string? Property(string name) => this.parts.SelectMany(part => part.Descendants(name)).FirstOrDefault()?.Value.Trim();

    private IEnumerable<XElement> Items(string name) => this.parts.SelectMany(part => part.Descendants(name));

    private string Resolve(string relative)
    {
        List<string> parts = [.. this.Folder.TrimEnd('/').Split('/', StringSplitOptions.RemoveEmptyEntries)];
        foreach (string part in relative.Split('/', '\\'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ".."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
