using FlagAnalyzers.Generators.Emission.Targeting;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Generators.Emission;

/// <summary>Gives every flag of a manifest its place in the generated class.</summary>
internal static class FlagMembers
{
    private const string Suffix = "Flag";

    /// <summary>The members in the order of the manifest. A name that the class needs itself gets <c>Flag</c> appended.</summary>
    /// <param name="flags">The flags; their names are unique already, but nobody has seen the name of the class yet.</param>
    /// <param name="className">The generated class.</param>
    /// <param name="fullName">Its name as every file can write it.</param>
    /// <param name="compile">Compiles the rule of a flag.</param>
    /// <param name="decided">The value that everybody gets of a flag, as JSON, or null.</param>
    public static List<FlagMember> Of(EquatableArray<Flag> flags, string className, string fullName, Func<Flag, Rule, CompiledRule> compile, Func<Flag, string?> decided)
    {
        NameScope scope = MemberNames.ScopeOfFlags(className);
        List<string?> names = [];
        List<string?> valueTypes = [];
        foreach (Flag flag in flags)
        {
            // Names that are free go first, so that no flag loses its name to another one's replacement.
            names.Add(scope.TryTake(flag.Name) ? flag.Name : null);
            valueTypes.Add(ValueTypeOf(flag) is { } valueType && scope.TryTake(valueType) ? valueType : null);
        }

        for (int i = 0; i < flags.Count; i++)
        {
            names[i] ??= scope.Take(flags[i].Name, Suffix);
            valueTypes[i] ??= ValueTypeOf(flags[i]) is { } valueType ? scope.Take(valueType, Suffix) : "";
        }

        List<FlagMember> members = new(flags.Count);
        for (int i = 0; i < flags.Count; i++)
        {
            string evaluation = scope.Take("Evaluate" + names[i], Suffix);
            CompiledRule? rule = flags[i] is { State: FlagState.Enabled, IsShortForm: false, Targeting: { } targeting } ? compile(flags[i], targeting) : null;
            members.Add(FlagMember.From(flags[i], new FlagNames(names[i]!, evaluation, valueTypes[i]!), fullName) with
            {
                Number = i,
                Rule = rule,
                Decided = decided(flags[i]),
                RuleName = rule is { Problem: null } ? scope.Take("Rule" + names[i], Suffix) : "",
            });
        }

        return members;
    }

    private static string? ValueTypeOf(Flag flag) => flag switch
    {
        { Type: FlagType.Object } => flag.ValueTypeName ?? flag.Name + "Value",
        { Type: FlagType.String, IsChoice: true } => flag.ValueTypeName ?? flag.Name + "Variant",
        _ => null,
    };
}
