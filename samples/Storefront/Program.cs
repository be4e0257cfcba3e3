using System.Text.Json.Serialization;
using FlagAnalyzers;
using Shop;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
builder.Services.AddHttpContextAccessor();
builder.Services.AddFlags(options => options.Context = CustomerOfTheRequest);
WebApplication app = builder.Build();

app.UseStaticFiles();

// One Flags a request, made for its customer: whatever is deployed or switched meanwhile, a page is of one piece.
app.MapGet("/", (Flags flags, FlagStore store, ILogger<Recommendations> log, string user = Customer.First) =>
{
    if (Customer.Find(user) is not { } customer)
    {
        return UnknownUser(user);
    }

    Html page = StorePage.Render(customer, flags, new Recommendations(log).For(flags), store.Health);
    return Results.Content(page.Markup, "text/html; charset=utf-8");
});

app.MapGet("/api/flags", (Flags flags, string user = Customer.First) => Customer.Find(user) is null ? UnknownUser(user) : Results.Json(flags.EvaluateAll()));

app.Run();

static FlagContext CustomerOfTheRequest(IServiceProvider services)
{
    string? user = services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request.Query["user"].FirstOrDefault();
    return Customer.Find(user ?? Customer.First)?.CreateContext() ?? new FlagContext();
}

static IResult UnknownUser(string user) => Results.Problem(
    $"There is no customer \"{user}\". Try one of: {string.Join(", ", Customer.All.Select(customer => customer.Name))}.",
    statusCode: StatusCodes.Status404NotFound,
    title: "Unknown user");
