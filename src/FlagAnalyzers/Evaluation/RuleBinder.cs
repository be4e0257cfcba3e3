using FlagAnalyzers.Contexts;
using FlagAnalyzers.Evaluation.Operators;
using FlagAnalyzers.Evaluation.Values;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Evaluation;

/// <summary>Turns the targeting rule of one flag into nodes: references resolved, literals read, each operator in the form that its arguments allow.</summary>
/// <param name="evaluators">The rules that references stand for.</param>
/// <param name="findVariant">The place of the variant that a text names as the result of a rule; negative where it names none.</param>
internal sealed class RuleBinder(EvaluatorTable evaluators, Func<string, int> findVariant)
{
    /// <summary>Deeper rules fail. A file nests 128 deep at most; references may double that, and no stack is put at risk.</summary>
    private const int DepthLimit = 256;

    /// <summary>A rule that is larger than this with its references written out fails where it passes the limit: evaluating it could take for ever.</summary>
    private const long SizeLimit = 100_000;

    private long size;

    public RuleNode Bind(Rule rule) => this.Bind(rule, BindScope.Outermost(), 0);

    private RuleNode Bind(Rule rule, BindScope scope, int depth)
    {
        this.size++;
        return depth > DepthLimit ? FailureNode.Instance : rule switch
        {
            Rule.Literal literal => this.BindLiteral(literal.Value),
            Rule.List list => this.BindList(list, scope, depth),
            Rule.Reference reference => this.BindReference(reference, scope, depth),
            Rule.Operation operation => this.BindOperation(operation, scope, depth),
            _ => FailureNode.Instance,
        };
    }

    private RuleNode BindLiteral(JsonValue value)
    {
        if (value.Kind == JsonKind.String)
        {
            return new LiteralNode(RuleValue.VariantName(value.Text, findVariant(value.Text)));
        }

        // Go reads no number that a float64 cannot hold.
        return value.Kind == JsonKind.Number && double.IsInfinity(value.Number) ? FailureNode.Instance : new LiteralNode(RuleValue.From(value));
    }

    private RuleNode[] BindAll(EquatableArray<Rule> rules, BindScope scope, int depth)
    {
        RuleNode[] nodes = new RuleNode[rules.Count];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = this.Bind(rules[i], scope, depth + 1);
        }

