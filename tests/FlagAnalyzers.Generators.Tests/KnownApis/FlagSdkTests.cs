using System.Reflection;
using FlagAnalyzers.Generators.KnownApis;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.KnownApis;

public sealed class FlagSdkTests
{
    public static TheoryData<string> Names => [.. FlagSdks.All.Select(static sdk => sdk.Name)];

    [Fact]
    public void ReadApis_OfEverySort_SplitsTheRow()
    {
        FlagSdk sdk = new("Test", ["Test"], KeysIgnoreCase: true, """
            read           Test.Sdk.Client.Read(key)
            read           Test.Sdk.Client.ReadInt(key, fallback): integer

            gate-attribute Test.Sdk.GateAttribute..ctor(names)
            """);

        Assert.Equal(
            [
                new FlagApi("Test.Sdk.Client", "Read", "key", null, FlagApiValue.Any, FlagApiRole.Read, true, "Test"),
                new FlagApi("Test.Sdk.Client", "ReadInt", "key", "fallback", FlagApiValue.Integer, FlagApiRole.Read, true, "Test"),
                new FlagApi("Test.Sdk.GateAttribute", ".ctor", "names", null, FlagApiValue.Any, FlagApiRole.GateAttribute, true, "Test"),
            ],
            sdk.ReadApis());
    }

    [Theory]
    [InlineData("reads Test.Client.Read(key)")]
    [InlineData("read Test.Client.Read")]
    [InlineData("read Test.Client.Read()")]
    [InlineData("read Test.Client.Read(key, fallback, third)")]
    [InlineData("read Read(key)")]
    [InlineData("read Test.Client.(key)")]
    [InlineData("read Test.Client.Read(a key)")]
    [InlineData("read Test.Client.Read(key): bool")]
    [InlineData("read Test.Client.Read(key) boolean")]
    [InlineData("read twice Test.Client.Read(key)")]
    public void ReadApis_RowThatIsNone_Throws(string row)
    {
        Assert.Throws<FormatException>(() => new FlagSdk("Test", ["Test"], KeysIgnoreCase: false, row).ReadApis().ToList());
        Assert.Null(FlagApiRow.TryParse(row, "Test"));
    }

    [Fact]
    public void TryParse_RowOfAUser_NeedsNoRole()
    {
        Assert.Equal(
            new FlagApi("Company.Toggles.IToggles", "IsOn", "toggleName", null, FlagApiValue.Any, FlagApiRole.Read, false, "FlagsApi"),
            FlagApiRow.TryParse("Company.Toggles.IToggles.IsOn(toggleName)", "FlagsApi"));
        Assert.Equal(
            new FlagApi("Company.Toggles", "Limit", "name", "otherwise", FlagApiValue.Integer, FlagApiRole.Read, true, "FlagsApi"),
            FlagApiRow.TryParse("Company.Toggles.Limit( name , otherwise ) : integer ignore-case", "FlagsApi"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void All_Rows_HaveTheShapeOfTheTable(string name)
    {
        FlagSdk sdk = Assert.Single(FlagSdks.All, sdk => sdk.Name == name);
        FlagApi[] apis = [.. sdk.ReadApis()];

        Assert.NotEmpty(apis);
        Assert.Distinct(apis.Select(static api => (api.Type, api.Member, api.Parameter)));
        Assert.Equal(sdk.IsOptIn, sdk.Assemblies.Length == 0);
        Assert.All(apis, api =>
        {
            Assert.Contains('.', api.Type);
            Assert.NotEqual(api.Parameter, api.Fallback);
            Assert.Equal(sdk.KeysIgnoreCase, api.KeysIgnoreCase);
            Assert.Equal(api.Member == ".ctor", api.Role is FlagApiRole.GateAttribute or FlagApiRole.Declare || (api.Role == FlagApiRole.TestOverride && api.Member == ".ctor"));
            Assert.True(api.Value == FlagApiValue.Any || api.Role is FlagApiRole.Read or FlagApiRole.Provider, api.Member);
        });
        Assert.Equal(apis.Length, sdk.Rows.Split('\n').Count(static row => row.Trim().Length > 0));
    }

    /// <summary>Every SDK has something that reads a flag, and one name leads to one SDK.</summary>
    [Fact]
    public void All_Sdks_ReadFlagsAndAreNamedOnce()
    {
        Assert.Distinct(FlagSdks.All.Select(static sdk => sdk.Name), StringComparer.OrdinalIgnoreCase);
        Assert.All(FlagSdks.All, static sdk => Assert.Contains(sdk.ReadApis(), static api => api.Role == FlagApiRole.Read));
        Assert.Equal(["AppContext"], FlagSdks.All.Where(static sdk => sdk.IsOptIn).Select(static sdk => sdk.Name));
    }

    /// <summary>The table against the real assemblies: every row names a parameter that exists.</summary>
    [Fact]
    public void MicrosoftFeatureManagement_Rows_ExistInTheAssemblies()
    {
        FlagSdk sdk = Assert.Single(FlagSdks.All, static sdk => sdk.Name == "Microsoft.FeatureManagement");
        Assembly[] assemblies = [.. sdk.Assemblies.Select(Assembly.Load)];

        foreach (FlagApi api in sdk.ReadApis())
        {
            AssertExists(api, assemblies.Select(assembly => assembly.GetType(api.Type)).SingleOrDefault(static type => type is not null));
        }
    }

    [Fact]
    public void AppContext_Rows_ExistInTheFramework()
    {
        FlagSdk sdk = Assert.Single(FlagSdks.All, static sdk => sdk.Name == "AppContext");

        foreach (FlagApi api in sdk.ReadApis())
        {
            AssertExists(api, typeof(object).Assembly.GetType(api.Type));
        }
    }

    private static void AssertExists(FlagApi api, Type? type)
    {
        Assert.True(type is not null, api.Type);
        IEnumerable<MethodBase> members = api.Member == ".ctor" ? type.GetConstructors() : type.GetMethods();
        Assert.Contains(members, member => member.Name == api.Member && member.GetParameters().Any(parameter => parameter.Name == api.Parameter));
    }
}
