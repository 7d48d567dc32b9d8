using System.Data.Common;
using Dapper;

namespace Hotline.Persistence.Tests;

public abstract class MigratorSpecification(Func<Task<TestDatabase>> create) : DatabaseSpecification(create)
{
    [Fact]
    public async Task Run_again_applies_nothing()
    {
        (await Database.MigrateAsync(Cancel)).ShouldBeEmpty();
        Database.IsMigrated.ShouldBeTrue();
    }

    [Fact]
    public async Task Run_four_at_once_applies_once()
    {
        var extra = Extra("create table extra (id int not null)");

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(extra))));

        applied.SelectMany(versions => versions).ShouldBe([extra.Version]);
    }

    [Fact]
    public async Task Run_migration_that_fails_leaves_nothing_of_it()
    {
        var broken = Extra("create table extra (id int not null); insert into no_such_table (id) values (1)");

        await Should.ThrowAsync<DbException>(() => RunAsync(broken));

        (await RunAsync(Extra("create table extra (id int not null)"))).ShouldBe([broken.Version]);
    }

    [Fact]
    public async Task Run_changed_migration_is_refused_by_name()
    {
        await RunAsync(Extra("create table extra (id int not null)"));

        var refusal = await Should.ThrowAsync<SchemaException>(() => RunAsync(Extra("create table extra (id int null)")));

        refusal.Message.ShouldContain("another text of migration 9000_extra");
    }

    [Fact]
    public async Task Run_database_of_a_newer_program_is_refused_before_anything_changes()
    {
        await RunAsync(Extra("create table extra (id int not null)"));

        var refusal = await Should.ThrowAsync<SchemaException>(() => Database.MigrateAsync(Cancel));

        refusal.Message.ShouldContain("newer than this program's");
    }

    [Fact]
    public async Task Run_spoiled_checksum_is_refused()
    {
        await using var connection = await Own.ConnectAsync();
        await connection.ExecuteAsync("update schema_versions set checksum = 'x' where version in (select min(version) from schema_versions)");

        await Should.ThrowAsync<SchemaException>(() => Database.MigrateAsync(Cancel));
    }

    private static Migration Extra(string text) => new(9000, "9000_extra", text);

    private Task<IReadOnlyList<int>> RunAsync(Migration extra) =>
        new Migrator(Database, [.. Migration.Of(Database.Provider), extra]).RunAsync(Given.Start, Cancel);
}

public sealed class MigratorOnSqlite() : MigratorSpecification(TestDatabase.OnSqliteAsync);

public sealed class MigratorOnPostgres() : MigratorSpecification(TestDatabase.OnPostgresAsync);

public sealed class MigratorOnSqlServer() : MigratorSpecification(TestDatabase.OnSqlServerAsync);
