using System.Text.Json.Nodes;
using Hotline.Routing;
using Hotline.Telephony.Ari;
using Hotline.Telephony.Tests.Ari;
using Microsoft.AspNetCore.Http;

namespace Hotline.Telephony.Tests;

/// <summary>A phone's account lives for one sign-in, dials nothing, and its password is known to nobody but its phone.</summary>
public sealed class PhoneAccountsTests : IAsyncLifetime
{
    private FakeAri _ari = null!;
    private AriClient _client = null!;
    private PhoneAccounts _accounts = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ari = await FakeAri.StartAsync();
        _client = new AriClient(_ari.Options, TimeProvider.System);
        _accounts = new PhoneAccounts(_client, _ari.Options);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _ari.DisposeAsync();
    }

    [Fact]
    public void New_each_sign_in_has_an_account_of_its_own()
    {
        var phones = Enumerable.Range(0, 50).Select(_ => _accounts.New(new AgentId("1007"))).ToList();
        phones.Select(p => p.Endpoint).ShouldBeUnique();
        phones.Select(p => p.Secret).ShouldBeUnique();
        phones.ShouldAllBe(p => p.Endpoint.StartsWith("a1007-") && p.Realm == "hotline.test");
        _accounts.AddressOf(phones[0]).ShouldBe(new PhoneAddress(new NodeId("n1"), phones[0].Endpoint));
    }

    [Fact]
    public void Ha_1_is_the_digest_of_rfc_2617() =>
        new PhoneCredentials("Mufasa", "testrealm@host.com", "Circle Of Life").Ha1.ShouldBe("939e7578ed9e3c518a452acee763bce9");

    [Theory]
    [InlineData(PhoneKind.Browser, "webrtc", "yes")]
    [InlineData(PhoneKind.Browser, "transport", "transport-ws")]
    [InlineData(PhoneKind.Desk, "transport", "transport-udp")]
    [InlineData(PhoneKind.Desk, "direct_media", "no")]
    public async Task Create_account_and_its_parts_in_the_order_in_which_they_need_each_other(PhoneKind kind, string field, string value)
    {
        var phone = _accounts.New(new AgentId("1007"));

        (await _accounts.CreateAsync(phone, kind, Cancel)).ShouldBeNull();

        _ari.Requests.All.Select(r => r.What)
            .ShouldBe(new[] { "auth", "aor", "endpoint" }.Select(k => $"PUT asterisk/config/dynamic/res_pjsip/{k}/{phone.Endpoint}"));
        Fields(2)[field].ShouldBe(value);
    }

    /// <summary>No toll fraud: an agent's phone dials nothing and hands on nothing.</summary>
    [Theory]
    [InlineData(PhoneKind.Browser)]
    [InlineData(PhoneKind.Desk)]
    public async Task Create_account_leads_nowhere(PhoneKind kind)
    {
        await _accounts.CreateAsync(_accounts.New(new AgentId("1007")), kind, Cancel);
        (Fields(2)["context"], Fields(2)["allow_transfer"], Fields(2)["allow_subscribe"]).ShouldBe(("from-agent", "no", "no"));
    }

    [Fact]
    public async Task Create_secret_never_goes_to_asterisk()
    {
        var phone = _accounts.New(new AgentId("1007"));
        await _accounts.CreateAsync(phone, PhoneKind.Desk, Cancel);
        _ari.Requests.All.ShouldAllBe(r => !r.Body.Contains(phone.Secret));
        Fields(0)["password_digest"].ShouldBe("MD5:" + phone.Ha1);
    }

    [Theory]
    [InlineData("auth", 1)]
    [InlineData("aor", 2)]
    [InlineData("endpoint", 3)]
    public async Task Create_part_that_is_refused_is_told_and_nothing_follows(string part, int asked)
    {
        var phone = _accounts.New(new AgentId("1007"));
        _ari.Does($"PUT asterisk/config/dynamic/res_pjsip/{part}/{phone.Endpoint}", http =>
        {
            http.Response.StatusCode = 400;
            return http.Response.WriteAsync("no");
        });
        (await _accounts.CreateAsync(phone, PhoneKind.Desk, Cancel)).ShouldNotBeNull().ShouldEndWith(": 400 no");
        _ari.Requests.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task Remove_account_of_which_parts_are_gone_removes_the_others()
    {
        _ari.Does("DELETE asterisk/config/dynamic/res_pjsip/endpoint/a1", http =>
        {
            http.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await _accounts.RemoveAsync("a1", Cancel);
        _ari.Requests.All.Select(r => r.What)
            .ShouldBe(new[] { "endpoint", "aor", "auth" }.Select(k => $"DELETE asterisk/config/dynamic/res_pjsip/{k}/a1"));
    }

    [Theory]
    [InlineData("online", true)]
    [InlineData("offline", false)]
    [InlineData("unknown", false)]
    public async Task Is_registered_only_an_online_phone_is(string state, bool registered)
    {
        _ari.Says("GET endpoints/PJSIP/a1", $$"""{"technology":"PJSIP","resource":"a1","state":"{{state}}","channel_ids":[]}""");
        (await _accounts.IsRegisteredAsync("a1", Cancel)).ShouldBe(registered);
    }

    [Fact]
    public async Task Is_registered_no_such_account_is_an_error()
    {
        _ari.Does("GET endpoints/PJSIP/a1", http =>
        {
            http.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await Should.ThrowAsync<HttpRequestException>(_accounts.IsRegisteredAsync("a1", Cancel));
    }

    private Dictionary<string, string> Fields(int request) => JsonNode.Parse(_ari.Requests.All[request].Body)!["fields"]!.AsArray()
        .ToDictionary(f => f!["attribute"]!.GetValue<string>(), f => f!["value"]!.GetValue<string>());
}
