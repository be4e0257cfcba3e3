using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

namespace FlagAnalyzers.Tool.Removal;

/// <summary>The solution or project that a command works on, as the SDK that is installed loads it.</summary>
internal sealed class CodeBase : IDisposable
{
    private readonly MSBuildWorkspace workspace;

    private CodeBase(MSBuildWorkspace workspace, IReadOnlyList<string> gaps)
    {
        this.workspace = workspace;
        this.Gaps = gaps;
    }

    public Solution Solution => this.workspace.CurrentSolution;

    /// <summary>What could not be loaded or resolved, in the words of the SDK.</summary>
    public IReadOnlyList<string> Gaps { get; }

    public static async Task<CodeBase> LoadAsync(string path)
    {
        _ = Task.Run(WarmUp.RunAsync);
        MSBuildWorkspace workspace = MSBuildWorkspace.Create();
        List<string> gaps = [];
        using WorkspaceEventRegistration registration = workspace.RegisterWorkspaceFailedHandler(failure =>
        {
            lock (gaps)
            {
                if (failure.Diagnostic.Kind == WorkspaceDiagnosticKind.Failure)
                {
                    gaps.Add(failure.Diagnostic.Message);
                }
            }
        });
        if (Path.GetExtension(path) is ".csproj")
        {
            await workspace.OpenProjectAsync(path);
        }
        else
        {
            await workspace.OpenSolutionAsync(path);
        }


        return new CodeBase(workspace, gaps);
    }

    public void Dispose() => this.workspace.Dispose();
}
