#if NET
using System.Runtime.CompilerServices;

// The generator is compiled against the netstandard2.0 build of this assembly, which has the type itself. In a process that loads this build, as the tool does,
// its calls of init accessors would not be found otherwise.
[assembly: TypeForwardedTo(typeof(IsExternalInit))]
#endif
