using System.Collections;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Evaluation.Values;

/// <summary>An object of our own making, for <see cref="ObjectValue"/>.</summary>
internal interface IRuleObject
{
    /// <summary>The member of that name; null when it has none.</summary>
    RuleValue Find(string name);

    /// <summary>The number of members, or <paramref name="limit"/> if there are more.</summary>
    int CountUpTo(int limit);
}

/// <summary>Reads an object, whatever holds it.</summary>
internal readonly struct ObjectValue(RuleValue value)
{
    private readonly object members = value.Reference;

    public RuleValue Find(string name) => this.members switch
    {
        IRuleObject own => own.Find(name),
        JsonValue json => json.Find(name) is { } member ? RuleValue.From(member) : RuleValue.Null,
        IReadOnlyDictionary<string, object?> map => map.TryGetValue(name, out object? member) ? ContextValue.From(member) : RuleValue.Null,
        IDictionary<string, object?> map => map.TryGetValue(name, out object? member) ? ContextValue.From(member) : RuleValue.Null,
        IDictionary map => map.Contains(name) ? ContextValue.From(map[name]) : RuleValue.Null,
        _ => RuleValue.Null,
    };

    public int CountUpTo(int limit) => this.members switch
    {
        IRuleObject own => own.CountUpTo(limit),
        JsonValue json => Math.Min(limit, json.Members.Count),
        IReadOnlyDictionary<string, object?> map => Math.Min(limit, map.Count),
        IDictionary<string, object?> map => Math.Min(limit, map.Count),
        IDictionary map => Math.Min(limit, map.Count),
        _ => 0,
    };
}

/// <summary>An object with one member replaced, as the operator <c>set</c> makes it.</summary>
internal sealed class ChangedObject(RuleValue original, string name, RuleValue value) : IRuleObject
{
    private readonly RuleValue original = original;
    private readonly RuleValue value = value;

    public RuleValue Find(string name1) => name1 == name ? this.value : new ObjectValue(this.original).Find(name1);

    public int CountUpTo(int limit)
    {
        ObjectValue members = new(this.original);
        return Math.Min(limit, members.Find(name).IsNull ? members.CountUpTo(limit) + 1 : members.CountUpTo(limit));
    }
}
