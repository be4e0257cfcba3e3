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
    public static IReadOnlyList<string> Of(Compilation compilation, bool newCheckout)
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
                    flags.GetType().GetProperty("NewCheckout")!.SetValue(flags, newCheckout);
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
