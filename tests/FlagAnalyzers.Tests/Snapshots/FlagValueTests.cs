using FlagAnalyzers.CompilerServices;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Snapshots;

public sealed class FlagValueTests
{
    [Fact]
    public void Default_IsNull()
    {
        FlagValue value = default;

        Assert.True(value.IsNull);
        Assert.False(value.TryGetBoolean(out _));
        Assert.False(value.TryGetString(out string text));
        Assert.Equal("", text);
        Assert.False(value.TryGetInt32(out _));
        Assert.False(value.TryGetDouble(out _));
        Assert.False(value.TryGetProperty("x", out _));
        Assert.False(value.TryGetItems(out IReadOnlyList<FlagValue> items));
        Assert.Empty(items);
        Assert.Null(value.ToObject());
    }

    [Fact]
    public void TryGet_Scalar_ReadsWhatItIsOnly()
    {
        Assert.True(new FlagValue(JsonValue.True).TryGetBoolean(out bool boolean) && boolean);
        Assert.True(new FlagValue(JsonValue.False).TryGetBoolean(out boolean) && !boolean);
        Assert.True(new FlagValue(JsonValue.StringFrom("x")).TryGetString(out string text) && text == "x");
        Assert.True(new FlagValue(JsonValue.NumberFrom("10.0")).TryGetInt32(out int integer) && integer == 10);
        Assert.False(new FlagValue(JsonValue.NumberFrom("2147483648")).TryGetInt32(out integer));
        Assert.True(new FlagValue(JsonValue.NumberFrom("2147483648")).TryGetDouble(out double number) && number == 2147483648);
        Assert.False(new FlagValue(JsonValue.NumberFrom("1e999")).TryGetDouble(out _));
        Assert.False(new FlagValue(JsonValue.StringFrom("true")).TryGetBoolean(out _));
    }

    [Fact]
    public void ToObject_Structure_IsPlainAndReadOnly()
    {
        JsonValue json = JsonValue.ObjectFrom(EquatableArray.Of(
            new JsonMember("whole", JsonValue.NumberFrom("3")),
            new JsonMember("real", JsonValue.NumberFrom("3.0")),
            new JsonMember("large", JsonValue.NumberFrom("3000000000")),
            new JsonMember("list", JsonValue.ArrayFrom(EquatableArray.Of(JsonValue.True, JsonValue.Null)))));
        IReadOnlyDictionary<string, object?> value = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(new FlagValue(json).ToObject());

        Assert.True(new FlagValue(json).IsObject);
        Assert.Equal(3, value["whole"]);
        Assert.Equal(3.0, value["real"]);
        Assert.Equal(3e9, value["large"]);
        Assert.Equal([true, null], Assert.IsAssignableFrom<IReadOnlyList<object?>>(value["list"]));
        Assert.Throws<NotSupportedException>(() => ((IDictionary<string, object?>)value)["whole"] = 4);
    }
}
