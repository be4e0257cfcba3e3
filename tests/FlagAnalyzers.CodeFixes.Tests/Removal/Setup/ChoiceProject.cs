using FlagAnalyzers.Generators.Tests;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using FlagAnalyzers.Removal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.CodeFixes.Tests.Removal.Setup;

/// <summary>A project with one file that uses flags of several types, with the class of them and their manifest.</summary>
internal sealed class ChoiceProject
{
    private const string Manifest = """
        {
          "flags": {
            "checkout": { "flagType": "string", "choice": true, "defaultValue": "classic", "variants": { "classic": "classic", "sticky": "sticky", "one-click": "one-click" }, "defaultVariant": "classic" },
            "plan": { "flagType": "string", "defaultValue": "free", "variants": { "free": "free", "pro": "pro" }, "defaultVariant": "free" },
            "theme": { "flagType": "string", "defaultValue": "light", "variants": { "light": "light", "dark": "dark", "none": "" }, "defaultVariant": "light" },
            "limit": { "flagType": "integer", "defaultValue": 10, "variants": { "few": 3, "many": 10, "less": -1 }, "defaultVariant": "many" },
            "ratio": { "flagType": "float", "defaultValue": 1, "variants": { "one": 1, "half": 0.5 }, "defaultVariant": "one" },
            "new-checkout": { "flagType": "boolean", "defaultValue": false, "variants": { "enabled": true, "disabled": false }, "defaultVariant": "disabled" },
            "banner": { "flagType": "string", "defaultValue": "plain" }
          }
        }
        """;

    private const string Flags = """
        namespace FlagCorpus;

        public enum Plan { Free, Pro }

        public class Flags
        {
            public enum CheckoutVariant { Classic, Sticky, OneClick }

            [FlagAnalyzers.Flag("checkout")]
            public virtual CheckoutVariant Checkout { get; set; }

            [FlagAnalyzers.Flag("plan")]
            public virtual Plan Plan { get; set; }

            [FlagAnalyzers.Flag("theme")]
            public virtual string Theme { get; set; } = "light";

            [FlagAnalyzers.Flag("limit")]
            public virtual int Limit { get; set; } = 10;

            [FlagAnalyzers.Flag("ratio")]
            public virtual double Ratio { get; set; } = 1;

            [FlagAnalyzers.Flag("new-checkout")]
            public virtual bool NewCheckout { get; set; }

            [FlagAnalyzers.Flag("old-banner")]
            public virtual bool OldBanner { get; set; }

            public string GetStringValue([FlagAnalyzers.FlagKey] string key, string fallback) => key == "theme" ? Theme : fallback;

            public async System.Threading.Tasks.Task<string> GetStringValueAsync([FlagAnalyzers.FlagKey] string key, string fallback)
            {
                await System.Threading.Tasks.Task.Yield();
                return this.GetStringValue(key, fallback);
            }
        }

        """;

    /// <summary>What the accessor of each flag answers for each variant, as a constant of C#.</summary>
    public static readonly IReadOnlyDictionary<string, (string Accessor, IReadOnlyDictionary<string, object> Variants)> Values =
        new Dictionary<string, (string, IReadOnlyDictionary<string, object>)>
        {
            ["checkout"] = ("Checkout", new Dictionary<string, object> { ["classic"] = 0, ["sticky"] = 1, ["one-click"] = 2 }),
            ["plan"] = ("Plan", new Dictionary<string, object> { ["free"] = 0, ["pro"] = 1 }),
            ["theme"] = ("Theme", new Dictionary<string, object> { ["light"] = "light", ["dark"] = "dark", ["none"] = "" }),
            ["limit"] = ("Limit", new Dictionary<string, object> { ["few"] = 3, ["many"] = 10, ["less"] = -1 }),
            ["ratio"] = ("Ratio", new Dictionary<string, object> { ["one"] = 1.0, ["half"] = 0.5 }),
            ["new-checkout"] = ("NewCheckout", new Dictionary<string, object> { ["enabled"] = true, ["disabled"] = false }),
        };

    private readonly DocumentId document;

    public ChoiceProject(SourceText source, params (string Name, string Text)[] others)
    {
        AdhocWorkspace workspace = new();
        ProjectId project = ProjectId.CreateNewId();
        this.document = DocumentId.CreateNewId(project);
        Solution solution = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(project, VersionStamp.Default, "Case", "Case", LanguageNames.CSharp))
            .WithProjectParseOptions(project, new CSharpParseOptions(LanguageVersion.Latest))
            .WithProjectCompilationOptions(project, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false))
            .WithProjectMetadataReferences(project, CompilationReferences.Net100.Add(CompiledLibrary.Runtime))
            .AddAdditionalDocument(DocumentId.CreateNewId(project), "flags.json", SourceText.From(Manifest), filePath: "/shop/flags.json")
            .AddDocument(DocumentId.CreateNewId(project), "Flags.cs", Flags)
            .AddDocument(this.document, "Code.cs", source);
        foreach ((string name, string text) in others)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(project), name, text);
        }

        this.Solution = solution;
    }

    private ChoiceProject(Solution solution, DocumentId document)
    {
        this.Solution = solution;
        this.document = document;
    }

    public Solution Solution { get; }

    public SourceText Text => this.Solution.GetDocument(this.document)!.GetTextAsync().GetAwaiter().GetResult();

    public Compilation Compilation => this.Solution.GetProject(this.document.ProjectId)!.GetCompilationAsync().GetAwaiter().GetResult()!;

    public IReadOnlyList<Diagnostic> Errors => [.. this.Compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    public async Task<(ChoiceProject Project, RemovalResult Result)> RemoveAsync(string key, string variant)
    {
        RemovalResult result = await FlagRemover.RemoveAsync(this.Solution, key, variant);
        return (new ChoiceProject(result.Solution, this.document), result);
    }

    /// <summary>What the program says with the flag at the variant.</summary>
    public IReadOnlyList<string> Behaviour(string key, string variant)
    {
        (string accessor, IReadOnlyDictionary<string, object> variants) = Values[key];
        return Setup.Behaviour.Of(this.Compilation, accessor, variants[variant]);
    }
}
