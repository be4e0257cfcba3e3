using System.Text;

namespace FlagAnalyzers.Sources;

/// <summary>An address that is asked, and what may be told of it: neither user and password nor a query, which often holds a token.</summary>
internal sealed class HttpAddress
{
    private readonly string[] secrets;

    public HttpAddress(Uri address)
    {
        this.Name = NameOf(address);
        this.Request = address.UserInfo.Length == 0 ? address : new UriBuilder(address) { UserName = "", Password = "" }.Uri;
        this.secrets = [.. new[] { address.UserInfo, Uri.UnescapeDataString(address.UserInfo), address.Query.TrimStart('?') }.Where(static secret => secret.Length > 0)];
        if (address.UserInfo.Length > 0)
        {
            this.BasicCredentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo)));
        }
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>Where requests go.</summary>
    public Uri Request { get; }

    /// <summary>User and password for the header <c>Authorization: Basic</c>; or null.</summary>
    public string? BasicCredentials { get; }

    /// <exception cref="ArgumentNullException"><paramref name="address"/> is null.</exception>
    /// <exception cref="ArgumentException">It is no absolute address of http or https.</exception>
    public static string NameOf(Uri address)
    {
        if (address is null)
        {
            throw new ArgumentNullException(nameof(address));
        }

        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException("Expected an absolute address that begins with https:// or http://.", nameof(address));
        }

        return address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) + (address.Query.Length > 0 ? "?…" : "");
    }

    /// <summary>A text of somebody else's, without what is nobody's business.</summary>
    public string WithoutSecrets(string text)
    {
        foreach (string secret in this.secrets)
        {
            text = text.Replace(secret, "…");
        }

        return text;
    }
}
