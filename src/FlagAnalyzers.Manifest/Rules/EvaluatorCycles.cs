using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Rules;

/// <summary>Finds evaluators that refer to themselves, directly or through others.</summary>
internal sealed class EvaluatorCycles
{
    private readonly Dictionary<string, List<string>> references = new(StringComparer.Ordinal);

    public EvaluatorCycles(IEnumerable<Evaluator> evaluators)
    {
        foreach (Evaluator evaluator in evaluators)
        {
            List<string> names = [];
            CollectReferences(evaluator.Rule, names);
            this.references[evaluator.Name] = names;
        }
    }

    /// <summary>The way from an evaluator back to itself, <c>a → b → a</c>, or null.</summary>
    public string? PathBackTo(string name)
    {
        // Breadth first, each evaluator once: the shortest way, in linear time.
        Queue<string> waiting = new();
        Dictionary<string, string?> cameFrom = new(StringComparer.Ordinal);
        waiting.Enqueue(name);
        while (waiting.Count > 0)
        {
            string current = waiting.Dequeue();
            if (!this.references.TryGetValue(current, out List<string>? next))
            {
                continue;
            }

            foreach (string reference in next)
            {
                if (reference == name)
                {
                    return Describe(current, name, cameFrom);
                }

                if (!cameFrom.ContainsKey(reference))
                {
                    cameFrom.Add(reference, current);
                    waiting.Enqueue(reference);
                }
            }
        }

        return null;
    }

    private static string Describe(string last, string name, Dictionary<string, string?> cameFrom)
    {
        List<string> path = [name];
        for (string? step = last; step is not null && step != name; step = cameFrom.TryGetValue(step, out string? from) ? from : null)
        {
            path.Add(step);
        }

        path.Add(name);
        path.Reverse();
        return string.Join(" → ", path);
    }

    private static void CollectReferences(Rule rule, List<string> names)
    {
        switch (rule)
        {
            case Rule.Reference reference:
                names.Add(reference.Name);
                break;
            case Rule.List list:
                foreach (Rule item in list.Items)
                {
                    CollectReferences(item, names);
                }

                break;
            case Rule.Operation operation:
                foreach (Rule argument in operation.Arguments)
                {
                    CollectReferences(argument, names);
                }

                break;
        }
    }
}
