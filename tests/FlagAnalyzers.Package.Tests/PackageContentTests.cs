using System.IO.Compression;
using System.Xml.Linq;

namespace FlagAnalyzers.Package;

[Collection(PackageCollection.Name)]
public sealed class PackageContentTests(PackedPackage package)
{
    [Fact]
    public void Package_Files_AreTheseAndNoOthers()
    {
        Assert.Equal(
            [
                "README.md",
                "analyzers/dotnet/cs/FlagAnalyzers.CodeFixes.dll",
                "analyzers/dotnet/cs/FlagAnalyzers.Generators.dll",
                "analyzers/dotnet/cs/FlagAnalyzers.Manifest.dll",
                "build/FlagAnalyzers.Copy.targets",
                "build/FlagAnalyzers.targets",
                "buildTransitive/FlagAnalyzers.props",
                "lib/net8.0/FlagAnalyzers.Manifest.dll",
                "lib/net8.0/FlagAnalyzers.dll",
                "lib/net8.0/FlagAnalyzers.xml",
                "lib/netstandard2.0/FlagAnalyzers.Manifest.dll",
                "lib/netstandard2.0/FlagAnalyzers.dll",
                "lib/netstandard2.0/FlagAnalyzers.xml",
                "schemas/flags-overlay-schema.json",
                "schemas/flags-schema.json",
            ],
            this.Files("nupkg"));
    }

    [Fact]
    public void SymbolPackage_Files_AreThoseOfTheLibraries() => Assert.Equal(
        [
            "lib/net8.0/FlagAnalyzers.Manifest.pdb",
            "lib/net8.0/FlagAnalyzers.pdb",
            "lib/netstandard2.0/FlagAnalyzers.Manifest.pdb",
            "lib/netstandard2.0/FlagAnalyzers.pdb",
        ],
        this.Files("snupkg"));

    [Fact]
    public void Package_ForNet8_DependsOnNothing()
    {
        using ZipArchive archive = this.Open("nupkg");
        using Stream stream = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single();

        Dictionary<string, List<string>> groups = metadata.Descendants().Where(element => element.Name.LocalName == "group")
            .ToDictionary(group => group.Attribute("targetFramework")!.Value, group => group.Elements().Select(dependency => dependency.Attribute("id")!.Value).ToList());

        Assert.Empty(groups["net8.0"]);
        Assert.Equal(["Microsoft.Bcl.TimeProvider", "System.Diagnostics.DiagnosticSource", "System.Memory"], groups[".NETStandard2.0"]);
        Assert.DoesNotContain(metadata.Elements(), element => element.Name.LocalName == "developmentDependency");
    }

    private List<string> Files(string extension)
    {
        using ZipArchive archive = this.Open(extension);
        return [.. archive.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && !name.EndsWith(".nuspec", StringComparison.Ordinal) && !name.StartsWith("[Content_Types]", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    private ZipArchive Open(string extension) => ZipFile.OpenRead(Path.Combine(package.Feed, $"FlagAnalyzers.{package.Version}.{extension}"));
}
