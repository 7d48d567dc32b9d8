using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Hotline.AgentHub.Backup;

/// <summary>
/// A file that only the holder of a key reads: a salt, then pieces of a megabyte, AES-256-GCM each. A piece's nonce is its number, and says
/// whether it is the last: none can be changed, moved or cut off unseen.
/// </summary>
internal static class SealedFile
{
    public const int KeyMin = 32;
    private const int SaltLength = 32, TagLength = 16, NonceLength = 12, PieceLength = 1 << 20;
    private static readonly byte[] Mark = "HOTLINE1"u8.ToArray();

    public static async Task SealAsync(Stream clear, Stream sealedTo, byte[] key, CancellationToken cancellationToken)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        await sealedTo.WriteAsync(Mark, cancellationToken);
        await sealedTo.WriteAsync(salt, cancellationToken);
        using var aes = Cipher(key, salt);
        var (piece, next) = (new byte[PieceLength], new byte[PieceLength]);
        var length = await clear.ReadAtLeastAsync(piece, PieceLength, throwOnEndOfStream: false, cancellationToken);
        for (var number = 0L; ; number++)
        {
            var following = length < PieceLength
                ? 0 : await clear.ReadAtLeastAsync(next, PieceLength, throwOnEndOfStream: false, cancellationToken);
            var sealedPiece = new byte[length + TagLength];
            aes.Encrypt(Nonce(number, following == 0), piece.AsSpan(0, length), sealedPiece.AsSpan(0, length), sealedPiece.AsSpan(length));
            await sealedTo.WriteAsync(sealedPiece, cancellationToken);
            if (following == 0)
            {
                return;
            }
            (piece, next, length) = (next, piece, following);
        }
    }

    /// <exception cref="CryptographicException">Another key, or the file is not as it was sealed.</exception>
    public static async Task OpenAsync(Stream sealedFrom, Stream clear, byte[] key, CancellationToken cancellationToken)
    {
        var head = new byte[Mark.Length + SaltLength];
        if (await sealedFrom.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken) < head.Length
            || !head.AsSpan(0, Mark.Length).SequenceEqual(Mark))
        {
            throw new CryptographicException("This is no backup of Hotline.");
        }
        using var aes = Cipher(key, head[Mark.Length..]);
        var (piece, next) = (new byte[PieceLength + TagLength], new byte[PieceLength + TagLength]);
        var length = await sealedFrom.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellationToken);
        for (var number = 0L; ; number++)
        {
            var following = length < piece.Length
                ? 0 : await sealedFrom.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, cancellationToken);
            if (length < TagLength)
            {
                throw new CryptographicException("The backup is cut off.");
            }
            var text = new byte[length - TagLength];
            aes.Decrypt(Nonce(number, following == 0), piece.AsSpan(0, text.Length), piece.AsSpan(text.Length, TagLength), text);
            await clear.WriteAsync(text, cancellationToken);
            if (following == 0)
            {
                return;
            }
            (piece, next, length) = (next, piece, following);
        }
    }

    private static AesGcm Cipher(byte[] key, byte[] salt) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, salt, "hotline backup"u8.ToArray()), TagLength);

    private static byte[] Nonce(long number, bool last)
    {
        var nonce = new byte[NonceLength];
        BinaryPrimitives.WriteInt64LittleEndian(nonce, number);
        nonce[^1] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}
