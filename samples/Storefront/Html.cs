using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Shop;

/// <summary>A piece of HTML. Interpolated values are encoded, unless they are HTML already: nothing a customer typed becomes markup.</summary>
internal sealed record Html(string Markup)
{
    public static readonly Html Empty = new("");

    public static Html Of(Builder markup) => new(markup.ToString());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Markup)));

    public override string ToString() => this.Markup;

    /// <summary>What the compiler calls for <c>Html.Of($"…")</c>.</summary>
    [InterpolatedStringHandler]
    public readonly struct Builder(int literalLength, int formattedCount)
    {
        private readonly StringBuilder text = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string markup) => this.text.Append(markup);

        public void AppendFormatted(Html? html) => this.text.Append(html?.Markup);

        public void AppendFormatted(string? value) => this.text.Append(HtmlEncoder.Default.Encode(value ?? ""));

        public void AppendFormatted(IFormattable value) => this.AppendFormatted(value, null);

        public void AppendFormatted(IFormattable value, string? format) => this.AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

        public override string ToString() => this.text.ToString();
    }
}
