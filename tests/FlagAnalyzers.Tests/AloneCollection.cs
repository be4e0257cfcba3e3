namespace FlagAnalyzers;

/// <summary>Tests that run while no other does: they listen to the whole process, or measure it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
