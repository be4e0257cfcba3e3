using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.RemovalStudy;

/// <summary>The projects of a commit as a solution. What a package would bring and is not given is missing, as it is where a restore fails.</summary>
internal static class CommitSolution
{
    private static readonly string[] Common = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly string[] Web =
    [
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    public static Solution Of(IReadOnlyDictionary<string, string> files, IReadOnlyList<string> apis, string? references)
    {
        ProjectFile[] projects = [.. files.Keys.Where(static path => path.EndsWith(".csproj", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(path => new ProjectFile(path, files))];
        Dictionary<string, ProjectId> ids = projects.ToDictionary(static project => project.Path, static project => ProjectId.CreateNewId(project.Name));
        MetadataReference[] assemblies = [.. (references is null ? OfThisProcess() : File.ReadAllLines(references).Where(File.Exists)).Select(static path => MetadataReference.CreateFromFile(path))];
        Solution solution = new AdhocWorkspace().CurrentSolution;
        foreach (ProjectFile project in projects)
        {
            solution = Add(solution, project, ids, projects, assemblies);
            solution = solution.AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(ids[project.Path]), ".globalconfig", SourceText.From("is_global = true\nbuild_property.FlagsApis = " + string.Join('|', apis) + "\n"), filePath: "/" + project.Folder + ".globalconfig");
        }

        Dictionary<string, List<ProjectId>> owners = files.Keys.Where(IsCode).ToDictionary(static path => path, _ => new List<ProjectId>(), StringComparer.Ordinal);
        foreach (string path in owners.Keys)
        {
            if (projects.Where(project => path.StartsWith(project.Folder, StringComparison.Ordinal)).MaxBy(static project => project.Folder.Length) is { } owner)
            {
                owners[path].Add(ids[owner.Path]);
            }
        }

        foreach (ProjectFile project in projects)
        {
            foreach (string link in project.LinkedFiles.Where(owners.ContainsKey))
            {
                owners[link].Add(ids[project.Path]);
            }
        }

        foreach ((string path, List<ProjectId> list) in owners.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (ProjectId owner in list.Distinct())
            {
                solution = solution.AddDocument(DocumentId.CreateNewId(owner), Path.GetFileName(path), SourceText.From(files[path]), filePath: path);
            }
        }

        return solution;
    }

    public static bool IsCode(string path) => path.EndsWith(".cs", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal);

    private static Solution Add(Solution solution, ProjectFile project, Dictionary<string, ProjectId> ids, ProjectFile[] all, MetadataReference[] assemblies)
    {
        ProjectId id = ids[project.Path];
        HashSet<string> reached = new(StringComparer.Ordinal);
        Stack<string> open = new(project.ProjectReferences);
        while (open.Count > 0)
        {
            string path = open.Pop();
            if (ids.ContainsKey(path) && path != project.Path && reached.Add(path))
            {
                foreach (string next in all.Single(other => other.Path == path).ProjectReferences)
                {
                    open.Push(next);
                }
            }
        }

        return solution
            .AddProject(ProjectInfo.Create(id, VersionStamp.Default, project.Name, project.Name, LanguageNames.CSharp, filePath: project.Path))
            .WithProjectParseOptions(id, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Parse, preprocessorSymbols: project.Symbols.Concat(["DEBUG", "TRACE", "NET", "NETCOREAPP"])))
            .WithProjectCompilationOptions(id, new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: project.IsNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable))
            .WithProjectMetadataReferences(id, assemblies)
            .AddProjectReferences(id, reached.Order(StringComparer.Ordinal).Select(path => new ProjectReference(ids[path])))
            .AddDocument(DocumentId.CreateNewId(id), "Implicit.g.cs", SourceText.From(Implicit(project)), filePath: "/" + project.Folder + "obj/Implicit.g.cs");
    }

    /// <summary>What the SDK writes for a project: global usings, and who its friends are.</summary>
    private static string Implicit(ProjectFile project)
    {
        IEnumerable<string> spaces = (project.HasImplicitUsings ? project.IsWeb ? Common.Concat(Web) : Common : []).Concat(project.Usings).Distinct();
        IEnumerable<string> lines = spaces.Select(static space => $"global using {space};")
            .Concat(project.StaticUsings.Distinct().Select(static space => $"global using static {space};"))
            .Concat(project.Friends.Distinct().Select(static friend => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{friend}\")]"));
        return "// <auto-generated/>\n" + string.Join('\n', lines) + "\n";
    }

    private static IEnumerable<string> OfThisProcess() => Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll")
        .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll");
}
