namespace Shop;

/// <summary>What a customer sees of the shop; each part asks the flags that concern it.</summary>
internal static class ShopWindow
{
    private const double BasketTotal = 42.50;

    public static Html Render(Customer customer, Flags flags, IReadOnlyList<Product> recommended) => Html.Of($"""
        {Banner(flags)}
        <header class="masthead"><h1>Fern &amp; Kiln</h1>{Search(flags.SearchSettings, flags.TypoTolerantSearch)}</header>
        {Shelf(recommended, flags.ImageCdn)}
        <div class="pair">
          {Basket(flags)}
          {Account(customer, flags)}
        </div>
        {(flags.LiveChat ? new Html("""<a class="chat" href="#chat">Chat with us</a>""") : Html.Empty)}
        """);

    private static Html Banner(Flags flags) => flags.ShopBanner is { Length: > 0 } text
        ? Html.Of($"""<p class="banner">{text}</p>""")
        : Html.Empty;

    private static Html Search(Flags.SearchSettingsValue? settings, bool forgivesTypos) => settings is null ? Html.Empty : Html.Of($"""
        <form class="search" role="search">
          <input type="search" aria-label="Search" placeholder="{settings.Placeholder ?? "Search for a product"}">
          <small>{settings.Engine} search, {settings.PageSize} results a page{(forgivesTypos ? ", forgives typing errors" : "")}</small>
          <p class="facets">{Html.Join(settings.Facets.Select(facet => Html.Of($"""<span class="tag">{facet}</span>""")))}</p>
        </form>
        """);

    private static Html Shelf(IReadOnlyList<Product> products, bool fromNewNetwork) => Html.Of($"""
        <section class="shelf" aria-label="Products">
          {Html.Join(products.Select(product => Html.Of($"""
            <article>
              <div class="picture {product.Shape}"><i></i>{(fromNewNetwork ? new Html("""<span class="tag">new image network</span>""") : Html.Empty)}</div>
              <h3>{product.Name}</h3>
              <p>{Euros(product.Price)}</p>
            </article>
            """)))}
        </section>
        """);

    private static Html Basket(Flags flags)
    {
        double missing = flags.FreeShippingFrom - BasketTotal;
        Html delivery = missing > 0 ? Html.Of($"{Euros(missing)} more, and delivery is free") : new Html("Delivery is free");
        return Html.Of($"""
            <section class="card">
              <h2>Basket</h2>
              <p class="line"><span>Stoneware mug</span><span>{Euros(18.00)}</span></p>
              <p class="line"><span>Fern in a pot</span><span>{Euros(24.50)}</span></p>
              <p class="line total"><span>Total</span><span>{Euros(BasketTotal)}</span></p>
              <p class="hint">{delivery}</p>
              {(flags.NewCheckout
                  ? new Html("""<p class="steps"><b>One page</b> address, payment and overview together</p>""")
                  : new Html("""<ol class="steps"><li>Address</li><li>Delivery</li><li>Payment</li><li>Overview</li></ol>"""))}
              {CheckoutButton(flags.CheckoutButton)}
              <p class="hint">{(flags.InstantRefunds ? "Refunds at once, no questions asked" : "Refunds within three working days")}</p>
            </section>
            """);
    }

    private static Html CheckoutButton(Flags.CheckoutButtonVariant variant) => variant switch
    {
        Flags.CheckoutButtonVariant.Green => new Html("""<button class="buy green">Buy now</button>"""),
        Flags.CheckoutButtonVariant.Sticky => new Html("""<button class="buy sticky">To the checkout</button>"""),
        _ => new Html("""<button class="buy">To the checkout</button>"""),
    };

    private static Html Account(Customer customer, Flags flags) => Html.Of($"""
        <section class="card">
          <h2>Hello, {customer.Name}</h2>
          {(flags.BetaDashboard ? Dashboard : OrderList)}
          <p class="line"><span>Picture for a review</span><span>up to {flags.MaxUploadMb} MiB</span></p>
          {(flags.BulkOrders ? new Html("""<p class="line"><span>Order by spreadsheet</span><a href="#bulk">Upload</a></p>""") : Html.Empty)}
        </section>
        """);

    private static Html Dashboard { get; } = new("""
        <div class="dashboard" role="img" aria-label="Orders by month"><i style="height:35%"></i><i style="height:60%"></i><i style="height:45%"></i><i style="height:90%"></i><i style="height:70%"></i><i style="height:100%"></i></div>
        <p class="hint">Your orders by month <span class="tag">beta</span></p>
        """);

    private static Html OrderList { get; } = new("""
        <ul class="orders"><li>Reading lamp, on its way</li><li>Stoneware mug, delivered</li></ul>
        """);

    private static Html Euros(double amount) => Html.Of($"€&nbsp;{amount:0.00}");
}
