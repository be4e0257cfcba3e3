namespace FlagAnalyzers;

/// <summary>Marks a property that reads a flag. Generated accessors carry it, and the analyzers know a flag by it in every project that uses the assembly.</summary>
/// <param name="key">The key of the flag.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlagAttribute(string key) : Attribute
{
    /// <summary>The key of the flag.</summary>
    public string Key { get; } = key;

    /// <summary>Who answers for it, or null.</summary>
    public string? Owner { get; set; }

    /// <summary><c>release</c>, <c>experiment</c>, <c>operational</c>, <c>kill-switch</c> or <c>permission</c>, or null.</summary>
    public string? Kind { get; set; }

    /// <summary>The day it was created, <c>YYYY-MM-DD</c>, or null.</summary>
    public string? Created { get; set; }

    /// <summary>The last day of its life, <c>YYYY-MM-DD</c>, or null.</summary>
    public string? Expires { get; set; }

    /// <summary>The issue that it belongs to, or null.</summary>
    public string? Issue { get; set; }

    /// <summary>The value that everybody gets in every environment, as JSON, for a flag that is meant to go; or null.</summary>
    public string? Decided { get; set; }

    /// <summary>The day it was decided, <c>YYYY-MM-DD</c>, or null.</summary>
    public string? DecidedOn { get; set; }
}
