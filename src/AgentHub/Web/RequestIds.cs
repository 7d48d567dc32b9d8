using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Hotline.AgentHub.Web;

/// <summary>
/// An X-Request-Id names one wish: told again it gets the same answer, and another wish under it, or other words, gets none. Whoever mixed them
/// up would else be told that something was done that was not.
/// </summary>
internal sealed class RequestIds
{
    public const string Header = "X-Request-Id";

    /// <summary>Longer ones are none.</summary>
    public const int LengthMax = 64;

    /// <summary>As many as answers are kept for repeats, and more; the oldest goes first.</summary>
    private const int KeptMax = 10_000;
    private readonly ConcurrentDictionary<string, string> _wishes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>Whether a request may go on; its body is read, and can be read again.</summary>
    /// <exception cref="BadHttpRequestException">The body is too long, or did not come.</exception>
    public async Task<bool> IsTheSameAsync(HttpContext http, string who)
    {
        var id = http.Request.Headers[Header].ToString();
        if (id.Length is 0 or > LengthMax)
        {
            return true;
        }
        http.Request.EnableBuffering();
        var body = Convert.ToHexStringLower(await SHA256.HashDataAsync(http.Request.Body, http.RequestAborted));
        http.Request.Body.Position = 0;
        var (key, wish) = ($"{who}/{id}", $"{http.Request.Method} {http.Request.Path} {body}");
        var known = _wishes.GetOrAdd(key, wish);
        if (ReferenceEquals(known, wish))
        {
            _order.Enqueue(key);
            while (_order.Count > KeptMax && _order.TryDequeue(out var oldest))
            {
                _wishes.TryRemove(oldest, out _);
            }
        }
        return known == wish;
    }
}
