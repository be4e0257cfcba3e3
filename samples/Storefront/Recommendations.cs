namespace Shop;

/// <summary>A thing to buy; its shape is the class of the picture in the style sheet.</summary>
internal sealed record Product(string Name, string Shape, double Price);

/// <summary>What the shop shows first.</summary>
internal sealed class Recommendations(ILogger<Recommendations> log)
{
    private static readonly Product[] Catalogue =
    [
        new("Stoneware mug", "mug", 18.00),
        new("Reading lamp", "lamp", 64.00),
        new("Fern in a pot", "fern", 24.50),
    ];

    /// <summary>A dark launch: the new answer is computed and compared, the customer sees the old one.</summary>
    public IReadOnlyList<Product> For(Flags flags)
    {
        if (flags.RecommendationsShadow)
        {
            IEnumerable<Product> candidate = Catalogue.OrderByDescending(product => product.Price);
            int moved = Catalogue.Zip(candidate).Count(pair => pair.First != pair.Second);
            log.LogInformation("The new recommendations would move {Moved} of {Total} products.", moved, Catalogue.Length);
        }

        return Catalogue;
    }
}
