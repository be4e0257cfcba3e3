namespace Shop;

/// <summary>The table beside the shop: every flag, its value for this customer, and why.</summary>
internal static class FlagPanel
{
    public static Html Render(Customer customer, Flags flags) => Html.Of($"""
        <aside class="flags">
          <h2>Flags for {customer.Name}</h2>
          <p>{customer.About}. <a href="/api/flags?user={customer.Name}">As JSON</a></p>
          <table>
            <thead><tr><th scope="col">Flag and value</th><th scope="col">Variant</th><th scope="col">Reason</th></tr></thead>
            <tbody>
              {Html.Join(FlagRow.Of(flags).Select(Row))}
            </tbody>
          </table>
        </aside>
        """);

    private static Html Row(FlagRow row) => Html.Of($"""
        <tr><th scope="row">{row.Key}<code>{row.Value}</code></th><td>{row.Variant}</td><td><span class="reason" data-reason="{row.Reason}">{row.Reason}</span></td></tr>
        """);
}
