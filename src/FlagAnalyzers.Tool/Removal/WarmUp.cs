using FlagAnalyzers.Removal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlagAnalyzers.Tool.Removal;

/// <summary>
/// Takes a flag out of a few lines of its own while the SDK loads the solution in another process. The compiler comes without machine code, and making it
/// took longer than the removal.
/// </summary>
internal static class WarmUp
{
    private const string Code = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;

        namespace FlagAnalyzers
        {
            public sealed class FlagAttribute(string key) : Attribute
            {
                public string Key => key;
            }
        }

        namespace Warm
        {
            public sealed class Flags
            {
                [FlagAnalyzers.Flag("warm-up")]
                public bool WarmUp { get; set; }
            }

            public sealed record Order(int Number, string? Customer, decimal Total)
            {
                public List<string> Lines { get; } = new();
            }

            public sealed class Orders(Flags flags)
            {
                private readonly Dictionary<int, Order> orders = [];
                private int count;

                public async Task<decimal> PriceAsync(Order order, IEnumerable<string> codes)
                {
                    var isNew = flags.WarmUp && order.Lines.Count > 3;
                    decimal total = order.Total;
                    foreach (string code in codes.Where(code => code.Length > 1).OrderBy(code => code, StringComparer.Ordinal))
                    {
                        total += code.StartsWith('A') ? code.Length * 1.5m : this.orders.TryGetValue(code.Length, out Order? other) ? other.Total / 10 : 0;
                        order.Lines.Add($"{code} {total:0.00} {order.Customer ?? "?"}");
                    }

                    if (flags.WarmUp)
                    {
                        total = Math.Round(total / 7, 2);
                        this.orders[order.Number] = order with { Total = total };
                        return total;
                    }
                    else if (isNew)
                    {
                        throw new InvalidOperationException(nameof(order));
                    }

                    for (int i = 0; i < 3 && !flags.WarmUp; i++)
                    {
                        await Task.Delay(Old(i));
                    }

                    return flags.WarmUp ? total : order.Customer switch { "a" => 1, { Length: > 3 } => 2, _ => total };
                }

                private int Old(int i)
                {
                    try
                    {
                        this.count += i;
                        return this.orders.Values.Select(order => order.Number).Sum();
                    }
                    catch (OverflowException e) when (e.InnerException is not null)
                    {
                        return -1;
                    }
                }
            }
        }
        """;

    public static async Task<RemovalResult> RunAsync()
    {
        using AdhocWorkspace workspace = new();
        Project project = workspace.CurrentSolution
            .AddProject("WarmUp", "WarmUp", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .WithMetadataReferences(new[] { typeof(object), typeof(Enumerable), typeof(Stack<int>) }
                .Select(static type => type.Assembly.Location)
                .Append(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.Runtime.dll"))
                .Select(static path => MetadataReference.CreateFromFile(path)));
        return await FlagRemover.RemoveAsync(project.AddDocument("Orders.cs", Code).Project.Solution, "warm-up", keep: true);
    }
}
