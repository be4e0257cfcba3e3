namespace Shop;

/// <summary>A customer of the sample shop, as different from the others as the flags can tell them apart.</summary>
/// <param name="Name">The name in links and tables.</param>
/// <param name="About">What tells this customer from the others, in a few words.</param>
/// <param name="CreateContext">What the flags may know of the customer; made anew for each unit of work.</param>
internal sealed record Customer(string Name, string About, Func<FlagContext> CreateContext)
{
    /// <summary>Whom a page is for that names nobody.</summary>
    public const string First = "ann";

    public static IReadOnlyList<Customer> All { get; } =
    [
        new("ann", "works here, Sweden", () => new FlagContext("customer-1002")
        {
            Plan = "free",
            Email = "ann@shop.example",
            AppVersion = "2.5.0",
            Country = "SE",
            Groups = ["internal"],
            Orders = 3,
        }),
        new("ben", "free plan, Germany, in a browser", () => new FlagContext("customer-1030")
        {
            Plan = "free",
            Email = "ben@mail.example",
            Country = "DE",
            Orders = 0,
        }),
        new("cleo", "pro plan, France, beta user, regular", () => new FlagContext("customer-1042")
        {
            Plan = "pro",
            Email = "cleo@mail.example",
            AppVersion = "2.6.1",
            Country = "FR",
            Groups = ["beta"],
            Orders = 14,
        }),
        new("dev", "enterprise buyer, United States, beta user with an old app", () => new FlagContext("customer-1046")
        {
            Plan = "enterprise",
            Email = "dev@factory.example",
            AppVersion = "2.3.9",
            Country = "US",
            Groups = ["beta"],
            Orders = 120,
        }),
        new("eva", "pro plan, Norway, beta user on a release candidate of the app", () => new FlagContext("customer-1017")
        {
            Plan = "pro",
            Email = "eva@mail.example",
            AppVersion = "2.4.0-rc.1",
            Country = "NO",
            Groups = ["beta"],
            Orders = 2,
        }),
        new("guest", "not signed in: nothing is known", () => new FlagContext()),
    ];

    /// <summary>The customer of that name, or null.</summary>
    public static Customer? Find(string name) => All.FirstOrDefault(customer => customer.Name == name);
}
