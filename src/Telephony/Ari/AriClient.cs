using Hotline.Telephony.Sip;

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hotline.Telephony.Ari;

/// <summary>What became of a command.</summary>
/// <param name="Status">HTTP status; 0 where no answer came.</param>
/// <param name="Reason">For people; empty where it was done.</param>
internal readonly record struct AriResult(int Status, string Reason)
{
    public bool Ok => Status is >= 200 and < 300;
    public bool Gone => Status == 404;
    public bool Exists => Status == 409;
}

/// <summary>
/// Commands and listings by HTTP keep-alive. Never over the WebSocket: one prompt there holds up the commands of all
/// calls, and a long listing can kill Asterisk (both measured on 22.10).
/// </summary>
internal sealed class AriClient : IDisposable
{
    /// <summary>A node that does not answer a command within this time is taken for gone.</summary>
    private static readonly TimeSpan CommandTimeout = TimeSpan.FromSeconds(5);

    /// <summary>A listing is read to its end within this time: thousands of channels take a fraction of it.</summary>
    private static readonly TimeSpan ListingTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Below Asterisk's sessionlimit of 500, which the phones' WebSockets share.</summary>
    private const int ConnectionsMax = 100;
    private readonly HttpClient _http;

    private readonly TimeProvider _time;

    public AriClient(AsteriskOptions options, TimeProvider time)
    {
        _time = time;
#pragma warning disable CA2000 // the client owns its handler
        _http = new HttpClient(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = ConnectionsMax,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(25), // under Asterisk's session_keep_alive of 30 s
            ConnectTimeout = TimeSpan.FromSeconds(2),
            UseProxy = false,
        })
        {
            BaseAddress = new Uri(options.Http.TrimEnd('/') + "/ari/"),
            Timeout = CommandTimeout,
        };
#pragma warning restore CA2000
        _http.DefaultRequestHeaders.Authorization = Basic(options);
    }

    public static AuthenticationHeaderValue Basic(AsteriskOptions options) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}")));

    /// <summary>Sends a command. Refusals and silence come back as values; only cancellation throws.</summary>
    public async Task<AriResult> SendAsync(AriRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var message = new HttpRequestMessage(request.Method, request.Path);
            if (request.Body is { } body)
            {
                message.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, AriJson.Default.AriBody));
                message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            }
            using var answer = await _http.SendAsync(message, cancellationToken);
            return answer.IsSuccessStatusCode
                ? new AriResult((int)answer.StatusCode, "")
                : new AriResult((int)answer.StatusCode, OutsideText.Clean(await answer.Content.ReadAsStringAsync(cancellationToken), 200));
        }
        catch (HttpRequestException e)
        {
            return new AriResult(0, e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new AriResult(0, Invariant($"no answer within {CommandTimeout.TotalSeconds} s"));
        }
    }

    /// <summary>Reads a listing, whole and within a time.</summary>
    /// <exception cref="HttpRequestException">The node refused, is away, stopped in the middle, or answered what is no such listing.</exception>
    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        // The client's own time-out ends with the headers: a body that stops in the middle would be waited for without end.
        using var late = new CancellationTokenSource(ListingTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await ReadAsync(path, type, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(Invariant($"{path} was not answered within {ListingTimeout.TotalSeconds} s"));
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            throw new HttpRequestException($"the answer to {path} cannot be read: {e.Message}", e);
        }
    }

    private async Task<T> ReadAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            throw new HttpRequestException("Asterisk refuses our user: hotline.json and ari.conf name different passwords");
        }
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync(body, type, cancellationToken) ?? throw new HttpRequestException($"empty answer to {path}");
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>One command of ARI: method, path below /ari/, and the body.</summary>
internal sealed record AriRequest(HttpMethod Method, string Path, AriBody? Body = null);