        return nodes;
    }

    private RuleNode BindList(Rule.List list, BindScope scope, int depth)
    {
        RuleNode[] items = this.BindAll(list.Items, scope, depth);
        return Array.TrueForAll(items, static item => item.Constant is not null)
            ? new LiteralNode(RuleValue.List(Array.ConvertAll(items, static item => item.Constant.GetValueOrDefault())))
            : new ListNode(items);
    }

    private RuleNode BindReference(Rule.Reference reference, BindScope scope, int depth)
    {
        if (scope.References.TryGetValue(reference.Name, out BoundReference bound))
        {
            this.size += bound.Size;
        }
        else
        {
            if (evaluators.Find(reference.Name) is not { } rule)
            {
                return FailureNode.Instance;
            }

            long before = this.size;
            bound = new BoundReference(this.Bind(rule, scope, depth + 1), this.size - before);
            scope.References[reference.Name] = bound;
        }

        return this.size > SizeLimit ? FailureNode.Instance : bound.Node;
    }

    private RuleNode BindOperation(Rule.Operation operation, BindScope scope, int depth)
    {
        EquatableArray<Rule> arguments = operation.Arguments;
        bool isBare = operation.IsBare;
        if (isBare && this.Resolve(arguments[0]) is Rule.List written)
        {
            // References stand for text: one that stands for a list gives the arguments.
            arguments = written.Items;
            isBare = false;
        }

        return operation.Operator switch
        {
            RuleOperator.Var => this.BindVariable(arguments, isBare, scope, depth),
            RuleOperator.If or RuleOperator.And or RuleOperator.Or => this.BindCondition(operation.Operator, arguments, isBare, scope, depth),
            RuleOperator.Filter or RuleOperator.Map or RuleOperator.Reduce or RuleOperator.All or RuleOperator.None or RuleOperator.Some =>
                isBare ? FailureNode.Instance : this.BindLoop(operation.Operator, arguments, scope, depth),
            _ => OperatorBinder.Bind(operation.Operator, this.BindAll(arguments, scope, depth), isBare) ?? FailureNode.Instance,
        };
    }

    private RuleNode BindCondition(RuleOperator @operator, EquatableArray<Rule> arguments, bool isBare, BindScope scope, int depth)
    {
        if (isBare)
        {
            return FailureNode.Instance;
        }

        RuleNode[] nodes = this.BindAll(arguments, scope, depth);
        return @operator switch
        {
            RuleOperator.If => new IfNode(nodes),
            RuleOperator.And => new AndNode(nodes),
            _ => new OrNode(nodes),
        };
    }

    private RuleNode BindVariable(EquatableArray<Rule> arguments, bool isBare, BindScope scope, int depth)
    {
        RuleNode[] nodes = this.BindAll(arguments, scope.WithoutFilling(), depth);
        if (scope.FilledInAt.Length == 0 && nodes.Length is 1 or 2 && nodes[0].Constant is { } name)
        {
            if (isBare && name.IsNumber)
            {
                name = RuleValue.Text(NumberText.ToFixed(name.Number));
            }

            if (name.IsString)
            {
                return new VariableNode(VariablePath.Parse(name.String), nodes.Length == 2 ? nodes[1] : null);
            }
        }

        return new GeneralVariableNode(nodes, isBare, scope.FilledInAt);
    }

    private RuleNode BindLoop(RuleOperator @operator, EquatableArray<Rule> arguments, BindScope scope, int depth)
    {
        bool isQuantifier = @operator is RuleOperator.All or RuleOperator.None or RuleOperator.Some;
        if (arguments.Count < (isQuantifier ? 1 : @operator == RuleOperator.Reduce ? 3 : 2))
        {
            return isQuantifier ? FailureNode.Instance : new LiteralNode(@operator == RuleOperator.Reduce ? RuleValue.From(0.0) : RuleValue.EmptyList);
        }

        RuleNode? subject = this.BindSubject(arguments[0], scope, depth);
        BindScope inside = @operator switch
        {
            RuleOperator.Filter or RuleOperator.None => scope.Body(byContext: true, byElement: false),
            RuleOperator.Some => scope.Body(byContext: true, byElement: true),
            RuleOperator.All => scope.Body(byContext: false, byElement: true),
            _ => scope.Body(byContext: false, byElement: false),
        };
        RuleNode body = arguments.Count > 1 ? this.Bind(arguments[1], inside, depth + 1) : FailureNode.Instance;
        if (isQuantifier)
        {
            return new QuantifierNode(@operator, subject, body);
        }

        if (@operator == RuleOperator.Reduce)
        {
            bool isOperation = this.Resolve(arguments[1]) is Rule.Operation or Rule.Literal { Value.Kind: JsonKind.Object };
            return new ReduceNode(subject, isOperation ? body : FailureNode.Instance, this.Bind(arguments[2], scope, depth + 1));
        }

        return new ListFromListNode(subject, body, keepsElements: @operator == RuleOperator.Filter);
    }

    /// <summary>The list to run over: a list that is written out is data, and no rule inside of it is run; any other scalar is no list.</summary>
    private RuleNode? BindSubject(Rule rule, BindScope scope, int depth) => this.Resolve(rule) switch
    {
        Rule.List list => new LiteralNode(RuleValue.ListOf(this.ToData(list, depth))),
        Rule.Literal { Value.Kind: not JsonKind.Object } => null,
        _ => this.Bind(rule, scope, depth + 1),
    };

    /// <summary>What a reference stands for, as far as it goes; other rules are themselves.</summary>
    private Rule Resolve(Rule rule)
    {
        // Cycles are no rules, so this ends; the limit is for long chains.
        for (int i = 0; i < DepthLimit && rule is Rule.Reference reference && evaluators.Find(reference.Name) is { } next; i++)
        {
            rule = next;
        }

        return rule;
    }

    /// <summary>A rule as the JSON that it was read from.</summary>
    private JsonValue ToData(Rule rule, int depth)
    {
        this.size++;
        if (depth > DepthLimit || this.size > SizeLimit)
        {
            return JsonValue.Null;
        }

        rule = this.Resolve(rule);
        return rule switch
        {
            Rule.Literal literal => literal.Value,
            Rule.List list => JsonValue.ArrayFrom(this.ToData(list.Items, depth)),
            Rule.Operation operation => JsonValue.ObjectFrom(EquatableArray.Of(new JsonMember(
                operation.Name,
                operation.IsBare ? this.ToData(operation.Arguments[0], depth + 1) : JsonValue.ArrayFrom(this.ToData(operation.Arguments, depth))))),
            Rule.Reference reference => JsonValue.ObjectFrom(EquatableArray.Of(new JsonMember("$ref", JsonValue.StringFrom(reference.Name)))),
            _ => JsonValue.Null,
        };
    }

    private EquatableArray<JsonValue> ToData(EquatableArray<Rule> rules, int depth)
    {
        List<JsonValue> values = [];
        foreach (Rule rule in rules)
        {
            values.Add(this.ToData(rule, depth + 1));
        }

        return values.ToEquatableArray();
    }
}
