using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Hotline.Testkit;

namespace Hotline.Telephony.Tests.Ari;

/// <summary>An ARI in this process, for what the real one cannot be made to do: stop in the middle of a body, answer no JSON, lie about who commands it.</summary>
internal sealed class FakeAri : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _answers = new(StringComparer.Ordinal);

    private FakeAri(WebApplication app) => _app = app;

    /// <summary>Method and path below /ari/ of each request, with its body.</summary>
    public Happenings<(string What, string Body)> Requests { get; } = new("the fake ARI");

    public AsteriskOptions Options => new()
    {
        Node = "n1", Http = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(), User = "hotline", Password = "x",
        PhoneWebSocket = "", PhoneDomain = "hotline.test", AmiHost = "127.0.0.1", AmiPort = 1, AmiUser = "", AmiSecret = "", Spool = Path.GetTempPath(),
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

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var what = $"{http.Request.Method} {http.Request.Path.Value!["/ari/".Length..]}";
        if (http.WebSockets.IsWebSocketRequest)
        {
            Requests.Add(("SOCKET " + what[4..], ""));
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            await socket.ReceiveAsync(new byte[1], http.RequestAborted);
            return;
        }
        Requests.Add((what, await new StreamReader(http.Request.Body).ReadToEndAsync(http.RequestAborted)));
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
