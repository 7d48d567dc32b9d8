using Hotline.Routing;

namespace Hotline.Persistence.Tests;

public abstract class AgentStoreSpecification(Func<Task<TestDatabase>> create) : DatabaseSpecification(create)
{
    private AgentStore Store => new(Database);

    [Fact]
    public async Task Upsert_then_all_is_by_city_and_number()
    {
        await Store.UpsertAsync(Account("1002"), Cancel);
        await Store.UpsertAsync(Account("1001"), Cancel);
        await Store.UpsertAsync(Account("1001") with { Tenant = Given.Ziyang.Value }, Cancel);

        var all = await Store.AllAsync(Given.Kaifeng, Cancel);

        all.Select(account => account.Id).ShouldBe(["1001", "1002"]);
        all[0].ShouldBeEquivalentTo(Account("1001") with { Roles = all[0].Roles, Skills = all[0].Skills });
        all[0].Roles.ShouldBe(["agent", "shiftLeader"]);
        all[0].Skills.ShouldBe(["law", "housing-fund"]);
    }

    [Fact]
    public async Task Record_sign_in_failures_lock_and_are_forgotten_after_a_right_one()
    {
        await Store.UpsertAsync(Account("1001"), Cancel);

        await Store.RecordSignInAsync(Given.Kaifeng, new AgentId("1001"), 5, Given.Start.AddMinutes(10), null, Cancel);
        var locked = await FindAsync();
        await Store.RecordSignInAsync(Given.Kaifeng, new AgentId("1001"), 0, null, Given.Start.AddMinutes(20), Cancel);
        await Store.RecordSignInAsync(Given.Kaifeng, new AgentId("1001"), 1, null, null, Cancel);
        var later = await FindAsync();

        (locked.Failures, locked.LockedUntil, locked.LastSignedInAt).ShouldBe((5, Given.Start.AddMinutes(10), null));
        (later.Failures, later.LockedUntil, later.LastSignedInAt).ShouldBe((1, null, Given.Start.AddMinutes(20)));
    }

    [Fact]
    public async Task Upsert_again_changes_the_account_but_not_its_lock()
    {
        await Store.UpsertAsync(Account("1001"), Cancel);
        await Store.RecordSignInAsync(Given.Kaifeng, new AgentId("1001"), 0, Given.Start, null, Cancel);

        await Store.UpsertAsync(Account("1001") with { Name = "李四", Enabled = false, Skills = [] }, Cancel);

        var account = await FindAsync();
        (account.Name, account.Enabled, account.Skills.Count, account.LockedUntil).ShouldBe(("李四", false, 0, Given.Start));
    }

    [Fact]
    public async Task Find_unknown_is_null() => (await Store.FindAsync(Given.Kaifeng, new AgentId("9"), Cancel)).ShouldBeNull();

    private static AgentAccount Account(string id) => new()
    {
        Tenant = Given.Kaifeng.Value,
        Id = id,
        Name = "张三",
        PasswordHash = "hash",
        Roles = ["agent", "shiftLeader"],
        Skills = ["law", "housing-fund"],
        Enabled = true,
    };

    private async Task<AgentAccount> FindAsync() => (await Store.FindAsync(Given.Kaifeng, new AgentId("1001"), Cancel)).ShouldNotBeNull();
}

public sealed class AgentStoreOnSqlite() : AgentStoreSpecification(TestDatabase.OnSqliteAsync);

public sealed class AgentStoreOnPostgres() : AgentStoreSpecification(TestDatabase.OnPostgresAsync);

public sealed class AgentStoreOnSqlServer() : AgentStoreSpecification(TestDatabase.OnSqlServerAsync);
