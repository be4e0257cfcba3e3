using FlagAnalyzers.CompilerServices;
using FlagAnalyzers.Evaluation;
using FlagAnalyzers.Evaluation.Values;

namespace FlagAnalyzers.Contexts;

/// <summary>Finds variables: in the context, where declared attributes come before those of the open bag, and in lists and objects.</summary>
internal static class ContextReader
{
    /// <summary>The variable of that path in the data of the frame; null when it is missing.</summary>
    public static RuleValue Read(in EvaluationFrame frame, VariablePath path)
    {
        if (frame.Scope is { } scope)
        {
            return Walk(scope.Data, path, 0);
        }

        // $flagd comes before the context: nothing in that can take its place.
        return path.Kind switch
        {
            VariableKind.Attribute => ReadAttribute(frame, path),
            VariableKind.TargetingKey => ReadTargetingKey(frame.Context),
            VariableKind.FlagKey => RuleValue.Text(frame.FlagKey),
            VariableKind.Timestamp => RuleValue.From(frame.Timestamp),
            VariableKind.Flagd => path.Parts.Length == 1 ? RuleValue.ObjectOf(new FlagdObject(frame.FlagKey, frame.Timestamp)) : RuleValue.Null,
            _ => frame.Data,
        };
    }

    /// <summary>Goes on from a value that the first parts of the path have led to.</summary>
    public static RuleValue Walk(RuleValue value, VariablePath path, int from)
    {
        for (int i = from; i < path.Parts.Length; i++)
        {
            value = Step(value, path.Parts[i]);
            if (value.IsNull)
            {
                break;
            }
        }

        return value;
    }

    private static RuleValue ReadAttribute(in EvaluationFrame frame, VariablePath path)
    {
        string[] parts = path.Parts;
        EvaluationContext context = frame.Context;
        string name = path.Prefixes[parts.Length - 1];
        bool isDeclared = context.TryReadDeclared(name, out AttributeValue attribute);
        if (isDeclared && !attribute.Value.IsNull)
        {
            return attribute.Value;
        }

        for (int i = parts.Length - 2; i >= 0; i--)
        {
            if (context.TryReadDeclared(path.Prefixes[i], out attribute) && !attribute.Value.IsNull)
            {
                return Walk(attribute.Value, path, i + 1);
            }
        }

        if (!isDeclared && ContextObject.HasDeclaredChild(context, name))
        {
            return RuleValue.ObjectOf(new ContextObject(frame, name + "."));
        }

        return context.TryReadAdded(parts[0], out object? added) ? Walk(ContextValue.From(added), path, 1) : RuleValue.Null;
    }

    /// <summary>The targeting key of the context: a string, unless the open bag says otherwise.</summary>
    public static RuleValue ReadTargetingKey(EvaluationContext context)
    {
        if (context.TargetingKey is { } key)
        {
            return RuleValue.Text(key);
        }

        return context.TryReadAdded(VariablePath.TargetingKey, out object? added) ? ContextValue.From(added) : RuleValue.Null;
    }

    private static RuleValue Step(RuleValue value, string part)
    {
        if (value.IsObject)
        {
            return new ObjectValue(value).Find(part);
        }

        if (!value.IsList)
        {
            return RuleValue.Null;
        }

        // What is no number is element 0, as in jsonlogic 3.9.1.
        _ = NumberText.TryParse(part, out double number);
        long index = Coercion.ToWhole(number);
        ListValue items = new(value);
        return index >= 0 && index < items.Count ? items[(int)index] : RuleValue.Null;
    }

    /// <summary><c>$flagd</c>.</summary>
    private sealed class FlagdObject(string flagKey, long timestamp) : IRuleObject
    {
        public RuleValue Find(string name) => name switch
        {
            VariablePath.FlagdFlagKey => RuleValue.Text(flagKey),
            VariablePath.FlagdTimestamp => RuleValue.From(timestamp),
            _ => RuleValue.Null,
        };

        public int CountUpTo(int limit) => Math.Min(limit, 2);
    }
}
