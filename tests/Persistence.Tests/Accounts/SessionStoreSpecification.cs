namespace Hotline.Persistence.Tests;

public abstract class SessionStoreSpecification(Func<Task<TestDatabase>> create) : DatabaseSpecification(create)
{
    private SessionStore Store => new(Database);

    [Fact]
    public async Task Since_tells_how_each_stands_and_leaves_the_older_ones()
    {
        await Store.UpsertAsync(Row("s1"), Cancel);
        await Store.UpsertAsync(Row("s2") with { StartedAt = Given.Start.AddHours(1), Phone = "a1001-x" }, Cancel);
        await Store.UpsertAsync(Row("s3") with { Tenant = Given.Ziyang.Value, StartedAt = Given.Start.AddHours(1) }, Cancel);

        (await Store.SinceAsync(Given.Kaifeng, Given.Start.AddMinutes(1), Cancel))
            .ShouldBe([Row("s2") with { StartedAt = Given.Start.AddHours(1), Phone = "a1001-x" }]);
    }

    [Fact]
    public async Task Upsert_what_is_over_stays_over_and_is_seen_no_earlier()
    {
        await Store.UpsertAsync(Row("s1"), Cancel);
        await Store.UpsertAsync(Row("s1") with { SeenAt = Given.Start.AddMinutes(9) }, Cancel);
        await Store.UpsertAsync(Row("s1") with { EndedAt = Given.Start.AddMinutes(10), Because = "sign-out" }, Cancel);
        await Store.UpsertAsync(Row("s1") with { SeenAt = Given.Start.AddMinutes(5) }, Cancel);
        await Store.UpsertAsync(Row("s1") with { EndedAt = Given.Start.AddMinutes(20), Because = "idle" }, Cancel);

        (await Store.SinceAsync(Given.Kaifeng, Given.Start, Cancel)).ShouldBe(
            [Row("s1") with { SeenAt = Given.Start.AddMinutes(9), EndedAt = Given.Start.AddMinutes(10), Because = "sign-out" }]);
    }

    [Fact]
    public async Task Remove_takes_the_older_ones()
    {
        await Store.UpsertAsync(Row("s1"), Cancel);
        await Store.UpsertAsync(Row("s2") with { StartedAt = Given.Start.AddHours(1) }, Cancel);

        (await Store.RemoveAsync(Given.Kaifeng, Given.Start.AddMinutes(1), Cancel)).ShouldBe(1);
        (await Store.SinceAsync(Given.Kaifeng, Given.Start, Cancel)).ShouldHaveSingleItem().SessionId.ShouldBe("s2");
    }

    private static SessionRow Row(string id) => new()
    {
        SessionId = id,
        Tenant = Given.Kaifeng.Value,
        AgentId = "1001",
        Address = "10.0.0.7",
        Browser = "Firefox",
        StartedAt = Given.Start,
        SeenAt = Given.Start,
    };
}

public sealed class SessionStoreOnSqlite() : SessionStoreSpecification(TestDatabase.OnSqliteAsync);

public sealed class SessionStoreOnPostgres() : SessionStoreSpecification(TestDatabase.OnPostgresAsync);

public sealed class SessionStoreOnSqlServer() : SessionStoreSpecification(TestDatabase.OnSqlServerAsync);
