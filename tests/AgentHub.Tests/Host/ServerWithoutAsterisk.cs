using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hotline.AgentHub.Calls;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Tickets;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Routing.Numbers;
using Hotline.Telephony;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>The whole server with its own database, and no Asterisk anywhere: what people may do then, and what not.</summary>
public partial class ServerWithoutAsterisk : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hotline-host").FullName;
    private readonly Dictionary<string, string> _passwords = [];
    private WebApplication? _app;
    private int _desks;

    public Uri Address { get; private set; } = null!;

    /// <summary>The installation's folder.</summary>
    public string Folder => _folder;

    protected virtual SecuritySettings Security => new();

    /// <summary>By which ways notices leave the house.</summary>
    protected virtual NoticeSettings? Notices => null;

    /// <summary>What differs between cities, as the tests' own is.</summary>
    protected virtual CityConfiguration CityOf(CityConfiguration read) => read;

    /// <summary>Where it listens.</summary>
    protected virtual string Listen => "127.0.0.1";

    /// <summary>Where Asterisk would be.</summary>
    protected virtual string AsteriskHttp => "http://127.0.0.1:1";

    public async ValueTask InitializeAsync()
    {
        var file = new HotlineFile
        {
            Tenant = "410200",
            City = Path.Combine(Root(), "config", "kaifeng"),
            Demo = true,
            Http = new HotlineFile.HttpPlace(Listen, 0),
            Database = new HotlineFile.DatabasePlace("sqlite", $"Data Source={_folder}/hotline.db"),
            Journal = Path.Combine(_folder, "journal"),
            Security = Security,
            Notices = Notices,
            Asterisk = new AsteriskOptions
            {
                Node = "nowhere",
                Http = AsteriskHttp,
                User = "hotline",
                Password = "test",
                PhoneWebSocket = "ws://127.0.0.1:1/ws",
                PhoneDomain = "hotline.test",
                AmiHost = "127.0.0.1",
                AmiPort = 1,
                AmiUser = "hotline",
                AmiSecret = "test",
                Spool = _folder,
            },
        };
        _app = HotlineServer.Build([], _folder, file, CityOf(CityConfiguration.Load(file.City)));
        var console = Console.Out;
        var said = new StringWriter();
        Console.SetOut(said);
        await HotlineServer.PrepareAsync(_app, file);
        Console.SetOut(console);
        foreach (Match line in SignIn().Matches(said.ToString()))
        {
            _passwords[line.Groups[1].Value] = line.Groups[2].Value;
        }
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>All that answers over HTTP.</summary>
    public IReadOnlyList<Microsoft.AspNetCore.Http.Endpoint> Endpoints =>
        _app!.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints;

    public string PasswordOf(string agent) => _passwords[agent];

    /// <summary>His password is another one from now on: tests come in any order.</summary>
    public void Learn(string agent, string password) => _passwords[agent] = password;

    /// <summary>Somebody who is signed in.</summary>
    public async Task<Visitor> SignedInAsync(string agent)
    {
        var visitor = await VisitAsync($"10.77.{_desks / 250}.{_desks++ % 250}"); // each at a desk of his own
        (await visitor.SignInAsync(agent, PasswordOf(agent))).StatusCode.ShouldBe(HttpStatusCode.OK);
        return visitor;
    }

    /// <summary>A part of the server.</summary>
    public T Part<T>() where T : notnull => _app!.Services.GetRequiredService<T>();

    /// <summary>The floor answers nobody until this is disposed.</summary>
    public IDisposable StallFloor()
    {
        var gate = new ManualResetEventSlim();
        var loop = _app!.Services.GetRequiredService<FloorLoop>();
        var stalled = loop.ReadAsync(_ => gate.Wait(TimeSpan.FromMinutes(1)), TestContext.Current.CancellationToken);
        return new Gate(gate, stalled);
    }

    private sealed class Gate(ManualResetEventSlim gate, Task stalled) : IDisposable
    {
        public void Dispose()
        {
            gate.Set();
            _ = stalled.ContinueWith(_ => gate.Dispose(), TaskScheduler.Default);
        }
    }

    /// <summary>A call that an agent talked with and that is over, with the draft that it began: ticket t-CALL.</summary>
    public async Task TalkedAsync(string call, string agent)
    {
        var now = _app!.Services.GetRequiredService<SteadyClock>().Now;
        var (id, ticket, tenant) = (new CallId(call), new TicketId("t-" + call), _app.Services.GetRequiredService<CityConfiguration>().Tenant);
        await _app.Services.GetRequiredService<CallLedger>().UpsertAsync(tenant, [new CallRecord
        {
            Call = id, Revision = 1, Leg = new LegId(new NodeId("nowhere"), "channel-" + call), Ticket = ticket, Trunk = "carrier", Dialled = "12345",
            NumberName = "12345", Mode = MergeMode.Main, Caller = "13800006021", SipCallId = "sip-" + call, Agent = new AgentId(agent),
            InvitedAt = now,
            AnsweredBySystemAt = now, HumanAskedAt = now, QueuedAt = now, AgentAnsweredAt = now, AnnouncementEndedAt = now, PartyAnsweredAt = null,
            PartyTarget = null, EndedAt = now, EndedBy = EndedBy.Caller, Terminal = TerminalState.Answered, Recorded = false, Rings = [],
        }], TestContext.Current.CancellationToken);
        await _app.Services.GetRequiredService<TicketStore>().OpenDraftAsync(
            TicketOpenings.Of(tenant, ticket, id, new AgentId(agent), "12345", "13800006021", now), TestContext.Current.CancellationToken);
    }

    /// <summary>A browser with cookies of its own.</summary>
    /// <param name="from">Its address, as a proxy on this machine tells it.</param>
    public async Task<Visitor> VisitAsync(string? from = null)
    {
        var visitor = BrowserWith(new CookieContainer(), from);
        await visitor.RefreshAsync();
        return visitor;
    }

    /// <summary>Somebody who got hold of another's cookies.</summary>
    public async Task<Visitor> ThiefAsync(Visitor victim)
    {
        var cookies = new CookieContainer();
        cookies.Add(victim.Cookies.GetAllCookies());
        var thief = BrowserWith(cookies, null);
        await thief.RefreshAsync();
        return thief;
    }

    private Visitor BrowserWith(CookieContainer cookies, string? from)
    {
        var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = Address };
        if (from is not null)
        {
            http.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        }
        return new Visitor(http, cookies);
    }

    /// <summary>Somebody at a browser, with the page's token.</summary>
    public sealed class Visitor(HttpClient http, CookieContainer cookies) : IDisposable
    {
        private string _csrf = "";

        public CookieContainer Cookies => cookies;

        public async Task RefreshAsync() => _csrf = (await http.GetFromJsonAsync<JsonObject>("/api/session"))!["csrf"]!.GetValue<string>();

        public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, bool withToken = true,
            (string Name, string Value)? header = null)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            if (withToken)
            {
                request.Headers.Add("X-CSRF-TOKEN", _csrf);
            }
            if (header is { } more)
            {
                request.Headers.Add(more.Name, more.Value);
            }
            return await http.SendAsync(request);
        }

        public async Task<HttpResponseMessage> SignInAsync(string agent, string password, string? code = null)
        {
            var answer = await SendAsync(HttpMethod.Post, "/api/session", new { agentId = agent, password, code });
            if (answer.IsSuccessStatusCode)
            {
                await RefreshAsync();
            }
            return answer;
        }

        public void Dispose() => http.Dispose();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Hotline.sln")))
        {
            folder = folder.Parent;
        }
        return folder.FullName;
    }

    /// <summary>One server at a time: what one prints at its start is read from the console.</summary>
    public const string OneAtATime = "server without Asterisk";

    [GeneratedRegex(@"Demo sign-in: (\d+) .*密码 (\w+)")]
    private static partial Regex SignIn();
}
