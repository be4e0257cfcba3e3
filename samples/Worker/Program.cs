using Shop;

// dotnet run --project samples/Worker                       prints what every customer gets
// dotnet watch --project samples/Worker run -- --watch      prints it again whenever a saved flags.json changes it
if (args is not ([] or ["--watch"]))
{
    Console.Error.WriteLine($"Unknown arguments: {string.Join(' ', args)}. Expected none, or --watch.");
    return 2;
}

string shown = FlagTable.Render(Customer.All);
Console.Write(shown);
if (args is [])
{
    return 0;
}

using PeriodicTimer timer = new(TimeSpan.FromSeconds(1));
while (await timer.WaitForNextTickAsync())
{
    string current = FlagTable.Render(Customer.All);
    if (current != shown)
    {
        shown = current;
        Console.WriteLine($"Changed at {TimeProvider.System.GetLocalNow():HH:mm:ss}:");
        Console.WriteLine();
        Console.Write(shown);
    }
}

return 0;
