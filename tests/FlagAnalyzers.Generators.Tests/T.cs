using Xunit;
namespace FlagAnalyzers.Generators.Tests;
public class T { [Fact] public void A() { Assert.NotEmpty(CompilationReferences.Net100); Assert.NotEmpty(CompilationReferences.NetStandard20);} }
