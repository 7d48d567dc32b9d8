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
        all[0].ShouldBeEquivalentTo(
            Account("1001") with { Roles = all[0].Roles, Skills = all[0].Skills, FormerPasswords = all[0].FormerPasswords });
        all[0].FormerPasswords.ShouldBe(["hash2", "hash1"]);
        all[0].Roles.ShouldBe(["agent", "shiftLeader"]);
        all[0].Skills.ShouldBe(["law", "housing-fund"]);
    }

    [Fact]
    public async Task Wrong_passwords_at_once_count_each_and_are_forgotten_after_a_right_one()
    {
        await Store.UpsertAsync(Account("1001"), Cancel);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Store.FailedAsync(Given.Kaifeng, new AgentId("1001"), Cancel))));
        var failed = await FindAsync();
        await Store.SignedInAsync(Given.Kaifeng, new AgentId("1001"), Given.Start.AddMinutes(20), Cancel);
        var later = await FindAsync();

        (failed.Failures, failed.LastSignedInAt).ShouldBe((10, null));
        (later.Failures, later.LastSignedInAt).ShouldBe((0, Given.Start.AddMinutes(20)));
    }

    [Fact]
    public async Task Upsert_again_changes_the_account_but_not_what_sign_ins_left()
    {
        await Store.UpsertAsync(Account("1001"), Cancel);
        await Store.FailedAsync(Given.Kaifeng, new AgentId("1001"), Cancel);
        (await Store.UseTotpAsync(Given.Kaifeng, new AgentId("1001"), 7, Cancel)).ShouldBeTrue();

        await Store.UpsertAsync(Account("1001") with { Name = "李四", Enabled = false, Skills = [], Stamp = "s2", TotpSecret = null }, Cancel);

        var account = await FindAsync();
        (account.Name, account.Enabled, account.Skills.Count, account.Failures, account.Stamp, account.TotpSecret, account.TotpStep)
            .ShouldBe(("李四", false, 0, 1, "s2", null, 7));
    }

    [Fact]
    public async Task Of_one_code_at_once_one_opens()
    {
        await Store.UpsertAsync(Account("1001"), Cancel);

        var opened = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => Task.Run(() => Store.UseTotpAsync(Given.Kaifeng, new AgentId("1001"), 9, Cancel))));

        opened.Count(o => o).ShouldBe(1);
        (await Store.UseTotpAsync(Given.Kaifeng, new AgentId("1001"), 8, Cancel)).ShouldBeFalse("a later one was used");
    }

    [Fact]
    public async Task Rehash_of_a_password_that_was_changed_meanwhile_changes_nothing()
    {
        await Store.UpsertAsync(Account("1001"), Cancel);

        await Store.RehashAsync(Given.Kaifeng, new AgentId("1001"), "former", "stronger", Cancel);
        (await FindAsync()).PasswordHash.ShouldBe("hash");
        await Store.RehashAsync(Given.Kaifeng, new AgentId("1001"), "hash", "stronger", Cancel);
        (await FindAsync()).PasswordHash.ShouldBe("stronger");
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
        Stamp = "s1",
        PasswordSetAt = Given.Start,
        FormerPasswords = ["hash2", "hash1"],
        TotpSecret = "sealed",
    };

    private async Task<AgentAccount> FindAsync() => (await Store.FindAsync(Given.Kaifeng, new AgentId("1001"), Cancel)).ShouldNotBeNull();
}

public sealed class AgentStoreOnSqlite() : AgentStoreSpecification(TestDatabase.OnSqliteAsync);

public sealed class AgentStoreOnPostgres() : AgentStoreSpecification(TestDatabase.OnPostgresAsync);

public sealed class AgentStoreOnSqlServer() : AgentStoreSpecification(TestDatabase.OnSqlServerAsync);
