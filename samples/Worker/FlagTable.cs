using System.Text;

namespace Shop;

/// <summary>Every flag for every customer as plain text.</summary>
internal static class FlagTable
{
    private const int Width = 120;
    private const string Gap = "  ";
    private static readonly FlagRow Header = new("flag", "value", "variant", "reason");

    /// <summary>Evaluates now: one <see cref="Flags"/> a customer, so that each block is of one piece.</summary>
    public static string Render(IReadOnlyList<Customer> customers)
    {
        List<(Customer Customer, IReadOnlyList<FlagRow> Rows)> blocks =
            [.. customers.Select(customer => (customer, FlagRow.Of(Flags.For(customer.CreateContext()))))];

        List<FlagRow> all = [Header, .. blocks.SelectMany(block => block.Rows)];
        int key = all.Max(row => row.Key.Length);
        int variant = all.Max(row => row.Variant.Length);
        int reason = all.Max(row => row.Reason.Length);
        int value = Math.Min(all.Max(row => row.Value.Length), Width - key - variant - reason - (4 * Gap.Length));

        StringBuilder text = new();
        foreach ((Customer customer, IReadOnlyList<FlagRow> rows) in blocks)
        {
            text.AppendLine($"{customer.Name}: {customer.About}");
            AppendRow(Header);
            AppendRow(new FlagRow(Rule(key), Rule(value), Rule(variant), Rule(reason)));
            foreach (FlagRow row in rows)
            {
                AppendRow(row);
            }

            text.AppendLine();
        }

        return text.ToString();

        void AppendRow(FlagRow row) => text
            .Append(Gap).Append(row.Key.PadRight(key))
            .Append(Gap).Append(Shorten(row.Value, value).PadRight(value))
            .Append(Gap).Append(row.Variant.PadRight(variant))
            .Append(Gap).AppendLine(row.Reason);
    }

    private static string Rule(int length) => new('-', length);

    private static string Shorten(string text, int length) => text.Length <= length ? text : text[..(length - 3)] + "...";
}
