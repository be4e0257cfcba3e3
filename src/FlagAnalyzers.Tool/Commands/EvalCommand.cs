using System.CommandLine;
using System.Globalization;
using FlagAnalyzers.Tool.Evaluation;

namespace FlagAnalyzers.Tool.Commands;

/// <summary><c>dotnet flags eval</c>.</summary>
internal static class EvalCommand
{
    private const string Help = """
        dotnet flags eval: what a flag answers to a user, and why.

        Usage:
          dotnet flags eval KEY [options]
          dotnet flags eval --jsonl

        KEY is a key of "flags" in flags.json. (One that starts with '-' goes behind '--'.)

        Options:
          --context NAME=VALUE    an attribute of the user, as often as needed. An attribute that "context" in flags.json declares
                                  is read as its type: a string as it stands, number, boolean (true, false), string[] (beta,internal
                                  or a JSON array), object (JSON). Others: JSON if it is a JSON number, true, false, array or
                                  object, else text. targetingKey is the user's id, by which percentage rollouts choose.
          --manifest PATH         the manifest. Without it flags.json here, else the nearest above, up to the root of the repository.
          --now UNIXSECONDS       the time that rules see. Without it the time of the machine.
          --json                  the answer as one JSON object, for scripts
          --jsonl                 evaluate one JSON object a line from standard input, see below
          -h, --help              this text

        Examples:
          dotnet flags eval new-checkout --context plan=pro
          dotnet flags eval image-cdn --context targetingKey=user-1
          dotnet flags eval beta-dashboard --context groups=beta,internal --context appVersion=2.5.0
          dotnet flags eval search-settings --context plan=pro --json
          dotnet flags eval --jsonl < requests.jsonl

        JSON lines (--jsonl):
          A line in:  {"id": 1, "flags": {"flags": {…}}, "flagKey": "new-checkout", "type": "boolean", "default": false,
                       "context": {"targetingKey": "user-1", "plan": "pro"}, "now": 1794787200}
          A line out: {"id":1,"value":true,"variant":"on","reason":"TARGETING_MATCH","errorCode":null}

          flags      a whole manifest: required, as is flagKey
          type       boolean, string, integer, number (or float) or object; without it the flag's own
          default    the default in the code; without it the flag's defaultValue
          context    the user; without it nobody
          now        seconds since 1970; without it the time of the machine
          id         anything; it comes back as it was

          There is a line out for each line in, at once. A line that is no such object answers ERROR and PARSE_ERROR with an
          "error" that says why, and so does a manifest that cannot be taken, with the default as the value.

        Exit codes:
          0  fine
          1  the evaluation is an ERROR, such as a flag that does not exist; with --jsonl: a line has an "error"
          2  could not run: wrong arguments, or a manifest that cannot be read

        """;

    public static Command Create(Surroundings surroundings)
    {
        Argument<string?> key = new("KEY") { Arity = ArgumentArity.ZeroOrOne };
        Option<string[]> context = new("--context") { Arity = ArgumentArity.OneOrMore };
        Option<string?> manifest = new("--manifest");
        Option<string?> now = new("--now");
        Option<bool> json = new("--json");
        Option<bool> jsonLines = new("--jsonl");
        Command command = new("eval") { key, context, manifest, now, json, jsonLines };
        HelpText.Attach(command, Help, surroundings);
        command.SetAction(parsed => (int)Run(
            new Arguments(parsed.GetValue(key), parsed.GetValue(context) ?? [], parsed.GetValue(manifest), parsed.GetValue(now), parsed.GetValue(json), parsed.GetValue(jsonLines)),
            surroundings));
        return command;
    }

    private static ExitCode Run(Arguments arguments, Surroundings surroundings)
    {
        if (arguments.IsJsonLines)
        {
            return arguments.IsOnlyJsonLines
                ? new EvaluationLines(surroundings.Time).Run(surroundings.In, surroundings.Out)
                : Refuse("With --jsonl all comes from the lines of standard input: leave out the key and the other options.", surroundings);
        }

        if (arguments.Key is null)
        {
            return Refuse("Which flag? Give its key, or --jsonl to read requests from standard input.", surroundings);
        }

        long now = surroundings.Time.GetUtcNow().ToUnixTimeSeconds();
        if (arguments.Now is { } text && !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out now))
        {
            return Refuse($"--now takes whole seconds since 1970 (UTC), such as 1794787200; found '{text}'.", surroundings);
        }

        if (ManifestFile.Read(arguments.Manifest, surroundings.Folder, out string? error) is not { } file)
        {
            surroundings.Error.Write($"{error}\n");
            return ExitCode.CouldNotRun;
        }

        if (GivenContext.Read(arguments.Context, file.Manifest, out error) is not { } context)
        {
            return Refuse(error!, surroundings);
        }

        Explanation explanation = Explanation.Of(arguments.Key, context, now, file);
        if (arguments.IsJson)
        {
            surroundings.Out.Write(ExplanationText.Json(explanation));
        }
        else if (explanation.Flag is null)
        {
            surroundings.Error.Write($"{explanation.Error}\n");
        }
        else
        {
            surroundings.Out.Write(ExplanationText.Plain(explanation));
        }

        return explanation.Error is null ? ExitCode.Fine : ExitCode.Findings;
    }

    private static ExitCode Refuse(string message, Surroundings surroundings)
    {
        surroundings.Error.Write($"{message}\nSee dotnet flags eval --help.\n");
        return ExitCode.CouldNotRun;
    }

    private sealed record Arguments(string? Key, string[] Context, string? Manifest, string? Now, bool IsJson, bool IsJsonLines)
    {
        public bool IsOnlyJsonLines => this.Key is null && this.Context.Length == 0 && this.Manifest is null && this.Now is null && !this.IsJson;
    }
}
