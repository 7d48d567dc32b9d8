using System.Security.Cryptography;
using System.Text;

namespace Hotline.Exchange;

/// <summary>The journal holds callers' numbers, so it lies encrypted: each line by itself, AES-256-GCM.</summary>
public sealed class JournalCipher : IDisposable
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly AesGcm _aes;

    /// <param name="keyFile">32 bytes; made on the first start, mode 0600.</param>
    public JournalCipher(string keyFile)
    {
        if (!File.Exists(keyFile))
        {
            using var made = new FileStream(keyFile, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            made.Write(RandomNumberGenerator.GetBytes(32));
        }
        _aes = new AesGcm(File.ReadAllBytes(keyFile), TagLength);
    }

    public string Seal(ReadOnlySpan<byte> text)
    {
        var sealedText = new byte[NonceLength + TagLength + text.Length];
        var nonce = sealedText.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        _aes.Encrypt(nonce, text, sealedText.AsSpan(NonceLength + TagLength), sealedText.AsSpan(NonceLength, TagLength));
        return Convert.ToBase64String(sealedText);
    }

    /// <summary>Null where the line is torn, altered, or of another key.</summary>
    public byte[]? Open(string line)
    {
        var sealedText = new byte[(line.Length * 3 / 4) + 3];
        if (!Convert.TryFromBase64String(line, sealedText, out var length) || length < NonceLength + TagLength)
        {
            return null;
        }
        var text = new byte[length - NonceLength - TagLength];
        try
        {
            _aes.Decrypt(sealedText.AsSpan(0, NonceLength), sealedText.AsSpan(NonceLength + TagLength, text.Length),
                sealedText.AsSpan(NonceLength, TagLength), text);
            return text;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Dispose() => _aes.Dispose();
}
