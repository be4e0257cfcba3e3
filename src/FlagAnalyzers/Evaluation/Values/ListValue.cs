using System.Collections;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Evaluation.Values;

/// <summary>Reads a list, whatever holds it.</summary>
internal readonly struct ListValue
{
    private readonly object items;

    public ListValue(RuleValue list)
    {
        this.items = list.Reference;
        this.Count = this.items switch
        {
            RuleValue[] values => values.Length,
            IReadOnlyList<string?> texts => texts.Count,
            JsonValue json => json.Items.Count,
            IReadOnlyList<object?> objects => objects.Count,
            IList list1 => list1.Count,
            _ => 0,
        };
    }

    public int Count { get; }

    public RuleValue this[int index] => this.items switch
    {
        RuleValue[] values => values[index],
        IReadOnlyList<string?> texts => ContextValue.From(texts[index]),
        JsonValue json => RuleValue.From(json.Items[index]),
        IReadOnlyList<object?> objects => ContextValue.From(objects[index]),
        IList list => ContextValue.From(list[index]),
        _ => RuleValue.Null,
    };

    public RuleValue[] ToArray()
    {
        RuleValue[] values = new RuleValue[this.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = this[i];
        }

        return values;
    }
}
