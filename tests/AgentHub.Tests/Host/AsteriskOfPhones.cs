using System.Collections.Concurrent;
using Hotline.Testkit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>
/// Of Asterisk the telephones alone: accounts are made and removed by HTTP, and are registered when a test says so. As the real one does, it
/// knows nothing of a telephone whose account was removed.
/// </summary>
internal sealed class AsteriskOfPhones : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, bool> _accounts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _online = new(StringComparer.Ordinal);

    private AsteriskOfPhones(WebApplication app) => _app = app;

    /// <summary>"PUT endpoint" or "DELETE endpoint", for each account.</summary>
    public Happenings<string> Changes { get; } = new("the fake Asterisk");

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<AsteriskOfPhones> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var asterisk = new AsteriskOfPhones(app);
        app.Run(asterisk.AnswerAsync);
        await app.StartAsync();
        return asterisk;
    }

    public bool Has(string endpoint) => _accounts.ContainsKey(endpoint);

    public void Registers(string endpoint, bool registered) => _online[endpoint] = registered;

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path is ["ari", "asterisk", "config", "dynamic", "res_pjsip", var kind, var id])
        {
            var there = _accounts.ContainsKey(id);
            if (kind == "endpoint" && http.Request.Method is "PUT" or "DELETE")
            {
                _ = http.Request.Method == "PUT" ? _accounts.TryAdd(id, true) : _accounts.TryRemove(id, out _);
                Changes.Add($"{http.Request.Method} {id}");
            }
            http.Response.StatusCode = http.Request.Method == "PUT" || there ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
            return http.Response.WriteAsync("[]");
        }
        if (path is ["ari", "endpoints", "PJSIP", var endpoint])
        {
            http.Response.StatusCode = Has(endpoint) ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
            var state = _online.GetValueOrDefault(endpoint) ? "online" : "offline";
            return http.Response.WriteAsync($$"""{"technology":"PJSIP","resource":"{{endpoint}}","state":"{{state}}","channel_ids":[]}""");
        }
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
