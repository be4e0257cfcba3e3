using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Generation.Harness;

/// <summary>Walks everything that the pipeline keeps between two keystrokes. Whatever belongs to a compilation would keep all of it in memory.</summary>
internal static class HeldObjects
{
    public static void AssertNoneOfTheCompilation(GeneratorRunResult result)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        foreach (string step in FlagAnalyzers.Generators.Generation.TrackingNames.All)
        {
            foreach ((object value, IncrementalStepRunReason _) in result.TrackedSteps[step].SelectMany(static run => run.Outputs))
            {
                Visit(value, step, seen);
            }
        }
    }

    private static void Visit(object? root, string step, HashSet<object> seen)
    {
        Stack<object?> pending = new([root]);
        while (pending.TryPop(out object? value))
        {
            if (value is null or string or Pointer || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
            {
                continue;
            }

            Assert.False(
                value is ISymbol or Compilation or SyntaxNode or SyntaxTree or SyntaxToken or SemanticModel or AdditionalText or Location or ParseOptions or MetadataReference,
                $"The step {step} holds a {value.GetType()}.");

            if (value is IEnumerable items and not string)
            {
                foreach (object? item in items)
                {
                    pending.Push(item);
                }
            }

            for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            {
                foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    if (!field.FieldType.IsPointer && !field.FieldType.IsPrimitive)
                    {
                        pending.Push(field.GetValue(value));
                    }
                }
            }
        }
    }
}
