using BenchmarkDotNet.Running;
using FlagAnalyzers.Generators.Benchmarks;

// "project FOLDER" writes a large project for the real compiler instead.
if (args is ["project", var folder])
{
    LargeShop.WriteTo(folder);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
