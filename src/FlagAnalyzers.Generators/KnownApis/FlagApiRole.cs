namespace FlagAnalyzers.Generators.KnownApis;

/// <summary>What an API does with the flag whose key it is given.</summary>
internal enum FlagApiRole : byte
{
    /// <summary>Evaluates the flag.</summary>
    Read,

    /// <summary>Evaluates the flag at run time to let an endpoint or a middleware through.</summary>
    Gate,

    /// <summary>An attribute argument that gates a class or a method.</summary>
    GateAttribute,

    /// <summary>Ties a service to a flag.</summary>
    Register,

    /// <summary>Sets a flag in tests.</summary>
    TestOverride,

    /// <summary>Names a flag in telemetry without reading it.</summary>
    ExposureLog,

    /// <summary>Looks the definition up.</summary>
    DefinitionLookup,

    /// <summary>Stores or restores an answer for a session.</summary>
    Session,

    /// <summary>Sets the value of a flag for the process.</summary>
    Write,

    /// <summary>Says that a member stands for a flag, for tools such as the trimmer.</summary>
    Declare,

    /// <summary>Implemented by providers; programs do not call it.</summary>
    Provider,
}

internal static class FlagApiRoles
{
    /// <summary>The role as a row of the table spells it, or null for a word that is none.</summary>
    public static FlagApiRole? Parse(string text) => text switch
    {
        "read" => FlagApiRole.Read,
        "gate" => FlagApiRole.Gate,
        "gate-attribute" => FlagApiRole.GateAttribute,
        "register" => FlagApiRole.Register,
        "test-override" => FlagApiRole.TestOverride,
        "exposure-log" => FlagApiRole.ExposureLog,
        "definition-lookup" => FlagApiRole.DefinitionLookup,
        "session" => FlagApiRole.Session,
        "write" => FlagApiRole.Write,
        "declare" => FlagApiRole.Declare,
        "provider" => FlagApiRole.Provider,
        _ => null,
    };

    /// <summary>
    /// Whether the program depends on the flag there, so that the call has to go when the flag goes. What only sets a flag in a test, stores its
    /// answer or looks at its definition would fall away by itself.
    /// </summary>
    public static bool IsUse(this FlagApiRole role) => role is FlagApiRole.Read or FlagApiRole.Gate or FlagApiRole.GateAttribute or FlagApiRole.Register;

    /// <summary>
    /// Whether the key ought to be declared. A misspelt key is a mistake in a session or a look-up too: it silently does nothing. Only providers get
    /// keys that others chose, and tests may invent some.
    /// </summary>
    public static bool NamesDeclaredFlag(this FlagApiRole role) => role is not (FlagApiRole.Provider or FlagApiRole.TestOverride);
}
