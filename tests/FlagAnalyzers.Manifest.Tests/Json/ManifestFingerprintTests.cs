namespace FlagAnalyzers.Manifests.Json;

public sealed class ManifestFingerprintTests
{
    private const string Text = """{ "a b": ["x\" y", 1] }""";

    [Theory]
    [InlineData("""{"a b":["x\" y",1]}""")]
    [InlineData("\ufeff{\r\n\t\"a b\" : [ \"x\\\" y\" , 1 ]\r\n}\n")]
    [InlineData("// first\n{ /* \" */ \"a b\": [\"x\\\" y\", 1] } // last")]
    [InlineData("{ \"a b\": [\"x\\\" y\", 1] } /* open")]
    public void Of_OtherWhiteSpaceAndComments_IsTheSame(string text) => Assert.Equal(ManifestFingerprint.Of(Text), ManifestFingerprint.Of(text));

    [Theory]
    [InlineData("""{ "ab": ["x\" y", 1] }""")]
    [InlineData("""{ "a b": ["x\"  y", 1] }""")]
    [InlineData("""{ "a b": ["x\" y", 2] }""")]
    [InlineData("""{ "a b": ["x\" y // no comment", 1] }""")]
    [InlineData("""{ "a b": ["x\" y", 1] """)]
    [InlineData("")]
    [InlineData("/")]
    public void Of_OtherText_Differs(string text) => Assert.NotEqual(ManifestFingerprint.Of(Text), ManifestFingerprint.Of(text));
}
