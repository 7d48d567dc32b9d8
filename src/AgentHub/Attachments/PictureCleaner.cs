using System.Buffers.Binary;

namespace Hotline.AgentHub.Attachments;

/// <summary>
/// Takes out of a picture what its camera wrote beside it: where it was taken, when, with which telephone. Functions on bytes; what is left is the
/// picture as it was, bit for bit. Of a JPEG's EXIF the orientation alone is kept: without it a page that was photographed lies on its side.
/// </summary>
internal static class PictureCleaner
{
    private const byte Mark = 0xFF, StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE,
        App15 = 0xEF, Comment = 0xFE;

    private const int PngHeader = 8, ChunkFrame = 12;
    private const ushort OrientationTag = 0x0112;

    /// <summary>What a PNG needs to be shown as it was meant.</summary>
    private static readonly HashSet<uint> Shown =
    [
        Name("IHDR"), Name("PLTE"), Name("IDAT"), Name("IEND"), Name("tRNS"), Name("cHRM"), Name("gAMA"), Name("sRGB"), Name("iCCP"), Name("sBIT"),
        Name("pHYs"), Name("bKGD"),
    ];

    /// <summary>A JPEG without APPn segments and comments, but for what its colours need; null where it is none, or torn.</summary>
    public static byte[]? Jpeg(ReadOnlySpan<byte> picture)
    {
        if (picture is not [Mark, StartOfImage, ..])
        {
            return null;
        }

        List<byte> kept = new(picture.Length) { Mark, StartOfImage };
        for (var at = 2; at + 1 < picture.Length;)
        {
            if (picture[at] != Mark)
            {
                return null;
            }

            var kind = picture[at + 1];
            if (kind == Mark)
            {
                at++; // bytes may fill the gap before a mark
                continue;
            }

            if (kind == EndOfImage)
            {
                kept.AddRange([Mark, EndOfImage]);
                return [.. kept]; // what a camera hung behind the picture is no part of it
            }

            if (at + 4 > picture.Length)
            {
                return null;
            }

            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(picture[(at + 2)..]);
            if (length < 4 || at + length > picture.Length)
            {
                return null;
            }

            var segment = picture.Slice(at, length);
            kept.AddRange(IsKept(kind, segment) ? segment : kind == App1 ? Oriented(segment[4..]) : []);
            at += length;
            if (kind == StartOfScan)
            {
                var end = EndOfScan(picture, at);
                kept.AddRange(picture[at..end]);
                at = end;
            }
        }

        return null;
    }

    /// <summary>A PNG with the chunks alone that are shown; null where it is none, or torn.</summary>
    public static byte[]? Png(ReadOnlySpan<byte> picture)
    {
        if (!picture.StartsWith(AttachmentKinds.PngMark))
        {
            return null;
        }

        List<byte> kept = new(picture.Length);
        kept.AddRange(picture[..PngHeader]);
        for (var at = PngHeader; at + ChunkFrame <= picture.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(picture[at..]);
            if (length > picture.Length - at - ChunkFrame)
            {
                return null;
            }

            var chunk = picture.Slice(at, (int)length + ChunkFrame);
            var name = BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]);
            if (Shown.Contains(name))
            {
                kept.AddRange(chunk);
            }

            if (name == Name("IEND"))
            {
                return [.. kept];
            }

            at += chunk.Length;
        }

        return null;
    }

    private static bool IsKept(byte kind, ReadOnlySpan<byte> segment) =>
        kind is not (>= App0 and <= App15 or Comment) || kind is App0 or App14
        || (kind == App2 && segment[4..].StartsWith("ICC_PROFILE"u8));

    // Inside a scan FF is followed by 00 or a restart mark; any other mark ends it.
    private static int EndOfScan(ReadOnlySpan<byte> picture, int from)
    {
        for (var at = from; at + 1 < picture.Length; at++)
        {
            if (picture[at] == Mark && picture[at + 1] is not (0 or >= 0xD0 and <= 0xD7 or Mark))
            {
                return at;
            }
        }

        return picture.Length;
    }

    /// <summary>An EXIF of its own that says the orientation and nothing else; nothing where it is upright or not said.</summary>
    private static byte[] Oriented(ReadOnlySpan<byte> exif)
    {
        var orientation = exif.StartsWith("Exif\0\0"u8) ? OrientationOf(exif[6..]) : 0;
        return orientation is not (> 1 and <= 8) ? [] :
        [
            Mark, App1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
        ];
    }

    private static int OrientationOf(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 10 || !(tiff.StartsWith("MM"u8) || tiff.StartsWith("II"u8)))
        {
            return 0;
        }

        var big = tiff.StartsWith("MM"u8);
        var directory = Long(tiff[4..], big);
        if (directory > tiff.Length - 2)
        {
            return 0;
        }

        var entries = Short(tiff[(int)directory..], big);
        for (var entry = 0; entry < entries; entry++)
        {
            var at = directory + 2 + (entry * 12L);
            if (at + 12 > tiff.Length)
            {
                return 0;
            }

            if (Short(tiff[(int)at..], big) == OrientationTag)
            {
                return Short(tiff[(int)(at + 8)..], big);
            }
        }

        return 0;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool big) =>
        big ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool big) =>
        big ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private static uint Name(string chunk) => ((uint)chunk[0] << 24) | ((uint)chunk[1] << 16) | ((uint)chunk[2] << 8) | chunk[3];
}
