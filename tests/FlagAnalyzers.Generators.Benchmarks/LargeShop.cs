using System.Globalization;
using System.Text;
using FlagAnalyzers.Benchmarks;

namespace FlagAnalyzers.Generators.Benchmarks;

/// <summary>
/// Writes a project of many files that read many flags, to be built by the real compiler: what analyzers and generator cost there is told by
/// <c>-p:ReportAnalyzer=true -v:detailed</c>, and by comparing with <c>-p:RunAnalyzers=false</c>.
/// </summary>
internal static class LargeShop
{
    private const int Files = 1_000;
    private const int ReadsPerFile = 20;
    private const int Flags = 1_000;

    /// <summary>The flag that is read in few files.</summary>
    public const string OneFlag = "flag-7";

    /// <summary>How often, where only few files read it.</summary>
    public const int UsesOfOneFlag = 200;

    /// <param name="folder">Where to.</param>
    /// <param name="isForRemoval">Whether one flag is read in 200 of the files only, once in each, and so can be removed.</param>
    public static void WriteTo(string folder, bool isForRemoval)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "LargeShop.csproj"), Project());
        File.WriteAllText(Path.Combine(folder, "flags.json"), ManyFlags.Text(Flags));
        foreach ((string name, string text) in Sources(isForRemoval))
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }

    /// <summary>The files for a removal, with a hand-made class of flags instead of a generated one.</summary>
    public static IEnumerable<(string Name, string Text)> SourcesWithOwnFlags() =>
    [
        .. Sources(isForRemoval: true),
        ("Usings.cs", "global using System;\nglobal using System.Collections.Generic;\nglobal using System.Linq;\n"),
        ("Flags.cs", $$"""
            namespace FlagAnalyzers
            {
                public sealed class FlagAttribute(string key) : Attribute
                {
                    public string Key => key;
                }
            }

            namespace LargeShop
            {
                public sealed record Answer<T>(T Value);

                public sealed class Flags
                {
                    public static class Keys
                    {
                {{Each(static i => $"        public const string Flag{i} = \"flag-{i}\";")}}
                    }

                {{Each(static i => $"    [FlagAnalyzers.Flag(\"flag-{i}\")] public bool Flag{i} => this.Evaluate<bool>(Keys.Flag{i}).Value;")}}

                    public Answer<T> Evaluate<T>(string key) => new((T)(object)(key.Length > 3));
                }
            }

            """),
    ];

    private static string Each(Func<int, string> line) => string.Join("\n    ", Enumerable.Range(0, Flags).Select(line));

    private static IEnumerable<(string Name, string Text)> Sources(bool isForRemoval) => Enumerable.Range(0, Files).Select(i => (string.Create(CultureInfo.InvariantCulture, $"Service{i}.cs"), Source(i, isForRemoval)));

    private static string Project()
    {
        string tools = AppContext.BaseDirectory;
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <RootNamespace>LargeShop</RootNamespace>
                <FlagsReferenceDate>2026-11-01</FlagsReferenceDate>
                <NoWarn>$(NoWarn);FLAG1006</NoWarn>
                <UseSharedCompilation>false</UseSharedCompilation>
              </PropertyGroup>
              <ItemGroup>
                <Analyzer Include="{Path.Combine(tools, "FlagAnalyzers.Generators.dll")};{Path.Combine(tools, "FlagAnalyzers.Manifest.dll")}" />
                <Reference Include="{Path.Combine(tools, "runtime", "FlagAnalyzers.dll")}" />
                <AdditionalFiles Include="flags.json" FlagsRole="Manifest" />
                <CompilerVisibleProperty Include="RootNamespace;FlagsReferenceDate" />
                <CompilerVisibleItemMetadata Include="AdditionalFiles" MetadataName="FlagsRole" />
              </ItemGroup>
            </Project>
            """;
    }

    // Half of the reads through accessors, a quarter by constants, a quarter by literals; around them code as services have it.
    private static string Source(int file, bool isForRemoval)
    {
        StringBuilder code = new();
        code.Append(CultureInfo.InvariantCulture, $$"""
            namespace LargeShop;

            public sealed class Order{{file}}(int number, decimal total, string customer)
            {
                public int Number { get; } = number;
                public decimal Total { get; set; } = total;
                public string Customer { get; } = customer;
                public List<string> Lines { get; } = new();
                public bool IsLarge => this.Total > 1000m && this.Lines.Count > 3;
            }

            public sealed class Service{{file}}(Flags flags)
            {
                private readonly Dictionary<int, Order{{file}}> orders = new();

                public bool IsNew => flags.Flag{{Flag(file, -1)}};

            """);
        for (int i = 0; i < ReadsPerFile; i++)
        {
            int flag = Flag(file, i);
            string read = (i % 4) switch
            {
                0 or 1 => $"flags.Flag{flag}",
                2 => $"flags.Evaluate<bool>(Flags.Keys.Flag{flag}).Value",
                _ => $"flags.Evaluate<bool>(\"flag-{flag}\").Value",
            };
            code.Append(CultureInfo.InvariantCulture, $$"""

                    public decimal Price{{i}}(Order{{file}} order, IEnumerable<string> codes)
                    {
                        decimal total = order.Total;
                        foreach (string code in codes.Where(code => code.Length > {{i}}).OrderBy(code => code, StringComparer.Ordinal))
                        {
                            total += code.StartsWith('A') ? code.Length * 1.5m : this.orders.TryGetValue(code.Length, out Order{{file}}? other) ? other.Total / 10 : 0;
                            order.Lines.Add($"{code} {total:0.00} {order.Customer}");
                        }

                        if ({{read}})
                        {
                            total -= Math.Round(total / 7, 2);
                            this.orders[order.Number] = order;
                        }
                        else if (order.IsLarge)
                        {
                            throw new InvalidOperationException($"Order {order.Number} of {order.Customer} is too large.");
                        }

                        return total;
                    }

                """);
        }

        return code.Append("}\n").ToString();

        int Flag(int file, int read)
        {
            int flag = (read < 0 ? file : (file * ReadsPerFile) + read) % Flags;
            return !isForRemoval ? flag : read == 0 && file < UsesOfOneFlag ? 7 : flag == 7 ? 8 : flag;
        }
    }
}
