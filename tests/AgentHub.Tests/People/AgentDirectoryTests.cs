using Hotline.AgentHub.Config;
using Hotline.AgentHub.People;
using Hotline.AgentHub.Tests.Config;
using Hotline.Persistence;
using Hotline.Testkit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.AgentHub.Tests.People;

/// <summary>What one person does with an account while another does something else with it.</summary>
public sealed class AgentDirectoryTests : IAsyncLifetime
{
    private const string Id = "1001";
    private readonly string _folder = Directory.CreateTempSubdirectory("hotline-people").FullName;
    private Database _database = null!;
    private AgentStore _store = null!;
    private AgentDirectory _directory = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = Database.Open(new DatabaseOptions("sqlite", $"Data Source={_folder}/hotline.db"), TimeProvider.System);
        await _database.MigrateAsync(Cancel);
        _store = new AgentStore(_database);
        _directory = new AgentDirectory(_store, Cities.Kaifeng, TimeProvider.System, NullLogger<AgentDirectory>.Instance);
        await _directory.SaveAsync(Id, _ => Account("right"), Cancel);
    }

    [Fact]
    public async Task Wrong_passwords_tried_in_parallel_count_each()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => _directory.SignInAsync(Id, "wrong", Cancel), Cancel)));

        var (account, locked) = await _directory.SignInAsync(Id, "right", Cancel);
        account.ShouldBeNull();
        locked.ShouldBeGreaterThan(TimeSpan.FromMinutes(9));
        (await _store.FindAsync(Cities.Kaifeng.Tenant, new(Id), Cancel)).ShouldNotBeNull().LockedUntil.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_lock_that_is_over_leaves_all_tries_again()
    {
        var time = new HandTime();
        var directory = new AgentDirectory(_store, Cities.Kaifeng, time, NullLogger<AgentDirectory>.Instance);
        await directory.SaveAsync(Id, _ => Account("right"), Cancel);
        for (var tries = 0; tries < 5; tries++)
        {
            await directory.SignInAsync(Id, "wrong", Cancel);
        }
        time.Pass(TimeSpan.FromMinutes(11));

        (await directory.SignInAsync(Id, "wrong", Cancel)).Locked.ShouldBe(TimeSpan.Zero);
        (await directory.SignInAsync(Id, "right", Cancel)).Account.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_account_closed_meanwhile_stays_closed()
    {
        for (var round = 0; round < 5; round++)
        {
            await _directory.SaveAsync(Id, _ => Account("right"), Cancel);
            var attempts = Enumerable.Range(0, 3).Select(_ => Task.Run(() => _directory.SignInAsync(Id, "right", Cancel), Cancel)).ToList();
            await _directory.SaveAsync(Id, known => known! with { Enabled = false }, Cancel);
            await Task.WhenAll(attempts);

            _directory.Find(Id).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Changing_a_person_forgives_no_wrong_password()
    {
        for (var tries = 0; tries < 4; tries++)
        {
            await _directory.SignInAsync(Id, "wrong", Cancel);
        }
        await _directory.SaveAsync(Id, _ => Account("right") with { Name = "李四" }, Cancel);

        (await _directory.SignInAsync(Id, "wrong", Cancel)).Locked.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

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
