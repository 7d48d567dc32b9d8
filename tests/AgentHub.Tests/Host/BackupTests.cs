using System.Security.Cryptography;
using System.Text.Json;
using Hotline.AgentHub.Attachments;
using Hotline.AgentHub.Backup;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Trail;
using Hotline.Persistence;
using Microsoft.Data.Sqlite;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>A backup made while the server runs, and taken back elsewhere.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class BackupTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>, IDisposable
{
    private readonly string _elsewhere = Directory.CreateTempSubdirectory("hotline-elsewhere").FullName;

    private static DatabaseOptions DatabaseOf(string folder) => HotlineFile.Read(folder).Database.Options;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_installation_comes_back_from_its_backup_with_its_audit_whole()
    {
        await server.TalkedAsync("c-backup", "1001");
        using var agent = await server.SignedInAsync("1001");
        await server.Part<WriteBehind>().WrittenAsync(Cancel);
        await WriteSettingsAsync();
        var place = await server.Part<AttachmentFiles>().KeepAsync("%PDF-1.7 a scan"u8.ToArray(), Cancel);
        var (backup, key) = (Path.Combine(_elsewhere, "hotline.backup"), Key("key"));

        (await MakeAsync(backup, key)).ShouldBeTrue();
        var restored = Path.Combine(_elsewhere, "restored");
        await BackupCommand.RestoreAsync(restored, backup, key, DatabaseOf, Cancel);

        var file = HotlineFile.Read(restored);
        file.Database.ConnectionString.ShouldBe($"Data Source={restored}/data/hotline.db");
        File.GetUnixFileMode($"{restored}/data/hotline.db").ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode($"{restored}/hotline.json").ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(Path.Combine(restored, "keys")).ShouldNotBeEmpty();
        using var attachments = new AttachmentFiles(
            Path.Combine(restored, AttachmentFiles.Folder), Path.Combine(restored, AttachmentFiles.KeyFile));
        (await attachments.ReadAsync(place, Cancel)).ShouldBe("%PDF-1.7 a scan"u8.ToArray());
        using var database = Database.Open(new DatabaseOptions("sqlite", file.Database.ConnectionString), TimeProvider.System);
        (await database.MigrateAsync(Cancel)).ShouldBeEmpty("it is of the same schema");
        (await new TicketStore(database).LoadAsync(new("t-c-backup"), Cancel)).ShouldNotBeNull().Caller.ShouldBe("13800006021");
        (await TrailCommand.VerifyAsync(restored, database, server.Part<CityConfiguration>(), TextWriter.Null, Cancel)).ShouldBe(0);
        SqliteConnection.ClearAllPools();

        (await File.ReadAllBytesAsync(backup, Cancel)).AsSpan().IndexOf("13800006021"u8).ShouldBe(-1);
        (await Should.ThrowAsync<BackupException>(BackupCommand.RestoreAsync(restored, backup, key, DatabaseOf, Cancel)))
            .Message.ShouldContain("already");
    }

    [Fact]
    public async Task Another_key_a_changed_byte_and_a_missing_end_open_nothing()
    {
        await WriteSettingsAsync();
        var (backup, key) = (Path.Combine(_elsewhere, "hotline.backup"), Key("key"));
        await MakeAsync(backup, key);
        var bytes = await File.ReadAllBytesAsync(backup, Cancel);

        await RefusedAsync(backup, Key("other"));
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(backup, bytes, Cancel);
        await RefusedAsync(backup, key);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(backup, bytes[..^40], Cancel);
        await RefusedAsync(backup, key);
    }

    [Fact]
    public async Task A_key_beside_what_it_opens_is_refused()
    {
        await WriteSettingsAsync();
        var key = Path.Combine(server.Folder, "backup.key");
        await File.WriteAllBytesAsync(key, RandomNumberGenerator.GetBytes(32), Cancel);

        (await Should.ThrowAsync<BackupException>(MakeAsync(Path.Combine(_elsewhere, "b"), key))).Message.ShouldContain("elsewhere");
        (await Should.ThrowAsync<BackupException>(MakeAsync(Path.Combine(_elsewhere, "b"), "/nowhere"))).Message.ShouldContain("no key");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((1 << 20) - 1)]
    [InlineData(1 << 20)]
    [InlineData((3 << 20) + 7)]
    public async Task What_is_sealed_comes_back_whatever_its_length(int length)
    {
        var (text, key) = (RandomNumberGenerator.GetBytes(length), RandomNumberGenerator.GetBytes(32));
        using var clear = new MemoryStream(text);
        using var sealedText = new MemoryStream();
        using var back = new MemoryStream();

        await SealedFile.SealAsync(clear, sealedText, key, Cancel);
        sealedText.Position = 0;
        await SealedFile.OpenAsync(sealedText, back, key, Cancel);

        back.ToArray().ShouldBe(text);
    }

    public void Dispose() => Directory.Delete(_elsewhere, recursive: true);

    private Task<bool> MakeAsync(string backup, string key) => BackupCommand.MakeAsync(
        server.Folder, null, server.Part<Database>(), server.Part<CityConfiguration>(), backup, key, TimeProvider.System.GetUtcNow(), Cancel);

    private async Task RefusedAsync(string backup, string key) => (await Should.ThrowAsync<BackupException>(
        BackupCommand.RestoreAsync(Path.Combine(_elsewhere, "refused"), backup, key, DatabaseOf, Cancel))).Message.ShouldContain("cannot be opened");

    private string Key(string name)
    {
        var path = Path.Combine(_elsewhere, name);
        File.WriteAllBytes(path, RandomNumberGenerator.GetBytes(32));
        return path;
    }

    private Task WriteSettingsAsync() => File.WriteAllTextAsync(Path.Combine(server.Folder, "hotline.json"), JsonSerializer.Serialize(new
    {
        tenant = "410200", city = "config/kaifeng", http = new { address = "127.0.0.1", port = 8080 },
        database = new { provider = "sqlite", connectionString = $"Data Source={server.Folder}/data/hotline.db" }, journal = "journal",
        asterisk = new
        {
            node = "n", http = "http://127.0.0.1:1", user = "u", password = "p", phoneWebSocket = "ws://127.0.0.1:1/ws", phoneDomain = "d",
            amiHost = "127.0.0.1", amiPort = 1, amiUser = "u", amiSecret = "s", spool = server.Folder,
        },
    }), Cancel);
}
