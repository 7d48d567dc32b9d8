using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Hotline.Testkit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.Telephony.Tests.Ari;

/// <summary>
/// An ARI in this process, for what the real one cannot be made to do: stop in the middle of a body, answer no JSON, lie about who commands it.
/// </summary>
internal sealed class FakeAri : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _answers = new(StringComparer.Ordinal);
    private readonly Channel<byte[][]> _events = Channel.CreateUnbounded<byte[][]>();

    private FakeAri(WebApplication app) => _app = app;

    /// <summary>Method and path below /ari/ of each request, with its query and its body.</summary>
    public Happenings<(string What, string Body)> Requests { get; } = new("the fake ARI");

    public AsteriskOptions Options => new()
    {
        Node = "n1", Http = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(), User = "hotline",
        Password = "x",
        PhoneWebSocket = "", PhoneDomain = "hotline.test", AmiHost = "127.0.0.1", AmiPort = 1, AmiUser = "", AmiSecret = "",
        Spool = Path.GetTempPath(),
    };

    public static async Task<FakeAri> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var ari = new FakeAri(app);
        app.UseWebSockets();
        app.Run(ari.AnswerAsync);
        await app.StartAsync();
        ari.Says("GET asterisk/variable", """{"value":""}""");
        ari.Says("GET asterisk/ping", """{"timestamp":"2026-04-01T01:00:00.000+0000"}""");
        ari.Says("GET asterisk/info", """{"status":{"startup_time":"2026-04-01T00:00:00.000+0000"}}""");
        foreach (var listing in new[] { "channels", "bridges", "endpoints/PJSIP" })
        {
            ari.Says("GET " + listing, "[]");
        }
        return ari;
    }

    /// <summary>From now on this is answered so.</summary>
    public void Says(string what, string json) => _answers[what] = http => http.Response.WriteAsync(json);

    public void Does(string what, Func<HttpContext, Task> answer) => _answers[what] = answer;

    /// <summary>An event, told over the socket of whoever is or will be connected.</summary>
    public void Tells(string json) => Tells([Encoding.UTF8.GetBytes(json)]);

    /// <summary>The same in frames.</summary>
    public void Tells(params byte[][] frames) => _events.Writer.TryWrite(frames);

    /// <summary>Sees whoever asks for the socket.</summary>
    public Action<HttpContext> WhenAskedForEvents { get; set; } = _ => { };

    /// <summary>All was told: the socket is closed in good order.</summary>
    public void HangsUp() => _events.Writer.Complete();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TellAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        await foreach (var frames in _events.Reader.ReadAllAsync(cancellationToken))
        {
            for (var i = 0; i < frames.Length; i++)
            {
                await socket.SendAsync(frames[i], WebSocketMessageType.Text, i == frames.Length - 1, cancellationToken);
            }
        }
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken); // until the other end goes
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var what = $"{http.Request.Method} {http.Request.Path.Value!["/ari/".Length..]}";
        if (http.WebSockets.IsWebSocketRequest)
        {
            Requests.Add(("SOCKET " + what[4..], ""));
            WhenAskedForEvents(http);
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            await Task.WhenAny(socket.ReceiveAsync(new byte[1], http.RequestAborted), TellAsync(socket, http.RequestAborted));
            return;
        }
        Requests.Add((what + http.Request.QueryString, await new StreamReader(http.Request.Body).ReadToEndAsync(http.RequestAborted)));
        if (_answers.TryGetValue(what, out var answer))
        {
            await answer(http);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }
}
