using System.Collections;
using FlagAnalyzers.Evaluation;
using FlagAnalyzers.Evaluation.Values;

namespace FlagAnalyzers.Contexts;

/// <summary>The context as an object, whole (<c>{"var": ""}</c>) or a part of it that declared attributes with dots in their names make up.</summary>
/// <param name="frame">The frame outside of lists.</param>
/// <param name="prefix">Nothing, or <c>parent.</c>.</param>
internal sealed class ContextObject(in EvaluationFrame frame, string prefix) : IRuleObject
{
    private readonly EvaluationContext context = frame.Context;
    private readonly string flagKey = frame.FlagKey;
    private readonly long timestamp = frame.Timestamp;

    /// <summary>Whether a declared attribute <c>name.…</c> has a value.</summary>
    public static bool HasDeclaredChild(EvaluationContext context, string name)
    {
        IReadOnlyList<string> paths = context.ReadDeclaredPaths();
        for (int i = 0; i < paths.Count; i++)
        {
            string path = paths[i];
            if (path.Length > name.Length && path[name.Length] == '.' && path.StartsWith(name, StringComparison.Ordinal)
                && context.TryReadDeclared(path, out CompilerServices.AttributeValue value) && !value.Value.IsNull)
            {
                return true;
            }
        }

        return false;
    }

    public RuleValue Find(string name) => ContextReader.Read(new EvaluationFrame(this.context, this.flagKey, this.timestamp), VariablePath.Parse(prefix + name));

    public int CountUpTo(int limit)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        if (prefix.Length == 0)
        {
            names.Add(VariablePath.Flagd);
            if (!ContextReader.ReadTargetingKey(this.context).IsNull)
            {
                names.Add(VariablePath.TargetingKey);
            }

            names.UnionWith(this.context.AddedNames);
        }
        else if (this.context.TryReadAdded(prefix.Substring(0, prefix.Length - 1), out object? added) && added is IDictionary members)
        {
            foreach (object? key in members.Keys)
            {
                names.Add(key as string ?? "");
            }
        }

        foreach (string path in this.context.ReadDeclaredPaths())
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal) && this.context.TryReadDeclared(path, out CompilerServices.AttributeValue value) && !value.Value.IsNull)
            {
                int dot = path.IndexOf('.', prefix.Length);
                names.Add(path.Substring(prefix.Length, (dot < 0 ? path.Length : dot) - prefix.Length));
            }
        }

        return Math.Min(limit, names.Count);
    }
}
