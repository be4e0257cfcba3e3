using FlagAnalyzers.RemovalStudy;

if (StudyArguments.Parse(args) is not { } arguments)
{
    Console.Error.Write(StudyArguments.Usage);
    return 2;
}

await Study.RunAsync(arguments, Console.Out);
return 0;
