using System.Buffers.Binary;
using Hotline.AgentHub.Attachments;

namespace Hotline.AgentHub.Tests.Attachments;

/// <summary>A picture loses what its camera wrote beside it, and nothing of itself.</summary>
public sealed class PictureCleanerTests
{
    private static readonly byte[] Place = "GPS 34.79N 114.30E"u8.ToArray();
    private static readonly byte[] Scan = [0xFF, 0xDA, 0, 4, 1, 1, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56];
    private static readonly byte[] Tables = [0xFF, 0xDB, 0, 4, 7, 7];
    private static readonly byte[] Jfif = [0xFF, 0xE0, 0, 9, .. "JFIF\0"u8, 1, 2];
    private static readonly byte[] Colours = [0xFF, 0xE2, 0, 16, .. "ICC_PROFILE\0"u8, 1, 1];

    private static byte[] Exif(byte orientation, bool big) => big
        ? [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0, .. Place]
        : [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. Place];

    private static byte[] Segment(byte kind, byte[] content) => [0xFF, kind, 0, (byte)(content.Length + 2), .. content];

    private static byte[] Jpeg(params byte[][] segments) => [0xFF, 0xD8, .. segments.SelectMany(s => s), .. Tables, .. Scan, 0xFF, 0xD9];

    [Fact]
    public void Of_a_jpeg_stay_picture_and_colours_and_go_exif_comments_makers_notes_and_what_hangs_behind()
    {
        byte[] dirty =
        [
            .. Jpeg(Jfif, Segment(0xE1, Exif(1, big: true)), Colours, Segment(0xE2, [.. "MPF\0"u8, .. Place]), Segment(0xED, Place),
                Segment(0xFE, Place)),
            .. Place,
        ];

        PictureCleaner.Jpeg(dirty).ShouldBe(Jpeg(Jfif, Colours));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_the_exif_the_orientation_alone_stays(bool big)
    {
        var clean = PictureCleaner.Jpeg(Jpeg(Segment(0xE1, Exif(6, big)))).ShouldNotBeNull();

        clean.AsSpan().IndexOf(Place).ShouldBe(-1);
        clean.ShouldBe(Jpeg([0xFF, 0xE1, 0, 34, .. Exif(6, big: true)[..^Place.Length]]));
        PictureCleaner.Jpeg(clean).ShouldBe(clean, "it is clean now");
    }

    [Fact]
    public void A_progressive_jpeg_keeps_its_tables_between_its_scans()
    {
        var progressive = Jpeg(Jfif, Tables, Scan, Tables);

        PictureCleaner.Jpeg(progressive).ShouldBe(progressive);
    }

    [Fact]
    public void A_torn_jpeg_is_none()
    {
        var whole = Jpeg(Jfif);
        for (var length = 0; length < whole.Length; length++)
        {
            PictureCleaner.Jpeg(whole.AsSpan(0, length)).ShouldBeNull($"{length} of {whole.Length} bytes");
        }
    }

    [Fact]
    public void Of_a_png_stay_the_chunks_that_are_shown()
    {
        byte[] header = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        byte[] clean = [.. header, .. Chunk("IHDR", [1, 2, 3]), .. Chunk("tRNS", [4]), .. Chunk("IDAT", [5, 6]), .. Chunk("IEND", [])];
        byte[] dirty =
        [
            .. header, .. Chunk("IHDR", [1, 2, 3]), .. Chunk("eXIf", Place), .. Chunk("tEXt", Place), .. Chunk("iTXt", Place), .. Chunk("tIME", [7]),
            .. Chunk("tRNS", [4]), .. Chunk("IDAT", [5, 6]), .. Chunk("IEND", []), .. Place,
        ];

        PictureCleaner.Png(dirty).ShouldBe(clean);
        PictureCleaner.Png(clean).ShouldBe(clean);
        for (var length = 0; length < clean.Length; length++)
        {
            PictureCleaner.Png(clean.AsSpan(0, length)).ShouldBeNull($"{length} of {clean.Length} bytes");
        }
    }

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7", "pdf")]
    [InlineData("a.PDF", "%PDF-1.7", "pdf")]
    [InlineData("a.jpg", "%PDF-1.7", null)]
    [InlineData("a.html", "<script>", null)]
    [InlineData("a.pdf", "<script>", null)]
    [InlineData("a.pdf.exe", "%PDF-1.7", null)]
    public void What_a_file_is_its_bytes_and_its_name_must_both_say(string name, string begins, string? kind) =>
        AttachmentKinds.Of(name, System.Text.Encoding.ASCII.GetBytes(begins)).ShouldBe(kind);

    private static byte[] Chunk(string name, byte[] content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        System.Text.Encoding.ASCII.GetBytes(name).CopyTo(chunk, 4);
        content.CopyTo(chunk, 8);
        return chunk;
    }
}
