using System.Text;
using FlagAnalyzers.CodeFixes.Tests.Removal.Setup;
using FlagAnalyzers.Removal;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests.Removal;

/// <summary>Line ends, indentation, encoding and kinds of files: what is left looks as its surroundings do.</summary>
public sealed class FileShapeTests
{
    private static readonly (string, string)[] Usings = [("Usings.cs", "global using System;\nglobal using System.Collections.Generic;\nglobal using FlagCorpus;\n")];

    private const string Guarded = """
        public static class Page
        {
            public static string Title(Flags flags)
            {
                var text = "a";
                if (flags.NewCheckout)
                {
                    text += "b";

                    text += "c";
                }
                else
                {
                    text += "d";
                }

                return text;
            }
        }

        """;

    private const string Kept = """
        public static class Page
        {
            public static string Title(Flags flags)
            {
                var text = "a";
                text += "b";

                text += "c";

                return text;
            }
        }

        """;

    [Theory]
    [InlineData("\r\n", "    ")]
    [InlineData("\n", "\t")]
    [InlineData("\r\n", "\t")]
    [InlineData("\n", "  ")]
    public async Task LineEndsAndIndentation_AreThoseOfTheFile(string lineEnd, string unit)
    {
        string Shape(string text) => text.Replace("    ", unit, StringComparison.Ordinal).ReplaceLineEndings(lineEnd);

        Assert.Equal(Shape(Kept), await RemoveAsync(Shape(Guarded), keep: true));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ByteOrderMark_IsKept(bool hasMark)
    {
        RemovalProject before = new(SourceText.From(Guarded, new UTF8Encoding(hasMark)), Usings);

        (RemovalProject after, _) = await before.RemoveAsync(keep: true);

        Assert.Equal(hasMark ? 3 : 0, after.Text.Encoding!.GetPreamble().Length);
        Assert.Equal(Kept, after.Text.ToString());
    }

    [Fact]
    public async Task LastLine_WithoutAnEnd_StaysSo() => Assert.Equal(Kept.TrimEnd(), await RemoveAsync(Guarded.TrimEnd(), keep: true));

    [Fact]
    public async Task TopLevelStatements_AreLikeABody()
    {
        const string source = """
            var flags = new Flags { OldBanner = true };
            // Greets.
            if (flags.NewCheckout)
            {
                Console.WriteLine(Modern());
            }
            else
            {
                Console.WriteLine(Classic());
                return 1;
            }

            var shown = flags.NewCheckout && flags.OldBanner;
            Console.WriteLine(shown);
            return 0;

            static string Modern() => "new";

            static string Classic() => "old";

            """;

        Assert.Equal("""
            var flags = new Flags { OldBanner = true };
            // Greets.
            Console.WriteLine(Modern());

            var shown = flags.OldBanner;
            Console.WriteLine(shown);
            return 0;

            static string Modern() => "new";

            """, await RemoveAsync(source, keep: true, isProgram: true));
        Assert.Equal("""
            // Greets.
            Console.WriteLine(Classic());
            return 1;

            static string Classic() => "old";

            """, await RemoveAsync(source, keep: false, isProgram: true));
    }

    [Fact]
    public async Task Dynamic_WhatIsBoundAtRunTimeIsNotTouched()
    {
        const string source = """
            public static class Page
            {
                public static string Title(Flags flags, dynamic other)
                {
                    if (flags.NewCheckout && other.IsReady)
                    {
                        return other.Title(flags.NewCheckout);
                    }

                    return other.NewCheckout ? "dynamic" : "none";
                }
            }

            """;

        Assert.Equal("""
            public static class Page
            {
                public static string Title(Flags flags, dynamic other)
                {
                    if (other.IsReady)
                    {
                        return other.Title(true);
                    }

                    return other.NewCheckout ? "dynamic" : "none";
                }
            }

            """, await RemoveAsync(source, keep: true));
    }

    [Theory]
    [InlineData("using System.Text;", "new StringBuilder(\"old\").ToString()", "\"rest\"", false)]
    [InlineData("using System.Text;", "new StringBuilder(\"old\").ToString()", "Encoding.UTF8.EncodingName", true)]
    [InlineData("using System.Text;", "new System.Text.StringBuilder(\"old\").ToString()", "\"rest\"", true)]
    [InlineData("using System.Linq;", "string.Concat(from letter in \"old\" select letter)", "\"rest\"", false)]
    [InlineData("using System.Linq;", "string.Concat(\"old\".Select(letter => letter))", "string.Concat(from letter in \"rest\" select letter)", true)]
    [InlineData("using System.Linq;", "string.Concat(\"old\".Reverse())", "\"rest\"", false)]
    [InlineData("using static System.Math;", "\"old\" + Abs(-1)", "\"rest\"", false)]
    [InlineData("using static System.Math;", "\"old\" + Abs(-1)", "\"rest\" + Max(1, 2)", true)]
    [InlineData("using Builder = System.Text.StringBuilder;", "new Builder(\"old\").ToString()", "\"rest\"", false)]
    [InlineData("using System.Collections.Generic;", "new List<int>().ToString()", "\"rest\"", false)]
    [InlineData("using System.Globalization;", "\"old\"", "\"rest\"", true)]
    [InlineData("using System.Text;", "new StringBuilder(\"old\").ToString()", "nameof(Rune)", true)]
    public async Task Using_GoesWithItsLastNeed(string directive, string dropped, string other, bool stays)
    {
        string Source(string title) => $$"""
            public static class Page
            {
                public static string Title(Flags flags) => {{title}};

                /// <summary>Says StringBuilder, Encoding and Reverse.</summary>
                public static string Other => {{other}};
            }

            """;

        Assert.Equal((stays ? directive + "\n\n" : string.Empty) + Source("\"new\""), await RemoveAsync(directive + "\n\n" + Source($"flags.NewCheckout ? \"new\" : {dropped}"), keep: true));
    }

    [Fact]
    public async Task Using_ThatOnlyDocumentationNeeds_Stays()
    {
        const string source = """
            using System.Text;

            public static class Page
            {
                /// <summary>See <see cref="StringBuilder"/>.</summary>
                public static string Title(Flags flags) => flags.NewCheckout ? "new" : new StringBuilder("old").ToString();
            }

            """;

        Assert.Equal(source.Replace("flags.NewCheckout ? \"new\" : new StringBuilder(\"old\").ToString()", "\"new\"", StringComparison.Ordinal), await RemoveAsync(source, keep: true));
    }

    private static async Task<string> RemoveAsync(string source, bool keep, bool isProgram = false)
    {
        RemovalProject before = new(source, Usings);
        Assert.DoesNotContain(before.Errors, error => !(isProgram && error.Id == "CS8805"));

        (RemovalProject after, RemovalResult result) = await before.RemoveAsync(keep);

        Assert.DoesNotContain(after.Errors, error => !(isProgram && error.Id == "CS8805"));
        Assert.All(result.Uses, static use => Assert.True(use.IsRemoved, use.Obstacle));
        return after.Text.ToString();
    }
}
