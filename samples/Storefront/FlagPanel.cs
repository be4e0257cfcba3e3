using System.Globalization;
using FlagAnalyzers;

namespace Shop;

/// <summary>The table beside the shop: every flag, its value for this customer, why, and what decides it; then how the store of the flags is.</summary>
internal static class FlagPanel
{
    public static Html Render(Customer customer, Flags flags, FlagStoreHealth health)
    {
        Dictionary<string, FlagHealth> byKey = health.Flags.ToDictionary(flag => flag.Key, StringComparer.Ordinal);
        return Html.Of($"""
            <aside class="flags">
              <h2>Flags for {customer.Name}{(health.Environment is { } environment ? Html.Of($""" in <em>{environment}</em>""") : Html.Empty)}</h2>
              <p>{customer.About}. <a href="/api/flags?user={customer.Name}">As JSON</a></p>
              <table>
                <thead><tr><th scope="col">Flag and value</th><th scope="col">Variant</th><th scope="col">Reason</th></tr></thead>
                <tbody>
                  {Html.Join(FlagRow.Of(flags).Select(row => Row(row, byKey.GetValueOrDefault(row.Key))))}
                </tbody>
              </table>
              {Health(health)}
            </aside>
            """);
    }

    private static Html Row(FlagRow row, FlagHealth? health) => Html.Of($"""
        <tr>
          <th scope="row">{row.Key}<code>{row.Value}</code></th>
          <td>{row.Variant}</td>
          <td><span class="reason" data-reason="{row.Reason}">{row.Reason}</span>{(health is { DecidedBy: > FlagLayer.Source } ? Html.Of($""" <span class="layer">{health.DecidedBy.ToString()}</span>""") : Html.Empty)}</td>
        </tr>
        """);

    private static Html Health(FlagStoreHealth health) => Html.Of($"""
        <section class="health">
          <h3>{(health.IsHealthy ? "All is well" : "Something is wrong")}</h3>
          <ul>
            {Html.Join(health.Sources.Select(Source))}
            {Html.Join(health.Problems.Concat(health.Flags.Select(flag => flag.Problem).OfType<string>()).Select(problem => Html.Of($"""<li class="problem">{problem}</li>""")))}
          </ul>
        </section>
        """);

    private static Html Source(FlagSourceHealth source) => source.Error is { } error
        ? Html.Of($"""<li class="problem">{error} Since {Time(source.FailingSince)}.</li>""")
        : Html.Of($"""<li><code>{source.Name}</code> {(source.IsInForce ? "in force, " : "")}last looked at {Time(source.LastGood)}</li>""");

    private static string Time(DateTimeOffset? time) => time is { } known ? known.ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : "never";
}
