using System.Net;
using System.Net.Http.Json;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>What a proxy says of a request's origin is believed of the proxy on this machine, and of nobody else.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class ForwardedHeadersTests(ForwardedHeadersTests.Server server) : IClassFixture<ForwardedHeadersTests.Server>
{
    private static readonly (string, string)[] Lies =
        [("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "10.66.66.66")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_who_says_them_changes_nothing()
    {
        Assert.SkipWhen(Outside() is null, "This machine has no address but loopback.");
        var answer = await AskAsync(Outside()!, ("X-Nothing", "1"));
        var lied = await AskAsync(Outside()!, Lies);

        lied.StatusCode.ShouldBe(HttpStatusCode.OK);
        lied.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        Policy(lied).ShouldBe(Policy(answer));
        lied.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => !cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nor_does_he_sign_in_from_an_address_that_he_made_up()
    {
        Assert.SkipWhen(Outside() is null, "This machine has no address but loopback.");
        using var http = Browser(Outside()!);
        var csrf = (await http.GetFromJsonAsync<JsonObject>("/api/session", Cancel))!["csrf"]!.GetValue<string>();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/session")
        {
            Content = JsonContent.Create(new { agentId = "1001", password = server.PasswordOf("1001") }),
        };
        request.Headers.Add("X-CSRF-TOKEN", csrf);
        Array.ForEach(Lies, lie => request.Headers.Add(lie.Item1, lie.Item2));

        (await http.SendAsync(request, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var open = (await http.GetFromJsonAsync<JsonArray>("/api/session/sessions", Cancel))!;
        open.ShouldHaveSingleItem()!["address"]!.GetValue<string>().ShouldBe(Outside()!.ToString());
    }

    [Fact]
    public async Task The_proxy_on_this_machine_is_believed()
    {
        var answer = await AskAsync(IPAddress.Loopback, Lies);

        answer.Headers.Contains("Strict-Transport-Security").ShouldBeTrue();
        Policy(answer).ShouldContain("wss://evil.example");
    }

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();

    private async Task<HttpResponseMessage> AskAsync(IPAddress through, params (string Name, string Value)[] headers)
    {
        using var http = Browser(through);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/session");
        Array.ForEach(headers, header => request.Headers.Add(header.Name, header.Value));
        return await http.SendAsync(request);
    }

    private HttpClient Browser(IPAddress through) => new() { BaseAddress = new Uri($"http://{through}:{server.Address.Port}") };

    /// <summary>An address of this machine by which its proxy does not come.</summary>
    private static IPAddress? Outside() => NetworkInterface.GetAllNetworkInterfaces().Where(n => n.OperationalStatus == OperationalStatus.Up)
        .SelectMany(n => n.GetIPProperties().UnicastAddresses).Select(a => a.Address)
        .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));

    public sealed class Server : ServerWithoutAsterisk
    {
        protected override string Listen => "0.0.0.0";
    }
}
