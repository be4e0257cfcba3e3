using System.Reflection;
using FlagAnalyzers.Generators.KnownApis;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.KnownApis;

public sealed class FlagSdkTests
{
    [Fact]
    public void ReadApis_OfEverySort_SplitsTheRow()
    {
        FlagSdk sdk = new("Test", ["Test"], KeysIgnoreCase: false, """
            read           Test.Sdk.Client.Read(key)

            gate-attribute Test.Sdk.GateAttribute.#ctor(names)
            """);

        Assert.Equal(
            [
                new FlagApi("Test.Sdk.Client", "Read", "key", FlagApiRole.Read, sdk),
                new FlagApi("Test.Sdk.GateAttribute", ".ctor", "names", FlagApiRole.GateAttribute, sdk),
            ],
            sdk.ReadApis());
    }

    [Theory]
    [InlineData("reads Test.Client.Read(key)")]
    [InlineData("read Test.Client.Read")]
    [InlineData("Test.Client.Read(key)")]
    public void ReadApis_RowThatIsNone_Throws(string row) =>
        Assert.Throws<FormatException>(() => new FlagSdk("Test", ["Test"], KeysIgnoreCase: false, row).ReadApis().ToList());

    [Fact]
    public void All_Rows_AreReadAndUnique()
    {
        foreach (FlagSdk sdk in FlagSdks.All)
        {
            FlagApi[] apis = [.. sdk.ReadApis()];
            Assert.NotEmpty(apis);
            Assert.Distinct(apis.Select(static api => (api.Type, api.Member, api.Parameter)));
        }
    }

    /// <summary>The table against the real assemblies: every row names a parameter that exists.</summary>
    [Fact]
    public void MicrosoftFeatureManagement_Rows_ExistInTheAssemblies()
    {
        FlagSdk sdk = Assert.Single(FlagSdks.All, static sdk => sdk.Name == "Microsoft.FeatureManagement");
        Assembly[] assemblies = [.. sdk.Assemblies.Select(Assembly.Load)];

        foreach (FlagApi api in sdk.ReadApis())
        {
            Type? type = assemblies.Select(assembly => assembly.GetType(api.Type)).SingleOrDefault(static type => type is not null);
            Assert.True(type is not null, api.Type);
            IEnumerable<MethodBase> members = api.Member == ".ctor" ? type.GetConstructors() : type.GetMethods();
            Assert.Contains(members, member => member.Name == api.Member && member.GetParameters().Any(parameter => parameter.Name == api.Parameter));
        }
    }
}
