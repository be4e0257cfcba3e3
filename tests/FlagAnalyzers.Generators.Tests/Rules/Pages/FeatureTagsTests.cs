using FlagAnalyzers.Generators.Rules.Pages;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules.Pages;

public sealed class FeatureTagsTests
{
    [Theory]
    [InlineData("""<feature name="A">x</feature>""", "A")]
    [InlineData("""<feature name="A, B ,C">""", "A|B|C")]
    [InlineData("""<feature requirement="All" name='A' negate="true">""", "A")]
    [InlineData("<feature\r\n   name = \"A\"\r\n>", "A")]
    [InlineData("""<FEATURE Name=A>""", "A")]
    [InlineData("""<feature name="A"><feature name="B"/></feature>""", "A|B")]
    [InlineData("""<feature name="@Model.Name">""", "")]
    [InlineData("""<feature name="A&amp;B">""", "")]
    [InlineData("""<features name="A"> <feature-x name="A"> </feature> <feature>""", "")]
    [InlineData("""@* <feature name="A"> *@ <!-- <feature name="B"> --> <script><feature name="C"></script>""", "")]
    [InlineData("""<feature title="name=" data-name="X" name="A">""", "A")]
    [InlineData("""<feature name=",, ,">""", "")]
    public void NamesIn_Page_FindsLiteralNames(string page, string expected)
    {
        var names = FeatureTags.NamesIn(page).ToList();

        Assert.Equal(expected, string.Join('|', names.Select(static name => name.Key)));
        Assert.All(names, name => Assert.Equal(name.Key, page.Substring(name.Span.Start, name.Span.Length)));
    }

    /// <summary>Half-typed pages are what an editor sees.</summary>
    [Fact]
    public void NamesIn_EveryPrefixOfAPage_Ends()
    {
        const string Page = """<p>@* x *@<feature negate name = "A,B" requirement='Any'>y</feature><!-- z --><style>a</style><feature name=C/>""";

        for (int length = 0; length <= Page.Length; length++)
        {
            Assert.True(FeatureTags.NamesIn(Page[..length]).Count() <= 3);
        }
    }
}
