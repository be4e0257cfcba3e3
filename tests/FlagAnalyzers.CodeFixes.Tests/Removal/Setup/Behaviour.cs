using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.CodeFixes.Tests.Removal.Setup;

/// <summary>Runs the <c>Run(Flags)</c> methods of a compiled case.</summary>
internal static class Behaviour
{
    /// <summary>
    /// What every <c>Run</c> answers, for both values of the other flag and the values given of the flag that is removed; tests are run too. An exception
    /// is an answer.
    /// </summary>
    public static IReadOnlyList<string> Of(Compilation compilation, bool newCheckout) => Of(compilation, "NewCheckout", newCheckout);

    /// <summary>The same for a flag that is not on or off.</summary>
    /// <param name="compilation">The case.</param>
    /// <param name="accessor">The property of the flag.</param>
    /// <param name="value">Its value; of an enumeration the number.</param>
    public static IReadOnlyList<string> Of(Compilation compilation, string accessor, object value)
    {
        using MemoryStream image = new();
        var emitted = compilation.Emit(image);
        if (!emitted.Success)
        {
            throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics));
        }

        image.Position = 0;
        AssemblyLoadContext context = new("case", isCollectible: true);
        try
        {
            Assembly assembly = context.LoadFromStream(image);
            List<string> answers = [];
            foreach (MethodInfo run in assembly.GetTypes().Select(static type => type.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)).OfType<MethodInfo>())
            {
                foreach (bool oldBanner in new[] { false, true })
                {
                    object flags = Activator.CreateInstance(run.GetParameters()[0].ParameterType)!;
                    PropertyInfo property = flags.GetType().GetProperty(accessor)!;
                    property.SetValue(flags, property.PropertyType.IsEnum ? Enum.ToObject(property.PropertyType, value) : value);
                    flags.GetType().GetProperty("OldBanner")!.SetValue(flags, oldBanner);
                    answers.Add(run.DeclaringType!.Name + " " + oldBanner + ": " + Call(run, flags));
                }
            }

            return answers;
        }
        finally
        {
            context.Unload();
        }
    }

    private static string Call(MethodInfo run, object flags)
    {
        try
        {
            return (string?)run.Invoke(null, [flags]) ?? "null";
        }
        catch (TargetInvocationException e)
        {
            return e.InnerException!.GetType().Name + ": " + e.InnerException.Message;
        }
    }
}
