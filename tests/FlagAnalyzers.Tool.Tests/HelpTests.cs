using FlagAnalyzers.Tool.Commands;

namespace FlagAnalyzers.Tool;

public sealed class HelpTests : IDisposable
{
    private readonly ToolRun tool = new();

    public void Dispose() => this.tool.Dispose();

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public void Help_Tool_NamesTheCommands(string option)
    {
        Assert.Equal(ExitCode.Fine, this.tool.Run(option));

        Assert.StartsWith("dotnet flags: the feature flags of a flags.json at the command line.\n\nUsage:\n  dotnet flags <command> [options]\n", this.tool.Output, StringComparison.Ordinal);
        Assert.Contains("\n  eval    what a flag answers to a user, and why\n", this.tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_Eval_NamesEveryOptionAndExitCode()
    {
        Assert.Equal(ExitCode.Fine, this.tool.Run("eval", "--help"));

        Surroundings nothing = new(TextReader.Null, TextWriter.Null, TextWriter.Null, "", TimeProvider.System);
        Assert.All(EvalCommand.Create(nothing).Options, option => Assert.Contains($"  {option.Name} ", this.tool.Output.Replace("-h, ", "  ", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.All(Enum.GetValues<ExitCode>(), code => Assert.Contains($"\n  {(int)code}  ", this.tool.Output, StringComparison.Ordinal));
        Assert.Contains("\nExamples:\n  dotnet flags eval new-checkout --context plan=pro\n", this.tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_Remove_NamesEveryOptionAndExitCode()
    {
        Assert.Equal(ExitCode.Fine, this.tool.Run("remove", "--help"));

        Surroundings nothing = new(TextReader.Null, TextWriter.Null, TextWriter.Null, "", TimeProvider.System);
        Assert.All(RemoveCommand.Create(nothing).Options, option => Assert.Contains($"  {option.Name} ", this.tool.Output.Replace("-h, ", "  ", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.All(Enum.GetValues<ExitCode>(), code => Assert.Contains($"\n  {(int)code}  ", this.tool.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Help_EvalWithWrongArguments_IsStillHelp()
    {
        Assert.Equal(ExitCode.Fine, this.tool.Run("eval", "a", "b", "--help"));

        Assert.StartsWith("dotnet flags eval: ", this.tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Tool_NoCommand_ShowsTheHelpAndDidNotRun()
    {
        Assert.Equal(ExitCode.CouldNotRun, this.tool.Run());

        Assert.StartsWith("dotnet flags: ", this.tool.Error, StringComparison.Ordinal);
        Assert.Empty(this.tool.Output);
    }

    [Fact]
    public void Tool_UnknownCommand_IsRefused()
    {
        Assert.Equal(ExitCode.CouldNotRun, this.tool.Run("evla"));

        Assert.Contains("'evla'", this.tool.Error, StringComparison.Ordinal);
        Assert.EndsWith("See dotnet flags --help.\n", this.tool.Error, StringComparison.Ordinal);
    }
}
