using System.Security.Cryptography;

namespace Hotline.AgentHub.Attachments;

/// <summary>
/// The bytes of attachments: each a file of its own in DIR/attachments, outside of what the web server hands out, AES-256-GCM with the
/// installation's key. What is altered, or lies under another's name, is not opened.
/// </summary>
public sealed class AttachmentFiles : IDisposable
{
    /// <summary>The folder in DIR.</summary>
    public const string Folder = "attachments";

    /// <summary>The file of the key.</summary>
    public const string KeyFile = "attachments.key";
    private const int NonceLength = 12, TagLength = 16, KeyLength = 32;
    private readonly string _folder;
    private readonly Lazy<AesGcm> _cipher;

    /// <param name="folder">DIR/attachments; made when something is kept.</param>
    /// <param name="keyFile">32 bytes; made when something is kept, mode 0600.</param>
    public AttachmentFiles(string folder, string keyFile)
    {
        _folder = folder;
        _cipher = new Lazy<AesGcm>(() => new AesGcm(KeyOf(keyFile), TagLength));
    }

    /// <summary>Keeps bytes under a name of chance. A file is whole, or it is not there.</summary>
    /// <returns>The name.</returns>
    public async Task<string> KeepAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var sealedBytes = new byte[NonceLength + TagLength + bytes.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceLength));
        _cipher.Value.Encrypt(
            sealedBytes.AsSpan(0, NonceLength), bytes, sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength),
            System.Text.Encoding.ASCII.GetBytes(name));
        Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var (whole, half) = (Path.Combine(_folder, name), Path.Combine(_folder, name + ".new"));
        await using (var file = new FileStream(half, new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            Options = FileOptions.WriteThrough,
        }))
        {
            await file.WriteAsync(sealedBytes, cancellationToken);
        }
        File.Move(half, whole);
        return name;
    }

    /// <summary>The bytes; null where they are gone or were altered.</summary>
    public async Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_folder, name);
        if (name.Length != 32 || !name.All(char.IsAsciiHexDigitLower) || !File.Exists(path))
        {
            return null;
        }
        var sealedBytes = await File.ReadAllBytesAsync(path, cancellationToken);
        if (sealedBytes.Length < NonceLength + TagLength)
        {
            return null;
        }
        var bytes = new byte[sealedBytes.Length - NonceLength - TagLength];
        try
        {
            _cipher.Value.Decrypt(
                sealedBytes.AsSpan(0, NonceLength), sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength), bytes,
                System.Text.Encoding.ASCII.GetBytes(name));
            return bytes;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Removes what was kept and got no row.</summary>
    public void Forget(string name) => File.Delete(Path.Combine(_folder, name));

    public void Dispose()
    {
        if (_cipher.IsValueCreated)
        {
            _cipher.Value.Dispose();
        }
    }

    private static byte[] KeyOf(string file)
    {
        if (!File.Exists(file))
        {
            using var made = new FileStream(file, new FileStreamOptions
            {
                Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            made.Write(RandomNumberGenerator.GetBytes(KeyLength));
        }
        return File.ReadAllBytes(file);
    }
}
