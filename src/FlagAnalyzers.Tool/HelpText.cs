using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace FlagAnalyzers.Tool;

/// <summary>Answers <c>--help</c> with a text that was written by hand: examples and all, and the same in every terminal.</summary>
internal sealed class HelpText(string text, Surroundings surroundings) : SynchronousCommandLineAction
{
    /// <summary>Gives a command its text.</summary>
    public static void Attach(Command command, string text, Surroundings surroundings)
    {
        HelpOption? option = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (option is null)
        {
            option = new HelpOption();
            command.Options.Add(option);
        }

        option.Action = new HelpText(text, surroundings);
    }

    public override int Invoke(ParseResult parseResult)
    {
        surroundings.Out.Write(text);
        return (int)ExitCode.Fine;
    }
}
