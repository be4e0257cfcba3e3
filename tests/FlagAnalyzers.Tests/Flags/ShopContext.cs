using FlagAnalyzers.CompilerServices;

namespace FlagAnalyzers.Flags;

/// <summary>What the generator makes of a context section.</summary>
public sealed class ShopContext(string? targetingKey = null) : EvaluationContext(targetingKey)
{
    private static readonly string[] Paths = ["plan", "email", "appVersion", "age", "beta", "groups", "user.score"];

    public string? Plan { get; set; }

    public string? Email { get; set; }

    public string? AppVersion { get; set; }

    public double? Age { get; set; }

    public bool? Beta { get; set; }

    public IReadOnlyList<string>? Groups { get; set; }

    public double? UserScore { get; set; }

    protected override IReadOnlyList<string> DeclaredPaths => Paths;

    protected override bool TryGetDeclared(string path, out AttributeValue value)
    {
        switch (path)
        {
            case "plan":
                value = AttributeValue.From(this.Plan);
                return true;
            case "email":
                value = AttributeValue.From(this.Email);
                return true;
            case "appVersion":
                value = AttributeValue.From(this.AppVersion);
                return true;
            case "age":
                value = AttributeValue.From(this.Age);
                return true;
            case "beta":
                value = AttributeValue.From(this.Beta);
                return true;
            case "groups":
                value = AttributeValue.From(this.Groups);
                return true;
            case "user.score":
                value = AttributeValue.From(this.UserScore);
                return true;
            default:
                value = default;
                return false;
        }
    }
}
