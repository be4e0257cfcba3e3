using System.Text;

namespace FlagAnalyzers.Tool;

internal static class Program
{
    public static int Main(string[] arguments)
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        using StreamReader input = new(Console.OpenStandardInput(), utf8);
        using TextWriter output = Console.IsOutputRedirected ? new StreamWriter(Console.OpenStandardOutput(), utf8) : Console.Out;
        try
        {
            ExitCode code = FlagsCommandLine.Run(arguments, new Surroundings(input, output, Console.Error, Environment.CurrentDirectory, TimeProvider.System));
            output.Flush();
            return (int)code;
        }
        catch (IOException)
        {
            // Whoever read the output went away: nothing is left to be said, and nobody to say it to.
            return (int)ExitCode.CouldNotRun;
        }
    }
}
