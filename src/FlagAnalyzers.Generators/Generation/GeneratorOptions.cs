using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Generation;

/// <summary>What the project's MSBuild properties ask for.</summary>
/// <param name="Namespace">The namespace of generated types as C# spells it, or the empty string for the global one.</param>
/// <param name="ClassName">The name of the generated class.</param>
/// <param name="IsPublic">Whether generated types are public.</param>
/// <param name="Generates">Whether anything is generated: a program that reads its flags through another SDK wants the analyzers only.</param>
/// <param name="FollowsSource">Whether the program is told where its manifest lies, and follows it: only under development.</param>
/// <param name="HasHosting">Whether the project can register its flags with a host.</param>
/// <param name="Problems">What of the properties cannot be followed, in sentences.</param>
internal sealed record GeneratorOptions(string Namespace, string ClassName, bool IsPublic, bool Generates, bool FollowsSource, bool HasHosting, EquatableArray<string> Problems)
{
    private const string DefaultClassName = "Flags";

    public static GeneratorOptions Read(AnalyzerConfigOptions properties)
    {
        List<string> problems = [];
        return new GeneratorOptions(
            ReadNamespace(properties, problems),
            ReadClassName(properties, problems),
            ReadIsPublic(properties, problems),
            ReadGenerates(properties, problems),
            IsTrue(properties, "FlagsFollowSource"),
            IsTrue(properties, "FlagsHosting"),
            problems.ToEquatableArray());
    }

    /// <summary>An explicit name must be right; the project's root namespace is made right, as MSBuild derives it from file names.</summary>
    private static string ReadNamespace(AnalyzerConfigOptions properties, List<string> problems)
    {
        string name = Property(properties, "FlagsNamespace");
        if (name.Length == 0)
        {
            return NamespaceName.Sanitise(Property(properties, "RootNamespace"));
        }

        if (!NamespaceName.IsValid(name))
        {
            problems.Add($"The property FlagsNamespace is '{name}', which is no C# namespace. Expected identifiers joined by dots, such as 'Shop.Features'.");
        }

        return NamespaceName.Sanitise(name);
    }

    private static string ReadClassName(AnalyzerConfigOptions properties, List<string> problems)
    {
        string name = Property(properties, "FlagsClassName");
        if (name.Length == 0)
        {
            return DefaultClassName;
        }

        if (!SyntaxFacts.IsValidIdentifier(name) || NamespaceName.IsReserved(name))
        {
            problems.Add($"The property FlagsClassName is '{name}', which cannot name a C# class. Expected an identifier that is no keyword, such as '{DefaultClassName}'.");
        }
        else if (MemberNames.IsMemberOfFlags(name))
        {
            problems.Add($"The property FlagsClassName is '{name}', which is the name of a type or member that is generated too. Expected another name, such as '{DefaultClassName}'.");
        }

        return name;
    }

    private static bool ReadIsPublic(AnalyzerConfigOptions properties, List<string> problems)
    {
        string accessibility = Property(properties, "FlagsAccessibility");
        if (accessibility.Length == 0 || accessibility.Equals("public", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (!accessibility.Equals("internal", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add($"The property FlagsAccessibility is '{accessibility}'. Expected 'public' or 'internal'.");
        }

        return false;
    }

    private static bool ReadGenerates(AnalyzerConfigOptions properties, List<string> problems)
    {
        string generates = Property(properties, "FlagsGenerate");
        if (generates.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (generates.Length > 0 && !generates.Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add($"The property FlagsGenerate is '{generates}'. Expected 'true' or 'false'.");
        }

        return true;
    }
    private static bool IsTrue(AnalyzerConfigOptions properties, string name) => Property(properties, name).Equals("true", StringComparison.OrdinalIgnoreCase);

    private static string Property(AnalyzerConfigOptions properties, string name)
        => properties.TryGetValue("build_property." + name, out string? value) ? value.Trim() : "";
}
