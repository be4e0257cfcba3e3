using System.Reflection;
using System.Runtime.Loader;

namespace FlagAnalyzers.Generators.Tests.Generation.Harness;

/// <summary>A project with its generated flags, compiled, loaded beside the real runtime, and run.</summary>
internal static class GeneratedProgram
{
    /// <summary>Runs <c>Shop.Scenario.Run()</c>, which gives its observations as text.</summary>
    public static string Run(string manifest, string statements)
    {
        string source = $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using FlagAnalyzers;

            namespace Shop
            {
                internal static class Scenario
                {
                    internal static string Run()
                    {
                        List<object?> seen = new();
                        {{statements}}
                        return string.Join("; ", seen.Select(value => FormattableString.Invariant($"{value ?? "null"}")));
                    }
                }
            }
            """;
        GeneratorInput input = new GeneratorInput(manifest) { Source = "#nullable enable\n" + source };
        byte[] image = GeneratorHarness.Run(input).AssertCompiles().Compile();
        AssemblyLoadContext context = new("generated program", isCollectible: true);
        context.Resolving += static (loader, name) =>
        {
            string file = Path.Combine(RuntimeReferences.FolderOf("net8.0"), name.Name + ".dll");
            return File.Exists(file) ? loader.LoadFromAssemblyPath(file) : null;
        };

        // The test process has the compiler's leg of the manifest reader; the program must not get that one.
        context.LoadFromAssemblyPath(Path.Combine(RuntimeReferences.FolderOf("net8.0"), "FlagAnalyzers.Manifest.dll"));
        Assembly assembly = context.LoadFromStream(new MemoryStream(image));
        MethodInfo run = assembly.GetType("Shop.Scenario", throwOnError: true)!.GetMethod("Run", BindingFlags.Static | BindingFlags.NonPublic)!;
        string seen = run.CreateDelegate<Func<string>>()();
        context.Unload();
        return seen;
    }
}
