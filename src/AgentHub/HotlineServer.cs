using System.Threading.RateLimiting;
using Hotline.AgentHub.Attachments;
using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Calls;
using Hotline.AgentHub.Cases;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Deadlines;
using Hotline.AgentHub.Duty;
using Hotline.AgentHub.Health;
using Hotline.AgentHub.Imports;
using Hotline.AgentHub.Notices;
using Hotline.AgentHub.People;
using Hotline.AgentHub.Recordings;
using Hotline.AgentHub.Reference;
using Hotline.AgentHub.Screens;
using Hotline.AgentHub.Session;
using Hotline.AgentHub.Tickets;
using Hotline.AgentHub.Trail;
using Hotline.AgentHub.Web;
using Hotline.AgentHub.WorkingDays;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Logging.Console;

namespace Hotline.AgentHub;

/// <summary>Puts the rooms together.</summary>
public static class HotlineServer
{
    /// <summary>The exit code that says: starting again will not help (EX_CONFIG of sysexits.h).</summary>
    public const int MisconfiguredExitCode = 78;

    /// <summary>A stop may take so long: less than <c>./hotline up</c> waits (6 s), and one who was replaced must not linger.</summary>
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(4);

    /// <summary>Sign-in attempts per address and minute.</summary>
    private const int SignInsPerMinute = 30;

    /// <summary>Bytes of a request: the longest ticket has 36 KB.</summary>
    private const int BodyMax = 64 * 1024;

