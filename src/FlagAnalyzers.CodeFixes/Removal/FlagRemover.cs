using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Removal.Proving;
using FlagAnalyzers.Removal.Pruning;
using FlagAnalyzers.Removal.Uses;
using FlagAnalyzers.Removal.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Removal;

/// <summary>
/// Takes a flag out of the C# of a solution as if it had one value for ever. Safety goes before completeness: the result compiles where the solution
/// compiled, does the same, and says of each use that it had to leave why.
/// </summary>
public sealed class FlagRemover
{
    private readonly Solution solution;
    private readonly string key;
    private readonly KeptValue keep;
    private readonly Func<Document, bool> isInScope;
    private readonly CancellationToken cancellationToken;

    private readonly BoundFiles bound = new();

    /// <summary>Whether a file that is not to be changed asks for the flag.</summary>
    private bool isReadElsewhere;

    private FlagRemover(Solution solution, string key, KeptValue keep, Func<Document, bool> isInScope, CancellationToken cancellationToken)
    {
        this.isInScope = isInScope;
        this.solution = solution;
        this.key = key;
        this.keep = keep;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>Removes a flag that is on or off.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="key">The flag's key.</param>
    /// <param name="keep">The value that it has from now on.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static Task<RemovalResult> RemoveAsync(Solution solution, string key, bool keep, CancellationToken cancellationToken = default) =>
        RemoveAsync(solution, key, KeptValue.Of(keep), static _ => true, cancellationToken);

    /// <summary>Removes a flag of any type.</summary>
    /// <param name="solution">The solution. What the variant answers is read in the manifest among its additional documents.</param>
    /// <param name="key">The flag's key.</param>
    /// <param name="variant">
    /// The variant whose value the flag has from now on; for a flag that is on or off also <c>on</c> or <c>off</c>, and for one without variants the value
    /// itself. With a name that means nothing every use is left.
    /// </param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<RemovalResult> RemoveAsync(Solution solution, string key, string variant, CancellationToken cancellationToken = default)
    {
        KeptValue keep = await KeptValue.FindAsync(solution, key, variant, cancellationToken).ConfigureAwait(false);
        return await RemoveAsync(solution, key, keep, static _ => true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes the uses in some files. What they lead to is removed where it is.</summary>
    internal static Task<RemovalResult> RemoveAsync(Solution solution, string key, KeptValue keep, Func<Document, bool> isInScope, CancellationToken cancellationToken) =>
        new FlagRemover(solution, key, keep, isInScope, cancellationToken).RunAsync();

    private async Task<RemovalResult> RunAsync()
    {
        FlagNames names = await FlagNames.OfAsync(this.solution, this.key, this.cancellationToken).ConfigureAwait(false);
        List<FlagUse> uses = await this.FindAsync(names).ConfigureAwait(false);
        Dictionary<FlagUse, string> obstacles = uses.Where(static use => use.Obstacle is not null).ToDictionary(static use => use, static use => use.Obstacle!);
        while (true)
        {
            this.LeaveSetUp(uses, obstacles);
            List<FlagUse> tried = [.. uses.Where(use => !obstacles.ContainsKey(use))];
            RemovalRun run = new(this.solution, names, this.keep, this.cancellationToken);
            Solution changed = tried.Count == 0 ? this.solution : await run.ExecuteAsync(tried).ConfigureAwait(false);
            if (tried.Count == 0
                || (!TakeBackRefused(run, tried, obstacles) && !await this.TakeBackAsync(changed, run, tried, obstacles).ConfigureAwait(false) && !await this.TakeBackDisagreementsAsync(changed, run, tried, obstacles).ConfigureAwait(false)))
            {
                return await this.ResultAsync(changed, names, uses, obstacles).ConfigureAwait(false);
            }
        }
    }

    private async Task<List<FlagUse>> FindAsync(FlagNames names)
    {
        ILookup<bool, Document> documents = this.solution.Projects.Where(static project => project.Language == LanguageNames.CSharp).SelectMany(static project => project.Documents).ToLookup(this.isInScope);
        List<FlagUse> uses = [.. (await SideBySide.SelectAsync(documents[true], document => this.FindAsync(names, document), this.cancellationToken).ConfigureAwait(false)).SelectMany(static found => found)];
        foreach (Document document in documents[false])
        {
            if ((await this.FindAsync(names, document).ConfigureAwait(false)).Any(static use => use.IsActive && !use.IsSetUp))
            {
                this.isReadElsewhere = true;
                break;
            }
        }

        return uses;
    }

    private async Task<IReadOnlyList<FlagUse>> FindAsync(FlagNames names, Document document)
    {
        SourceText text = await document.GetTextAsync(this.cancellationToken).ConfigureAwait(false);
        if (!FlagNames.Contains(text, names.All) || await document.GetSyntaxRootAsync(this.cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return [];
        }

        SemanticModel model = await this.bound.ModelOfAsync(document, this.cancellationToken).ConfigureAwait(false);
        bool isGenerated = GeneratedCode.Is(document, root);
        UserApis userApis = UserApis.Of(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions);
        return
        [
            .. new FlagUseFinder(names, this.keep, document.Id, model, userApis, this.cancellationToken).In(root, text.ToString())
                .Select(use => isGenerated ? use with { Kind = FlagUseKind.Other, Obstacle = "the file is generated: change what generates it" }
                    : use.Kind == FlagUseKind.Gate && this.keep.Truth != true ? use with { Kind = FlagUseKind.Other, Obstacle = "without its gate the member could be reached: what is gated off has to be deleted by hand" }
                    : use),
            .. root.ContainsDirectives ? InactiveCode.In(document.Id, root, names) : [],
        ];
    }

    /// <summary>What a test sets up must stay as long as something reads it.</summary>
    private void LeaveSetUp(List<FlagUse> uses, Dictionary<FlagUse, string> obstacles)
    {
        if (this.isReadElsewhere || uses.Any(use => obstacles.ContainsKey(use) && use.IsActive && !use.IsSetUp))
        {
            foreach (FlagUse setUp in uses.Where(use => use.IsSetUp && !obstacles.ContainsKey(use)))
            {
                obstacles.Add(setUp, "it sets the flag up for a use that is left");
            }
        }
    }

    /// <summary>Leaves the uses whose value came to a place where it decides nothing and may not stay; whether there were any.</summary>
    private static bool TakeBackRefused(RemovalRun run, List<FlagUse> tried, Dictionary<FlagUse, string> obstacles)
    {
        foreach (KeyValuePair<int, string> refused in run.Refused)
        {
            obstacles[tried[refused.Key]] = refused.Value;
        }

        return run.Refused.Count > 0;
    }

    /// <summary>Lays errors to the charge of the uses in the same member, else file, else all; whether there were any.</summary>
    private async Task<bool> TakeBackAsync(Solution changed, RemovalRun run, List<FlagUse> tried, Dictionary<FlagUse, string> obstacles)
    {
        IReadOnlyList<(DocumentId? Document, Diagnostic Error)> errors = await Proof.NewErrorsAsync(this.solution, changed, run.Edited, this.cancellationToken).ConfigureAwait(false);
        if (errors.Count == 0)
        {
            return false;
        }

        int before = obstacles.Count;
        foreach ((DocumentId? document, Diagnostic error) in errors)
        {
            string why = "without it the code would not compile: " + error.Id + " " + error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
            string? member = document is null ? null : await MemberNameAsync(changed.GetDocument(document)!, error.Location.SourceSpan, this.cancellationToken).ConfigureAwait(false);
            foreach (FlagUse use in tried)
            {
                if (use.Document == document && MemberName(use.Node) == member)
                {
                    obstacles[use] = why;
                }
            }
        }

        if (obstacles.Count == before)
        {
            string why = "without it the code would not compile: " + errors[0].Error.Id + " " + errors[0].Error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
            bool isInFile = tried.Any(use => errors.Any(error => error.Document == use.Document));
            foreach (FlagUse use in tried.Where(use => !isInFile || errors.Any(error => error.Document == use.Document)))
            {
                obstacles[use] = why;
            }
        }

        return true;
    }

    /// <summary>A file that several projects or target frameworks share is edited once, and only as all of them would edit it.</summary>
    private async Task<bool> TakeBackDisagreementsAsync(Solution changed, RemovalRun run, List<FlagUse> tried, Dictionary<FlagUse, string> obstacles)
    {
        bool isAny = false;
        foreach (IGrouping<string?, Document> file in this.solution.Projects.SelectMany(static project => project.Documents).Where(static document => document.FilePath is not null).GroupBy(static document => document.FilePath, StringComparer.Ordinal))
        {
            if (file.Count() < 2 || !file.Any(document => run.Edited.Contains(document.Id)))
            {
                continue;
            }

            HashSet<string> texts = new(StringComparer.Ordinal);
            foreach (Document document in file)
            {
                texts.Add((await changed.GetDocument(document.Id)!.GetTextAsync(this.cancellationToken).ConfigureAwait(false)).ToString());
            }

            if (texts.Count > 1)
            {
                foreach (FlagUse use in tried.Where(use => file.Any(document => document.Id == use.Document)))
                {
                    obstacles[use] = "the projects or target frameworks that share the file would need different edits";
                    isAny = true;
                }
            }
        }

        return isAny;
    }

    private async Task<RemovalResult> ResultAsync(Solution changed, FlagNames names, List<FlagUse> uses, Dictionary<FlagUse, string> obstacles)
    {
        List<RemovedUse> report = [];
        // A file that several projects share has its uses once.
        foreach (IGrouping<(string File, int Start), FlagUse> place in uses.GroupBy(use => (this.FileOf(use), use.Place.Start)))
        {
            SourceText text = await this.solution.GetDocument(place.First().Document)!.GetTextAsync(this.cancellationToken).ConfigureAwait(false);
            TextLine line = text.Lines.GetLineFromPosition(place.Key.Start);
            string? obstacle = place.Select(use => obstacles.TryGetValue(use, out string? why) ? why : null).FirstOrDefault(static why => why is not null);
            report.Add(new RemovedUse(place.Key.File, line.LineNumber + 1, line.ToString().Trim(), obstacle));
        }

        report.AddRange((await TypeMentions.LeftAsync(this.solution, changed, names, report, this.cancellationToken).ConfigureAwait(false)).Distinct());
        List<DocumentId> documents = [];
        int deleted = 0;
        HashSet<string> counted = new(StringComparer.Ordinal);
        foreach (DocumentId id in changed.GetChanges(this.solution).GetProjectChanges().SelectMany(static project => project.GetChangedDocuments(onlyGetDocumentsWithTextChanges: true)))
        {
            SourceText then = await this.solution.GetDocument(id)!.GetTextAsync(this.cancellationToken).ConfigureAwait(false);
            SourceText now = await changed.GetDocument(id)!.GetTextAsync(this.cancellationToken).ConfigureAwait(false);
            if (!then.ContentEquals(now))
            {
                documents.Add(id);
                deleted += this.solution.GetDocument(id)!.FilePath is { } path && !counted.Add(path) ? 0 : then.Lines.Count - now.Lines.Count;
            }
        }

        (IReadOnlyList<DeadMember> members, IReadOnlyList<string> files) = await new Sweeping.DeadMembers(this.solution, changed, documents, this.cancellationToken).FindAsync().ConfigureAwait(false);
        return new RemovalResult(changed, [.. report.OrderBy(static use => use.File, StringComparer.Ordinal).ThenBy(static use => use.Line)], documents, deleted) { DeadMembers = members, DeadFiles = files };
    }

    private string FileOf(FlagUse use)
    {
        Document document = this.solution.GetDocument(use.Document)!;
        return document.FilePath ?? document.Name;
    }

    private static async Task<string?> MemberNameAsync(Document document, TextSpan span, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root ? MemberName(root.FindNode(span, getInnermostNodeForTie: true)) : null;

    /// <summary>A name for the member that outlives the edit.</summary>
    private static string? MemberName(SyntaxNode node) => Idle.MemberOf(node) switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText + "()",
        BaseFieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
        CompilationUnitSyntax or GlobalStatementSyntax => string.Empty,
        { } other => other.RawKind.ToString(System.Globalization.CultureInfo.InvariantCulture),
        null => null,
    };
}
