namespace FlagAnalyzers.CodeFixes.Tests.Removal.Setup;

/// <summary>A service of a team's own that answers flags, as most programs inject one, with attributes and mocks of the usual shapes.</summary>
internal static class Toggles
{
    /// <summary>How the project tells us of it.</summary>
    public static (string Name, string Text) Options => (".globalconfig", """
        is_global = true
        build_property.FlagsApis = Shop.IToggles.IsOn(name)|Shop.IToggles.IsSet(name)|Shop.IToggles.IsOnAsync(name)|gate-attribute Shop.OnlyWithAttribute..ctor(name)
        """);

    public static (string Name, string Text) Service => ("Toggles.cs", """
        global using System;
        global using NSubstitute;
        global using Shop;

        namespace Shop
        {
            public interface IToggles
            {
                bool IsOn(string name);

                bool? IsSet(string name);

                System.Threading.Tasks.Task<bool> IsOnAsync(string name);
            }

            public interface IMailer
            {
                void Send(string text);
            }

            public static class Keys
            {
                public const string Checkout = "new-checkout";
                public const string Banner = "old-banner";
            }

            public sealed class OnlyWithAttribute(string name) : Attribute
            {
                public string Name => name;
            }

            public sealed class FrozenAttribute : Attribute
            {
            }

            public sealed class MadeUpAutoDataAttribute(params object[] values) : Attribute
            {
                public object[] Values => values;
            }
        }

        namespace NSubstitute
        {
            public static class Substitute
            {
                public static T For<T>(params object[] arguments) => default!;
            }

            public static class Answers
            {
                public static void Returns<T>(this T call, T answer)
                {
                }

                public static T Received<T>(this T substitute, int times) => substitute;
            }
        }
        """);
}
