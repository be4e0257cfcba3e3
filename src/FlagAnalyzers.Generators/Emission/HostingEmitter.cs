using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Generators.Generation;
using FlagAnalyzers.Manifests.Naming;

namespace FlagAnalyzers.Generators.Emission;

/// <summary>Writes <c>AddFlags</c>, for projects that have the package for hosts.</summary>
internal static class HostingEmitter
{
    private const string ServiceCollection = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
    private const string StoreOptions = "global::FlagAnalyzers.Hosting.FlagStoreOptions";
    private const string AddFlagStore = "global::FlagAnalyzers.Hosting.FlagServiceCollectionExtensions.AddFlagStore";

    public static void Emit(SourceWriter writer, GenerationSpec spec, string accessibility, string flagsClass, string contextClass)
    {
        writer.Separate();
        writer.WriteLine("/// <summary>Registers the feature flags of this project with a host.</summary>");
        using (writer.WriteBlock($"{accessibility} static class {spec.ClassName}ServiceCollectionExtensions"))
        {
            writer.WriteLine($"/// <summary>Adds <see cref=\"{flagsClass}\"/>, made once a scope for the context of that scope, and the store that it reads.</summary>");
            writer.WriteLine("/// <param name=\"services\">The services of the host.</param>");
            writer.WriteLine("/// <param name=\"configure\">Says where flags come from and how a context is made; null: the files beside the program, and a context that knows nobody.</param>");
            writer.WriteLine("/// <returns>The same services.</returns>");
            using (writer.WriteBlock($"public static {ServiceCollection} AddFlags(this {ServiceCollection} services, global::System.Action<{StoreOptions}<{contextClass}>>? configure = null)"))
            {
                string arguments = $"services, {flagsClass}.Store, {flagsClass}.{MemberNames.CreateStore}, (store, context) => new {flagsClass}(store, context), () => new {contextClass}(), configure";
                writer.WriteLine($"return {AddFlagStore}<{flagsClass}, {contextClass}>({arguments});");
            }
        }
    }
}
