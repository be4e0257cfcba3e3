using System.Text.Json.Serialization;
using Shop;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
WebApplication app = builder.Build();

app.UseStaticFiles();

// One Flags a request: whatever is deployed or switched meanwhile, a page is of one piece.
app.MapGet("/", (ILogger<Recommendations> log, string user = "ann") =>
{
    if (Customer.Find(user) is not { } customer)
    {
        return UnknownUser(user);
    }

    Flags flags = Flags.For(customer.CreateContext());
    Html page = StorePage.Render(customer, flags, new Recommendations(log).For(flags));
    return Results.Content(page.Markup, "text/html; charset=utf-8");
});

app.MapGet("/api/flags", (string user = "ann") => Customer.Find(user) is { } customer
    ? Results.Json(Flags.For(customer.CreateContext()).EvaluateAll())
    : UnknownUser(user));

app.Run();

static IResult UnknownUser(string user) => Results.Problem(
    $"There is no customer \"{user}\". Try one of: {string.Join(", ", Customer.All.Select(customer => customer.Name))}.",
    statusCode: StatusCodes.Status404NotFound,
    title: "Unknown user");
