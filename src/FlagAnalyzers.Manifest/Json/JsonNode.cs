using System.Diagnostics.CodeAnalysis;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Json;

/// <summary>A value of a <see cref="JsonText"/> in its place. The default value is no value, and has no members.</summary>
internal readonly struct JsonNode(JsonText document, int index)
{
    public JsonText Document => document;

    public JsonKind Kind => document.TokenAt(index).Kind;

    public bool IsBroken => document.TokenAt(index).IsBroken;

    public TextRange Range
    {
        get
        {
            ref readonly JsonToken token = ref document.TokenAt(index);
            return TextRange.Between(token.Start, token.End);
        }
    }

    /// <summary>A string's characters, unescaped; the spelling of every other kind.</summary>
    public string Text => JsonString.Read(document.Text, in document.TokenAt(index));

    /// <summary>The members of an object in the order of the text, repeated names included; for other kinds none.</summary>
    public MemberEnumerator Members => new(document, index);

    /// <summary>The elements of an array; for other kinds none.</summary>
    public ItemEnumerator Items => new(document, index);

    public int ItemCount
    {
        get
        {
            int count = 0;
            foreach (JsonNode _ in this.Items)
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>The last member of that name, which is the one that other readers see.</summary>
    public bool TryFind(string name, out JsonProperty property)
    {
        bool found = false;
        property = default;
        foreach (JsonProperty member in this.Members)
        {
            if (member.IsNamed(name))
            {
                property = member;
                found = true;
            }
        }

        return found;
    }

    /// <summary>The value without its place.</summary>
    public JsonValue ToValue()
    {
        switch (this.Kind)
        {
            case JsonKind.False:
                return JsonValue.False;
            case JsonKind.True:
                return JsonValue.True;
            case JsonKind.Number:
                return JsonValue.NumberFrom(this.Text);
            case JsonKind.String:
                return JsonValue.StringFrom(this.Text);
            case JsonKind.Array:
                List<JsonValue> items = [];
                foreach (JsonNode item in this.Items)
                {
                    items.Add(item.ToValue());
                }

                return JsonValue.ArrayFrom(items.ToEquatableArray());
            case JsonKind.Object:
                OrderedMembers<JsonValue> members = new();
                foreach (JsonProperty member in this.Members)
                {
                    members.Set(member.Name, member.Value.ToValue());
                }

                return JsonValue.ObjectFrom(members.Select(static (name, value) => new JsonMember(name, value)));
            default:
                return JsonValue.Null;
        }
    }

    /// <summary>Walks the members of an object.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "The pattern of foreach.")]
    public struct MemberEnumerator(JsonText document, int container)
    {
        private readonly int end = document?.TokenAt(container).Kind == JsonKind.Object ? document.TokenAt(container).Next : 0;
        private int next = container + 1;
        private int current;

        public readonly JsonProperty Current => new(document, this.current);

        public readonly MemberEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (this.next >= this.end)
            {
                return false;
            }

            this.current = this.next;
            this.next = document.TokenAt(this.current + 1).Next;
            return true;
        }
    }

    /// <summary>Walks the elements of an array.</summary>
    public struct ItemEnumerator(JsonText document, int container)
    {
        private readonly int end = document.TokenAt(container).Kind == JsonKind.Array ? document.TokenAt(container).Next : 0;
        private int next = container + 1;
        private int current;

        public readonly JsonNode Current => new(document, this.current);

        public readonly ItemEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (this.next >= this.end)
            {
                return false;
            }

            this.current = this.next;
            this.next = document.TokenAt(this.current).Next;
            return true;
        }
    }
}

/// <summary>A member of an object in its place.</summary>
internal readonly struct JsonProperty(JsonText document, int nameIndex)
{
    public string Name => JsonString.Read(document.Text, in document.TokenAt(nameIndex));

    /// <summary>The name with its quotes.</summary>
    public TextRange NameRange
    {
        get
        {
            ref readonly JsonToken token = ref document.TokenAt(nameIndex);
            return TextRange.Between(token.Start, token.End);
        }
    }

    public JsonNode Value => new(document, nameIndex + 1);

    private int NameIndex => nameIndex;

    public bool IsNamedAs(JsonProperty other) => JsonString.Equals(document.Text, in document.TokenAt(nameIndex), in document.TokenAt(other.NameIndex));

    public bool IsNamed(string name) => JsonString.Equals(document.Text, in document.TokenAt(nameIndex), name);
}
