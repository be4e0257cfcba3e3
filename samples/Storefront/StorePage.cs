using FlagAnalyzers;

namespace Shop;

/// <summary>The one page of the shop: who is looking, what they get, and which flags made it so.</summary>
internal static class StorePage
{
    public static Html Render(Customer customer, Flags flags, IReadOnlyList<Product> recommended, FlagStoreHealth health) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Fern &amp; Kiln for {customer.Name}</title>
          <link rel="icon" href="data:,">
          <link rel="stylesheet" href="/shop.css">
        </head>
        <body>
          <nav class="picker" aria-label="Customer">
            <span>Look at the shop as</span>
            {Html.Join(Customer.All.Select(other => PickerLink(other, other == customer)))}
          </nav>
          <div class="columns">
            <main class="shop">
              {ShopWindow.Render(customer, flags, recommended)}
            </main>
            {FlagPanel.Render(customer, flags, health)}
          </div>
        </body>
        </html>
        """);

    private static Html PickerLink(Customer customer, bool isCurrent) => Html.Of(
        $"""<a href="/?user={customer.Name}" title="{customer.About}"{(isCurrent ? new Html(" aria-current=\"page\"") : Html.Empty)}>{customer.Name}</a>""");
}
