using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.People;
using Hotline.AgentHub.Tests.Config;
using Hotline.Persistence;
using Hotline.Testkit;
using Hotline.Upkeep;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OtpNet;

namespace Hotline.AgentHub.Tests.People;

/// <summary>What one person does with an account while another does something else with it.</summary>
public sealed class AgentDirectoryTests : IAsyncLifetime
{
    private const string Id = "1001", Here = "10.0.0.1";
    private readonly string _folder = Directory.CreateTempSubdirectory("hotline-people").FullName;
    private readonly HandTime _time = new();
    private readonly EphemeralDataProtectionProvider _protection = new();
    private Database _database = null!;
    private WriteBehind _writes = null!;
    private AgentStore _store = null!;
    private AgentDirectory _directory = null!;
    private Sessions _sessions = null!;
    private SignIns _signIns = null!;
    private TotpCodes _codes = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = Database.Open(new DatabaseOptions("sqlite", $"Data Source={_folder}/hotline.db"), TimeProvider.System);
        await _database.MigrateAsync(Cancel);
        _writes = new WriteBehind(_database, new WriteBehindOptions { SpillFolder = _folder }, TimeProvider.System, new ServiceFaults(),
            NullLogger<WriteBehind>.Instance);
        _store = new AgentStore(_database);
        Restart();
        await _directory.SaveAsync(Id, _ => Account("right"), Cancel);
    }

    private void Restart(SecuritySettings? settings = null)
    {
        settings ??= new SecuritySettings();
        _sessions = new Sessions(new SessionStore(_database), _writes, new OpenPages(), Cities.Kaifeng, settings, _time);
        _directory = new AgentDirectory(_store, _sessions, Cities.Kaifeng);
        _codes = new TotpCodes(_protection, Cities.Kaifeng, _time);
        _signIns = new SignIns(_directory, _store, new SignInThrottle(settings, _time), _sessions, _codes, Cities.Kaifeng, _time,
            NullLogger<SignIns>.Instance);
    }

    [Fact]
    public async Task Wrong_passwords_tried_in_parallel_count_each()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => TryAsync("wrong"), Cancel)));

        var answer = await TryAsync("right");
        answer.Account.ShouldBeNull();
        answer.Locked.ShouldBeGreaterThan(TimeSpan.FromMinutes(9));
        (await _store.FindAsync(Cities.Kaifeng.Tenant, new(Id), Cancel)).ShouldNotBeNull().Failures.ShouldBe(5);
    }

    [Fact]
    public async Task A_lock_that_is_over_leaves_all_tries_again()
    {
        for (var tries = 0; tries < 5; tries++)
        {
            await TryAsync("wrong");
        }
        _time.Pass(TimeSpan.FromMinutes(11));

        (await TryAsync("wrong")).Locked.ShouldBe(TimeSpan.Zero);
        (await TryAsync("right")).Account.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_account_closed_meanwhile_lets_nobody_in_afterwards()
    {
        for (var round = 0; round < 5; round++)
        {
            await _directory.SaveAsync(Id, _ => Account("right"), Cancel);
            var (closed, late) = (false, 0);
            void Count() => late += closed ? 1 : 0;
            var attempts = Enumerable.Range(0, 3).Select(_ => Task.Run(() => TryAsync("right", admit: Count), Cancel)).ToList();
            await _directory.SaveAsync(Id, known => known! with { Enabled = false }, Cancel);
            closed = true;
            await Task.WhenAll(attempts);

            _directory.Find(Id).ShouldBeNull();
            late.ShouldBe(0);
        }
    }

    [Fact]
    public async Task Changing_a_person_forgives_no_wrong_password()
    {
        for (var tries = 0; tries < 4; tries++)
        {
            await TryAsync("wrong");
        }
        await _directory.SaveAsync(Id, known => known! with { Name = "李四" }, Cancel);

        (await TryAsync("wrong")).Locked.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_change_made_on_the_machine_holds_at_the_next_sign_in()
    {
        await _store.UpsertAsync(Account("recovered") with { Stamp = "another" }, Cancel);

        (await TryAsync("recovered")).Account.ShouldNotBeNull();
        (await TryAsync("right")).Account.ShouldBeNull();
    }

    [Fact]
    public async Task A_weak_hash_is_made_anew_at_the_next_sign_in()
    {
        var weak = new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 })).HashPassword("", "right");
        await _directory.SaveAsync(Id, known => known! with { PasswordHash = weak }, Cancel);

        (await TryAsync("right")).Account.ShouldNotBeNull();

        var stored = (await _store.FindAsync(Cities.Kaifeng.Tenant, new(Id), Cancel))!.PasswordHash;
        stored.ShouldNotBe(weak);
        Passwords.Verify(stored, "right").ShouldBe(PasswordIs.Right);
        BitConverter.ToInt32([.. Convert.FromBase64String(stored)[5..9].Reverse()]).ShouldBeGreaterThanOrEqualTo(210_000);
    }

    [Fact]
    public async Task A_code_is_asked_for_and_opens_once()
    {
        var (secret, text, _) = _codes.New(Id);
        await _directory.SaveAsync(Id, known => known! with { TotpSecret = secret }, Cancel);
        var code = new Totp(Base32Encoding.ToBytes(text)).ComputeTotp(_time.GetUtcNow().UtcDateTime);

        var bare = await TryAsync("right");
        (bare.Account, bare.LacksCode).ShouldBe((null, true));
        (await TryAsync("right", code: "000000")).Account.ShouldBeNull();
        (await TryAsync("right", code: code)).Account.ShouldNotBeNull();
        (await TryAsync("right", code: code)).Account.ShouldBeNull("it was used");
        _time.Pass(TimeSpan.FromMinutes(2));
        (await TryAsync("right", code: new Totp(Base32Encoding.ToBytes(text)).ComputeTotp(_time.GetUtcNow().UtcDateTime))).Account.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_session_ends_when_nobody_uses_it_and_when_it_is_old()
    {
        Restart(new SecuritySettings { IdleMinutes = 30, SessionHours = 2 });
        await _sessions.BeginAsync(Row("s1"), Cancel);
        await _sessions.BeginAsync(Row("s2"), Cancel);
        var (idle, used) = (Row("s1"), Row("s2"));

        for (var minutes = 0; minutes < 120; minutes += 20)
        {
            _time.Pass(TimeSpan.FromMinutes(20));
            _sessions.IsOpen(used).ShouldBeTrue();
        }
        _sessions.IsOpen(idle).ShouldBeFalse("nobody used it");
        _time.Pass(TimeSpan.FromMinutes(20));
        _sessions.IsOpen(used).ShouldBeFalse("it is old");
    }

    [Fact]
    public async Task A_session_whose_agent_waits_for_calls_is_not_idle()
    {
        Restart(new SecuritySettings { IdleMinutes = 30 });
        await _sessions.BeginAsync(Row("s1") with { Phone = "a1001-x" }, Cancel);
        for (var minutes = 0; minutes < 60; minutes += 20)
        {
            _time.Pass(TimeSpan.FromMinutes(20));
            _sessions.Used("a1001-x");
            await _sessions.SweepAsync(Cancel);
        }

        _sessions.HasPhone("a1001-x").ShouldBeTrue();
        _time.Pass(TimeSpan.FromMinutes(40));
        await _sessions.SweepAsync(Cancel);
        _sessions.HasPhone("a1001-x").ShouldBeFalse();
    }

    /// <summary>Of before the three administrators were apart: one who was also something else is that, and a new one is made.</summary>
    [Fact]
    public async Task An_installation_of_before_gets_its_three_administrators()
    {
        await _store.UpsertAsync(Account("x") with { Id = "0000", Roles = [Roles.Administrator] }, Cancel);
        await _store.UpsertAsync(Account("x") with { Id = "1002", Roles = [Roles.ShiftLeader, Roles.Administrator] }, Cancel);
        var said = new List<string>();

        Restart();
        await _directory.LoadAsync(demo: false, "", said.Add, Cancel);
        Restart();
        await _directory.LoadAsync(demo: false, "", said.Add, Cancel);

        _directory.Find("0000")!.Roles.ShouldBe([Roles.Administrator]);
        _directory.Find("1002")!.Roles.ShouldBe([Roles.ShiftLeader]);
        _directory.Find("0001")!.Roles.ShouldBe([Roles.SecurityAdministrator]);
        _directory.Find("0002")!.Roles.ShouldBe([Roles.Auditor]);
        said.Count.ShouldBe(3, "each is said once");
    }

    [Fact]
    public async Task What_is_over_stays_so_over_a_restart()
    {
        await _sessions.BeginAsync(Row("s1"), Cancel);
        await _sessions.BeginAsync(Row("s2"), Cancel);
        await _sessions.EndAsync(new(Id), "s1", Sessions.SignedOut, Cancel);

        Restart();
        await _sessions.LoadAsync(Cancel);

        _sessions.IsOpen(Row("s1")).ShouldBeFalse();
        _sessions.IsOpen(Row("s2")).ShouldBeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        await _writes.StopAsync(CancellationToken.None);
        _writes.Dispose();
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<SignInAnswer> TryAsync(string password, string code = "", Action? admit = null) => _signIns.TryAsync(
        new SignInTry(Id, password, code, Here),
        _ =>
        {
            admit?.Invoke();
            return Task.CompletedTask;
        }, Cancel);

    private SessionRow Row(string id) => new()
    {
        SessionId = id, Tenant = Cities.Kaifeng.Tenant.Value, AgentId = Id, StartedAt = _time.GetUtcNow(), SeenAt = _time.GetUtcNow(),
    };

    private static AgentAccount Account(string password) => new()
    {
        Tenant = Cities.Kaifeng.Tenant.Value,
        Id = Id,
        Name = "张三",
        PasswordHash = Passwords.Hash(password),
        Roles = [Roles.Agent],
        Skills = [],
        Enabled = true,
    };
}
