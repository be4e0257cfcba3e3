using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Rules;

/// <summary>Finds evaluators that refer to themselves, directly or through others, in time linear in the references (Tarjan's components).</summary>
internal sealed class EvaluatorCycles
{
    // Enough for every circle that a person made; what is larger is said without its way.
    private const int LargestSearch = 200;

    private readonly Dictionary<string, List<string>> references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Visit> visits = new(StringComparer.Ordinal);
    private readonly Stack<string> component = new();
    private readonly List<string> dependenciesFirst = [];

    public EvaluatorCycles(IEnumerable<Evaluator> evaluators)
    {
        foreach (Evaluator evaluator in evaluators)
        {
            List<string> names = [];
            CollectReferences(evaluator.Rule, names);
            this.references[evaluator.Name] = names;
        }

        foreach (string name in this.references.Keys)
        {
            if (!this.visits.ContainsKey(name))
            {
                this.VisitFrom(name);
            }
        }
    }

    /// <summary>All names, each behind those that it refers to; on a cycle there is no such order.</summary>
    public IReadOnlyList<string> DependenciesFirst => this.dependenciesFirst;

    public bool IsOnCycle(string name) => this.visits.TryGetValue(name, out Visit? visit) && visit.IsOnCycle;

    /// <summary>The shortest way from an evaluator back to itself, <c>a → b → a</c>; null for one that is on no cycle.</summary>
    public string? PathBackTo(string name)
    {
        if (!this.IsOnCycle(name))
        {
            return null;
        }

        Queue<string> waiting = new();
        Dictionary<string, string> cameFrom = new(StringComparer.Ordinal);
        waiting.Enqueue(name);
        while (waiting.Count > 0 && cameFrom.Count < LargestSearch)
        {
            string current = waiting.Dequeue();
            foreach (string reference in this.references[current])
            {
                if (reference == name)
                {
                    return Describe(current, name, cameFrom);
                }

                if (this.IsOnCycle(reference) && !cameFrom.ContainsKey(reference))
                {
                    cameFrom.Add(reference, current);
                    waiting.Enqueue(reference);
                }
            }
        }

        return $"{name} → … → {name}";
    }

    private static string Describe(string last, string name, Dictionary<string, string> cameFrom)
    {
        List<string> path = [name];
        for (string step = last; step != name; step = cameFrom[step])
        {
            path.Add(step);
        }

        path.Add(name);
        path.Reverse();
        return string.Join(" → ", path);
    }

    // Depth first without recursion: a chain may be as long as the file.
    private void VisitFrom(string root)
    {
        Stack<(string Name, int Next)> open = new();
        this.Enter(root, open);
        while (open.Count > 0)
        {
            (string name, int next) = open.Pop();
            Visit visit = this.visits[name];
            List<string> targets = this.references[name];
            if (next == targets.Count)
            {
                this.Leave(name, visit);
                if (open.Count > 0)
                {
                    Visit parent = this.visits[open.Peek().Name];
                    parent.Lowest = Math.Min(parent.Lowest, visit.Lowest);
                }

                continue;
            }

            open.Push((name, next + 1));
            string target = targets[next];
            if (!this.references.ContainsKey(target))
            {
                continue;
            }

            if (!this.visits.TryGetValue(target, out Visit? seen))
            {
                this.Enter(target, open);
            }
            else if (seen.IsOpen)
            {
                visit.Lowest = Math.Min(visit.Lowest, seen.Order);
            }
        }
    }

    private void Enter(string name, Stack<(string Name, int Next)> open)
    {
        this.visits.Add(name, new Visit(this.visits.Count));
        this.component.Push(name);
        open.Push((name, 0));
    }

    private void Leave(string name, Visit visit)
    {
        if (visit.Lowest != visit.Order)
        {
            return;
        }

        bool isAlone = this.component.Peek() == name;
        bool isCycle = !isAlone || this.references[name].Contains(name);
        string member;
        do
        {
            member = this.component.Pop();
            Visit closed = this.visits[member];
            closed.IsOpen = false;
            closed.IsOnCycle = isCycle;
            this.dependenciesFirst.Add(member);
        }
        while (member != name);
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

    private sealed class Visit(int order)
    {
        public int Order { get; } = order;

        public int Lowest { get; set; } = order;

        public bool IsOpen { get; set; } = true;

        public bool IsOnCycle { get; set; }
    }
}
