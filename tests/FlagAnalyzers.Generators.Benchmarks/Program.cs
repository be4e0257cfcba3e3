using BenchmarkDotNet.Running;
using FlagAnalyzers.Generators.Benchmarks;

// "project FOLDER" writes a large project for the real compiler instead, "removal FOLDER" one for "dotnet flags remove flag-7 --keep on".
if (args is [("project" or "removal") and var purpose, var folder])
{
    LargeShop.WriteTo(folder, isForRemoval: purpose == "removal");
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