    public static WebApplication Build(string[] args, string folder, HotlineFile file, CityConfiguration city)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, WebRootPath = WebRoot() });
        builder.WebHost.UseKestrelCore()
            .ConfigureKestrel(o => (o.AddServerHeader, o.Limits.MaxRequestBodySize) = (false, BodyMax))
            .UseUrls(Invariant($"http://{file.Http.Address}:{file.Http.Port}"));
        // One line for people; one object for collectors where Logging__Console__FormatterName=json says so (docs/production.md).
        builder.Logging.ClearProviders().AddConsole()
            .AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning)
            // Both are known and meant: keys lie in DIR/keys, mode 0700; answers with a token are never cached.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Services.Configure<SimpleConsoleFormatterOptions>(o => { o.SingleLine = true; o.TimestampFormat = "yyyy-MM-dd HH:mm:ss.fff "; });
        builder.Services.Configure<JsonConsoleFormatterOptions>(o => { o.UseUtcTimestamp = true; o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ"; });
        builder.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = StopMax);
        // First in, last out: hosted services stop in the opposite order, and others write while they stop.
        builder.Services.AddHotlinePersistence(file.Database.Options,
            Path.Combine(folder, "spill"), SpillSealOf(file.KeyPath(folder, "spill.key")));
        Directory.CreateDirectory(file.Journal);
        var epoch = Epoch.Next(file.Journal, TimeProvider.System.GetUtcNow());
        AddFloor(builder.Services, folder, file, city, epoch);
        builder.Services.AddHotlineTelephony(file.Asterisk, epoch.Number);
        AddWeb(builder.Services, folder, file);
        var app = builder.Build();
        Map(app);
        return app;
    }

    /// <summary>Database, people, and the floor as it was: all before the first call, but no call waits for the database.</summary>
    public static async Task PrepareAsync(WebApplication app, HotlineFile file)
    {
        await app.Services.GetRequiredService<DatabaseOpening>().RunAsync(file.Demo, file.Asterisk.Password, app.Lifetime.ApplicationStopping);
        var (floor, _) = app.Services.GetRequiredService<FloorRestoration>().Run(app.Services.GetRequiredService<IRecords>().Write);
        app.Services.GetRequiredService<FloorLoop>().Begin(floor);
    }

    private static void AddFloor(IServiceCollection services, string folder, HotlineFile file, CityConfiguration city, Epoch epoch)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SteadyClock>();
        services.AddSingleton(city);
        services.AddSingleton<IArrivalRules>(new CityArrivals(city));
        CallDistributor NewFloor() => new(city.Tenant, city.Settings, city.Numbers, city.TimeZoneOffset, epoch.Number);
        services.AddSingleton(epoch);
        services.AddSingleton<Func<CallDistributor>>(NewFloor);
        services.AddSingleton(_ => new JournalCipher(file.KeyPath(folder, "journal.key")));
        services.AddSingleton(s => new JournalFiles(file.Journal, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<FloorJournal>();
        services.AddSingleton<FloorRestoration>();
        services.AddHostedService(s => s.GetRequiredService<FloorJournal>());
        services.AddSingleton<FloorFigures>();
        services.AddSingleton<GcPauses>();
        services.AddSingleton(_ => new CallerMemory(city.Settings));
        services.AddHostedService<CallerMemoryJob>();
        services.AddSingleton<TruthBook>();
        services.AddHostedService<LedgerAuditJob>();
        services.AddHostedService<TruthJob>();
        services.AddCityCalendar(city, (calendar, zone) =>
        {
            calendar.AddNightly<TrailJob>(zone, atStart: false);
            calendar.AddNightly<RetentionJob>(zone);
        });
        services.AddSingleton<Wishes>();
        services.AddSingleton<IRecords, LedgerFeed>();
        services.AddSingleton<IPhones, FloorPhones>();
        services.AddSingleton(new FloorCamera(new NodeId(file.Asterisk.Node)));
        services.AddSingleton<ScreenFaults>();
        services.AddSingleton(s => new DeskViews(
            city, s.GetRequiredService<TruthBook>(),
            () => (s.GetRequiredService<WriteBehind>() is { Healthy: true } && s.GetRequiredService<AgentDirectory>().IsLoaded,
                s.GetRequiredService<WriteBehind>().Pending),
            s.GetRequiredService<LiveCalendar>().AlarmAt));
        services.AddSingleton<WhyText>();
        services.AddSingleton<DeskFeed>();
        services.AddSingleton<IScreens>(s => s.GetRequiredService<DeskFeed>());
        services.AddSingleton<AgentReturn>();
        services.AddHostedService<DatabaseNotice>();
        services.AddSingleton<EffectDispatcher>();
        services.AddSingleton<FloorLoop>();
        services.AddSingleton<IInbox, FloorInbox>();
        services.AddHostedService(s => s.GetRequiredService<FloorLoop>());
    }

    private static void AddWeb(IServiceCollection services, string folder, HotlineFile file)
    {
        // A telephone on the desk speaks plain SIP: for the demonstration and the tests, and where the file says so.
        var given = file.Security ?? new SecuritySettings();
        var settings = given with { DeskPhones = given.DeskPhones ?? file.Demo };
        services.AddHttpContextAccessor();
        services.AddSignIn(file.KeyPath(folder, "keys"), settings);
        services.AddHostFiltering(o => o.AllowedHosts = SafetyHeaders.Hosts(settings));
        services.AddScoped<Asking>();
        services.AddSingleton<CallAccess>();
        services.AddSingleton<DayFigures>();
        services.AddSingleton<LastWrites>();
        services.AddSingleton<Sights>();
        services.AddSingleton<TicketAccess>();
        services.AddSingleton<TicketDesk>();
        services.AddSingleton<LiveCalendar>();
        services.AddSingleton<IReadAtOpening>(s => s.GetRequiredService<LiveCalendar>());
        services.AddSingleton<CityLoop>();
        services.AddSingleton<DispatchAdvice>();
        services.AddSingleton<ICaseRules>(s => s.GetRequiredService<CityLoop>());
        services.AddSingleton<CaseSights>();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<CaseSweep>();
        services.AddHostedService<CaseSweepJob>();
        services.AddSingleton<CalendarRecount>();
        services.AddSingleton<CalendarDesk>();
        services.AddHostedService<CalendarJob>();
        services.AddSingleton<ImportDesk>();
        services.AddSingleton(_ => new AttachmentFiles(
            Path.Combine(folder, AttachmentFiles.Folder), file.KeyPath(folder, AttachmentFiles.KeyFile)));
        services.AddSingleton<AttachmentDesk>();
        services.AddHostedService<ImportJob>();
        services.AddHostedService<DeskOutboxJob>();
        services.AddSingleton(file.Notices ?? new NoticeSettings());
        services.AddSingleton<NoticeWriter>();
        services.AddSingleton<NoticeSenders>();
        services.AddHostedService<SmsSendJob>();
        services.AddHostedService<MailSendJob>();
        services.AddHostedService<FloorOutboxJob>();
        services.AddSingleton<DutyInbox>();
        services.AddSingleton<IDutyInbox>(s => s.GetRequiredService<DutyInbox>());
        services.AddSingleton<DutyRinger>();
        services.AddHostedService<DutyJob>();
        services.AddHostedService<DutyOutboxJob>();
        services.AddSingleton<Auditing>();
        services.AddSingleton(new TrailFile(Path.Combine(folder, TrailCommand.FileName)));
        services.AddSingleton<TrailState>();
        services.AddHostedService<TrailWitness>();
        services.AddSingleton<AgentDirectory>();
        services.AddSingleton<DatabaseOpening>();
        HotlineMeter.Add(services);
        services.AddProblemDetails();
        services.AddExceptionHandler<DatabaseAway>();
        services.AddOpenApi(o => o.AddOperationTransformer(CsrfInTheDescription.AddAsync));
        services.AddSignalR(o =>
        {
            o.MaximumReceiveMessageSize = 4 * 1024; // browsers only listen
            o.KeepAliveInterval = TimeSpan.FromSeconds(5);
            o.ClientTimeoutInterval = TimeSpan.FromSeconds(15);
        }).AddJsonProtocol(o => o.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, DeskJson.Default));
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy("sign-in", http => RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = SignInsPerMinute, Window = TimeSpan.FromMinutes(1) }));
        });
    }

    private static void Map(WebApplication app)
    {
        // Only a proxy on this machine is believed (docs/production.md): it tells the browser's address, host and https.
        app.UseForwardedHeaders(new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
        });
        app.UseHostFiltering();
        app.UseExceptionHandler();
        app.UseSafetyHeaders();
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuditing();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRequestChecks();
        app.MapOpenApi().NeedsNothing();
        app.MapHealth();
        HotlineMeter.Map(app);
        var api = app.MapGroup("").AddEndpointFilter<RouteGroupBuilder, KnownCodes>();
        api.MapSession();
        api.MapOwnAccount();
        api.MapDesk();
        api.MapCalls();
        api.MapRecordings();
        api.MapCallBacks();
        api.MapUnknownNumbers();
        api.MapDay();
        api.MapTickets();
        api.MapCases();
        api.MapCaseCommands();
        api.MapCaseDuty();
        api.MapNotices();
        api.MapDeadlines();
        api.MapReference();
        api.MapPeople();
        api.MapCalendar();
        api.MapImports();
        api.MapAttachments();
        api.MapTrail();
        app.MapHub<DeskHub>("/hub/desk").Needs(Permission.SignIn).NotAudited("numbers are masked in its pictures");
        app.MapFallback("/api/{**path}", () => Problem.NotFound()).NeedsNothing(); // a slip in an address is not answered with the desk
        app.MapFallbackToFile("index.html").NeedsNothing();
    }

    private static SpillSeal SpillSealOf(string keyFile)
    {
        var cipher = new Lazy<JournalCipher>(() => new JournalCipher(keyFile)); // the file is made when something is spilled
        return new SpillSeal(text => cipher.Value.Seal(text), line => cipher.Value.Open(line));
    }

    /// <summary>The desk lies beside the binaries once published, in the source tree before.</summary>
    private static string? WebRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var place in new[] { "wwwroot", Path.Combine("src", "AgentHub", "wwwroot") })
            {
                if (Directory.Exists(Path.Combine(folder.FullName, place)))
                {
                    return Path.Combine(folder.FullName, place);
                }
            }
        }
        return null;
    }
}
