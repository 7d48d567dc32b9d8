using System.Net;
using System.Text.Json.Nodes;
using Hotline.Testkit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.AgentHub.Tests.Notices;

/// <summary>A message as a gateway got it.</summary>
/// <param name="Key">Under which it is the same.</param>
/// <param name="Number">To whom.</param>
/// <param name="Text">What.</param>
/// <param name="Authorization">Who says so.</param>
internal sealed record GatewayMessage(string Key, string Number, string Text, string Authorization);

/// <summary>A gateway for short messages that runs in this process, on a port of its own, and answers as a test wants it to.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HashSet<string> _keys = [];

    private Gateway(WebApplication app) => _app = app;

    /// <summary>Every request, in order.</summary>
    public Happenings<GatewayMessage> Asked { get; } = new("the gateway");

    /// <summary>What went to telephones: each key once.</summary>
    public List<GatewayMessage> Delivered { get; } = [];

    /// <summary>How it answers: writes the answer, and says whether it took the message.</summary>
    public Func<GatewayMessage, HttpContext, Task<bool>> Answer { get; set; } = (_, _) => Task.FromResult(true);

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/send";

    public static async Task<Gateway> OpenAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var gateway = new Gateway(builder.Build());
        gateway._app.Run(gateway.TakeAsync);
        await gateway._app.StartAsync();
        return gateway;
    }

    /// <summary>Answers with a status and a text.</summary>
    public void Says(HttpStatusCode status, string text = "") => Answer = async (_, http) =>
    {
        http.Response.StatusCode = (int)status;
        await http.Response.WriteAsync(text);
        return (int)status < 300;
    };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        var body = (await JsonNode.ParseAsync(http.Request.Body))!;
        var message = new GatewayMessage(http.Request.Headers["Idempotency-Key"].ToString(), body["to"]!.GetValue<string>(),
            body["content"]!.GetValue<string>(), http.Request.Headers.Authorization.ToString());
        var taken = await Answer(message, http);
        if (taken && _keys.Add(message.Key))
        {
            Delivered.Add(message);
        }
        Asked.Add(message);
    }
}
