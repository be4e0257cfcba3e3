using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using FlagAnalyzers.Tool.Commands;

namespace FlagAnalyzers.Tool;

/// <summary><c>dotnet flags</c>: finds the command and runs it.</summary>
internal static class FlagsCommandLine
{
    private const string Help = """
        dotnet flags: the feature flags of a flags.json at the command line.

        Usage:
          dotnet flags <command> [options]

        Commands:
          eval    what a flag answers to a user, and why
          remove  take a flag out of the code, as if it were on or off for ever

        Options:
          -h, --help    this text; after a command, the text of that command
          --version     the version of the tool

        Example:
          dotnet flags eval new-checkout --context plan=pro

        """;

    private static readonly ParserConfiguration Parsing = new()
    {
        // A key may start with '@': it names no file.
        ResponseFileTokenReplacer = null,
        EnablePosixBundling = false,
    };

    public static ExitCode Run(IReadOnlyList<string> arguments, Surroundings surroundings)
    {
        RootCommand root = new();
        HelpText.Attach(root, Help, surroundings);
        root.SetAction(_ =>
        {
            surroundings.Error.Write(Help);
            return (int)ExitCode.CouldNotRun;
        });
        root.Subcommands.Add(EvalCommand.Create(surroundings));
        root.Subcommands.Add(RemoveCommand.Create(surroundings));

        ParseResult parsed = root.Parse(arguments, Parsing);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction and not HelpText)
        {
            return Refuse(parsed, surroundings);
        }

        return (ExitCode)parsed.Invoke(new InvocationConfiguration { Output = surroundings.Out, Error = surroundings.Error, EnableDefaultExceptionHandler = false });
    }

    private static ExitCode Refuse(ParseResult parsed, Surroundings surroundings)
    {
        foreach (ParseError error in parsed.Errors)
        {
            surroundings.Error.Write($"{error.Message}\n");
        }

        string command = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
        surroundings.Error.Write($"See dotnet flags{command} --help.\n");
        return ExitCode.CouldNotRun;
    }
}
