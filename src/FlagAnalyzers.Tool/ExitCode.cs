namespace FlagAnalyzers.Tool;

/// <summary>What every command tells the shell.</summary>
internal enum ExitCode
{
    Fine = 0,

    /// <summary>It ran, and found something wrong: an unknown flag, an evaluation that failed, a line that is no request.</summary>
    Findings = 1,

    /// <summary>It could not run: wrong arguments, a manifest that cannot be read.</summary>
    CouldNotRun = 2,
}
