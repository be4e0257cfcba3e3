using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Rules;

/// <summary>
/// A number that two definitions of a flag share when they evaluate alike: state, variants, default variant and rule, with the evaluators that the rule refers
/// to. What does not take part in evaluation (description, metadata, code default) does not count.
/// </summary>
/// <remarks>FNV-1a, 64 bits, over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/): the compiler writes it into the program, the program computes it
/// again for the manifest that it loads. It tells changes apart; it is no protection against somebody who wants two definitions to collide.</remarks>
internal sealed class DefinitionHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    // Without those that refer to themselves: they stand for nothing, as names do that no evaluator has.
    private readonly Dictionary<string, ulong> evaluatorHashes = new(StringComparer.Ordinal);

    /// <param name="evaluators">The evaluators that rules may refer to.</param>
    public DefinitionHash(EquatableArray<Evaluator> evaluators)
        : this(evaluators, new EvaluatorCycles(evaluators))
    {
    }

    /// <param name="evaluators">The evaluators that rules may refer to.</param>
    /// <param name="cycles">Which of them refer to themselves.</param>
    public DefinitionHash(EquatableArray<Evaluator> evaluators, EvaluatorCycles cycles)
    {
        Dictionary<string, Rule> rules = new(StringComparer.Ordinal);
        foreach (Evaluator evaluator in evaluators)
        {
            rules[evaluator.Name] = evaluator.Rule;
        }

        // In this order the hash does not depend on which flag comes first, and a chain of references may be as long as the file.
        foreach (string name in cycles.DependenciesFirst)
        {
            if (!cycles.IsOnCycle(name))
            {
                this.evaluatorHashes[name] = this.Add(Offset, rules[name]);
            }
        }
    }

    public ulong Of(Flag flag)
    {
        ulong hash = Add(Offset, (char)flag.State);
        hash = Add(hash, (char)flag.Variants.Count);
        foreach (Variant variant in flag.Variants)
        {
            hash = Add(Add(hash, variant.Name), variant.Value);
        }

        hash = Add(hash, flag.DefaultVariant ?? "");
        return flag.Targeting is { } rule ? this.Add(Add(hash, 'r'), rule) : hash;
    }

    private ulong Add(ulong hash, Rule rule)
    {
        switch (rule)
        {
            case Rule.Literal literal:
                return Add(Add(hash, 'v'), literal.Value);
            case Rule.List list:
                return this.Add(Add(hash, 'l'), list.Items);
            case Rule.Operation operation:
                return this.Add(Add(Add(hash, operation.IsBare ? 'b' : 'o'), operation.Name), operation.Arguments);
            case Rule.Reference reference:
                hash = Add(Add(hash, '$'), reference.Name);
                ulong evaluator = this.evaluatorHashes.TryGetValue(reference.Name, out ulong known) ? known : 0;
                return unchecked((hash ^ evaluator) * Prime);
            default:
                return hash;
        }
    }

    private ulong Add(ulong hash, EquatableArray<Rule> rules)
    {
        hash = Add(hash, (char)rules.Count);
        foreach (Rule rule in rules)
        {
            hash = this.Add(hash, rule);
        }

        return hash;
    }

    private static ulong Add(ulong hash, JsonValue value)
    {
        hash = Add(Add(hash, (char)value.Kind), value.Text);
        hash = Add(hash, (char)value.Items.Count);
        foreach (JsonValue item in value.Items)
        {
            hash = Add(hash, item);
        }

        hash = Add(hash, (char)value.Members.Count);
        foreach (JsonMember member in value.Members)
        {
            hash = Add(Add(hash, member.Name), member.Value);
        }

        return hash;
    }

    private static ulong Add(ulong hash, string text)
    {
        foreach (char c in text)
        {
            hash = Add(hash, c);
        }

        // No text is the beginning of another: none has this behind it.
        return Add(Add(hash, '\uffff'), (char)text.Length);
    }

    private static ulong Add(ulong hash, char unit) => unchecked((hash ^ unit) * Prime);
}
