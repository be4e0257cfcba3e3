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

    public static void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "LargeShop.csproj"), Project());
        File.WriteAllText(Path.Combine(folder, "flags.json"), ManyFlags.Text(Flags));
        for (int i = 0; i < Files; i++)
        {
            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"Service{i}.cs")), Source(i));
        }
    }

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
    private static string Source(int file)
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

                public bool IsNew => flags.Flag{{file % Flags}};

            """);
        for (int i = 0; i < ReadsPerFile; i++)
        {
            int flag = ((file * ReadsPerFile) + i) % Flags;
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
    }
}
