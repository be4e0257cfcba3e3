using System;
using System.Threading.Tasks;

namespace FlagCorpus;

/// <summary>The flag accessor that every case compiles against. Compiled together with one case at a time.</summary>
public class Flags
{
    [FlagAnalyzers.Flag("new-checkout")]
    public virtual bool NewCheckout { get; set; }

    [FlagAnalyzers.Flag("old-banner")]
    public virtual bool OldBanner { get; set; }

    /// <summary>String-keyed access; used only by the cases of tier "ext".</summary>
    public bool IsEnabled(string key) => key switch
    {
        "NewCheckout" => NewCheckout,
        "OldBanner" => OldBanner,
        _ => false,
    };

    /// <summary>Asynchronous string-keyed access; used only by the cases of tier "ext".</summary>
    public async Task<bool> IsEnabledAsync(string key)
    {
        await Task.Yield();
        return IsEnabled(key);
    }
}

/// <summary>Stand-in for Microsoft.FeatureManagement.Mvc.FeatureGateAttribute; used only by tier "ext".</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class FeatureGateAttribute(params string[] features) : Attribute
{
    public string[] Features { get; } = features;
}

/// <summary>Stand-ins for xunit, so that the test-code cases need no package.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FactAttribute : Attribute;

[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryAttribute : FactAttribute;

[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class InlineDataAttribute(params object?[] data) : Attribute
{
    public object?[] Data { get; } = data;
}

public static class Check
{
    public static void Equal<T>(T expected, T actual)
    {
        if (!Equals(expected, actual))
        {
            throw new InvalidOperationException($"expected {expected} but was {actual}");
        }
    }
}
