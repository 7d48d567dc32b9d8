using System.Net;
using System.Text.Json.Nodes;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Notices;
using Hotline.Testkit;
using Microsoft.AspNetCore.Http;

namespace Hotline.AgentHub.Tests.Notices;

/// <summary>What a gateway answers, and what it means: taken, never, or not now.</summary>
public sealed class SmsGatewayTests : IAsyncLifetime
{
    private static readonly Message One = new("k1-1", "13800006021", "", "工单\"1\"已受理{secret}");
    private Gateway _gateway = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await Gateway.OpenAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Message_goes_as_the_settings_write_it_with_its_key_and_the_secret()
    {
        (await SendAsync(Settings())).ShouldBe(new Carried.Sent());

        _gateway.Asked.All.ShouldBe([new GatewayMessage("k1-1", "13800006021", "工单\"1\"已受理{secret}", "Bearer s3cret")]);
    }

    [Theory]
    [InlineData(HttpStatusCode.Accepted, "sent", "")]
    [InlineData(HttpStatusCode.BadRequest, "refused", "refused HTTP 400")]
    [InlineData(HttpStatusCode.NotFound, "refused", "refused HTTP 404")]
    [InlineData(HttpStatusCode.Unauthorized, "later", "credentials HTTP 401")]
    [InlineData(HttpStatusCode.Forbidden, "later", "credentials HTTP 403")]
    [InlineData(HttpStatusCode.TooManyRequests, "later", "busy HTTP 429")]
    [InlineData(HttpStatusCode.InternalServerError, "later", "busy HTTP 500")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "later", "busy HTTP 503")]
    [InlineData(HttpStatusCode.Redirect, "later", "answer HTTP 302")]
    public async Task Status_says_whether_it_is_tried_again(HttpStatusCode status, string kind, string said)
    {
        _gateway.Says(status, "13800006021 is barred");

        Said(await SendAsync(Settings())).ShouldBe((kind, said));
    }

    [Theory]
    [InlineData("{\"code\":\"0\"}", "sent", "")]
    [InlineData("{\"code\":0}", "sent", "")]
    [InlineData("{\"code\":\"E2\"}", "refused", "refused HTTP 200, code E2")]
    [InlineData("{\"code\":\"E9\"}", "later", "busy HTTP 200, code E9")]
    [InlineData("{}", "later", "answer HTTP 200")]
    [InlineData("<html>login</html>", "later", "answer HTTP 200")]
    [InlineData("[\"0\"]", "later", "answer HTTP 200")]
    [InlineData("", "later", "answer HTTP 200")]
    public async Task Answer_of_a_gateway_that_says_it_in_the_body_is_read_there(string body, string kind, string said)
    {
        _gateway.Says(HttpStatusCode.OK, body);
        var settings = Settings();
        (settings.OkField, settings.OkValues, settings.RefusedValues) = ("code", ["0"], ["E2"]);

        Said(await SendAsync(settings)).ShouldBe((kind, said));
    }

    [Fact]
    public async Task Gateway_that_asks_to_wait_is_given_its_time()
    {
        _gateway.Answer = (_, http) =>
        {
            (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (StatusCodes.Status429TooManyRequests, "600");
            return Task.FromResult(false);
        };

        (await SendAsync(Settings())).ShouldBeOfType<Carried.Later>().After.ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Gateway_that_never_answers_is_given_up_in_time_and_one_that_is_gone_is_said_so()
    {
        var release = new TaskCompletionSource<bool>();
        _gateway.Answer = (_, _) => release.Task;
        var settings = Settings();
        settings.TimeoutSeconds = 1;

        Said(await SendAsync(settings)).ShouldBe(("later", "timeout"));
        release.SetResult(true);
        settings.Url = "http://127.0.0.1:1/send";
        Said(await SendAsync(settings)).ShouldBe(("later", "unreachable ConnectionError"));
    }

    [Fact]
    public async Task Answer_without_an_end_is_not_read_to_its_end()
    {
        _gateway.Says(HttpStatusCode.OK, new string('x', 200_000));

        Said(await SendAsync(Settings())).Kind.ShouldBe("later");
    }

    [Theory]
    [InlineData("ftp://gateway/send", "s", "sms.url")]
    [InlineData("http://gateway.example/send", "s", "in clear")]
    [InlineData("http://gateway.example/send", "", null)]
    [InlineData("https://gateway.example/send", "s", null)]
    public void Settings_that_would_tell_the_secret_are_refused(string url, string secret, string? named)
    {
        var settings = Settings();
        (settings.Url, settings.Secret) = (url, secret);

        var wrong = new NoticeSettings { Sms = settings }.Wrong();

        (wrong is null).ShouldBe(named is null);
        (wrong ?? "").ShouldContain(named ?? "");
    }

    internal static (string Kind, string Said) Said(Carried carried) => carried switch
    {
        Carried.Refused refused => ("refused", $"{refused.Reason} {refused.Detail}".Trim()),
        Carried.Later later => ("later", $"{later.Reason} {later.Detail}".Trim()),
        _ => ("sent", ""),
    };

    private async Task<Carried> SendAsync(SmsSettings settings)
    {
        using var gateway = new SmsGateway(settings, TimeProvider.System);
        return await gateway.SendAsync(One, Cancel);
    }

    private SmsSettings Settings() => Of(_gateway.Url);

    internal static SmsSettings Of(string url) => new()
    {
        Url = url, Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer {secret}" }, Secret = "s3cret",
        Body = new JsonObject { ["to"] = "{number}", ["content"] = "{text}", ["kind"] = 1 }, TimeoutSeconds = 5,
    };
}
