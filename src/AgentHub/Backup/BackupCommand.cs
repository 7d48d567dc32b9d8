using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Hotline.AgentHub.Attachments;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Trail;
using Hotline.Persistence;
using Hotline.Telephony;

namespace Hotline.AgentHub.Backup;

/// <summary>A backup that cannot be made or taken back; the message is for the operator.</summary>
public sealed class BackupException(string message) : Exception(message);

/// <summary>
/// <c>backup FILE</c> and <c>restore FILE</c>: the database (SQLite; a server has means of its own), settings, keys, what waits for the database,
/// attachments, and how the audit ended, in one file that only the holder of a key reads. It is made while the server runs. Recordings are not in it
/// (docs/production.md).
/// </summary>
internal static class BackupCommand
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Copy = "hotline.db", Origin = "origin.txt", Settings = "hotline.json";

    private static readonly string[] Parts =
        [Settings, "journal.key", "spill.key", TrailCommand.FileName, "keys", "spill", AttachmentFiles.KeyFile, AttachmentFiles.Folder];

    /// <param name="folder">DIR.</param>
    /// <param name="keys">Where the keys lie, if elsewhere.</param>
    /// <param name="database">Its database.</param>
    /// <param name="city">Whose it is.</param>
    /// <param name="target">The file to make.</param>
    /// <param name="keyFile">At least 32 bytes of chance, and not in DIR.</param>
    /// <param name="now">For the audit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the database is in it.</returns>
    public static async Task<bool> MakeAsync(string folder, string? keys, Database database, CityConfiguration city, string target, string keyFile,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = ReadKey(folder, keyFile);
        var parts = Directory.CreateTempSubdirectory("hotline-backup").FullName; // mode 0700
        try
        {
            var whole = await database.CopyToAsync(Path.Combine(parts, Copy), cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(parts, Origin), Path.GetFullPath(folder), cancellationToken);
            foreach (var part in Parts)
            {
                CopyPart(Path.Combine(keys is not null && File.Exists(Path.Combine(keys, part)) ? keys : folder, part), Path.Combine(parts, part));
            }
            await using var file = new FileStream(target, new FileStreamOptions
            {
                Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly,
            });
            await using var packed = new FileStream(parts + ".tar.gz", new FileStreamOptions
            {
                Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, UnixCreateMode = OwnerOnly, Options = FileOptions.DeleteOnClose,
            });
            await using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                await TarFile.CreateFromDirectoryAsync(parts, zip, includeBaseDirectory: false, cancellationToken);
            }
            packed.Position = 0;
            await SealedFile.SealAsync(packed, file, key, cancellationToken);
            await new AuditLog(database).AppendAsync(IdSource.Random(32), new AuditEntry(
                now, city.Tenant.Value, "machine", "backup", Path.GetFileName(target), Environment.UserName, ""), cancellationToken);
            return whole;
        }
        catch (IOException e)
        {
            throw new BackupException($"{target} cannot be written: {e.Message}");
        }
        finally
        {
            Directory.Delete(parts, recursive: true);
        }
    }

    /// <summary>Takes a backup back into a folder that has no installation.</summary>
    /// <param name="folder">DIR, as it shall be.</param>
    /// <param name="source">The backup.</param>
    /// <param name="keyFile">With what it was sealed.</param>
    /// <param name="databaseOf">Reads which database the settings of a folder name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task RestoreAsync(
        string folder, string source, string keyFile, Func<string, DatabaseOptions> databaseOf, CancellationToken cancellationToken)
    {
        if (File.Exists(Path.Combine(folder, Settings)))
        {
            throw new BackupException($"{folder} holds an installation already. Move it away first: a backup replaces none.");
        }
        var key = ReadKey(folder, keyFile);
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await using (var packed = new FileStream(Path.Combine(folder, ".restore.tar.gz"), new FileStreamOptions
        {
            Mode = FileMode.Create, Access = FileAccess.ReadWrite, UnixCreateMode = OwnerOnly, Options = FileOptions.DeleteOnClose,
        }))
        {
            try
            {
                await using var file = File.OpenRead(source);
                await SealedFile.OpenAsync(file, packed, key, cancellationToken);
            }
            catch (CryptographicException e)
            {
                throw new BackupException($"{source} cannot be opened with this key: {e.Message}");
            }
            packed.Position = 0;
            await using var zip = new GZipStream(packed, CompressionMode.Decompress);
            await TarFile.ExtractToDirectoryAsync(zip, folder, overwriteFiles: false, cancellationToken); // refuses what would lie outside
        }
        await SettleAsync(folder, databaseOf, cancellationToken);
    }

    // The settings name folders: those of before become this one.
    private static async Task SettleAsync(string folder, Func<string, DatabaseOptions> databaseOf, CancellationToken cancellationToken)
    {
        var (origin, settings) = (Path.Combine(folder, Origin), Path.Combine(folder, Settings));
        var before = await File.ReadAllTextAsync(origin, cancellationToken);
        var text = await File.ReadAllTextAsync(settings, cancellationToken);
        await File.WriteAllTextAsync(settings, text.Replace(before, Path.GetFullPath(folder), StringComparison.Ordinal), cancellationToken);
        File.Delete(origin);
        File.SetUnixFileMode(settings, OwnerOnly);
        if (Directory.Exists(Path.Combine(folder, "keys")))
        {
            File.SetUnixFileMode(Path.Combine(folder, "keys"), OwnerOnly | UnixFileMode.UserExecute);
        }
        if (File.Exists(Path.Combine(folder, Copy)) && Database.FileOf(databaseOf(folder)) is { } file)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            if (Path.GetFullPath(file) != Path.GetFullPath(Path.Combine(folder, Copy)))
            {
                File.Move(Path.Combine(folder, Copy), file);
            }
            File.SetUnixFileMode(file, OwnerOnly);
        }
    }

    private static byte[] ReadKey(string folder, string keyFile)
    {
        var path = Path.GetFullPath(keyFile);
        if (path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new BackupException($"{keyFile} lies in {folder}: whoever takes the folder has both. Keep the key elsewhere.");
        }
        var key = File.Exists(path) ? File.ReadAllBytes(path) : [];
        return key.Length >= SealedFile.KeyMin
            ? key : throw new BackupException($"{keyFile} holds no key of {SealedFile.KeyMin} bytes: openssl rand -out {keyFile} 32");
    }

    private static void CopyPart(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Copy(from, to);
        }
        else if (Directory.Exists(from))
        {
            Directory.CreateDirectory(to);
            foreach (var file in Directory.EnumerateFiles(from))
            {
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
            }
        }
    }
}
