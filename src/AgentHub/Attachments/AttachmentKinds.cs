namespace Hotline.AgentHub.Attachments;

/// <summary>What may be attached: told by a file's first bytes, and its name must say the same.</summary>
internal static class AttachmentKinds
{
    /// <summary>How a PNG begins.</summary>
    internal static readonly byte[] PngMark = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly byte[] JpegMark = [0xFF, 0xD8, 0xFF];

    /// <summary>pdf, jpeg or png; null for any other, and where name and bytes disagree.</summary>
    public static string? Of(string name, ReadOnlySpan<byte> bytes) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".PDF" when bytes.StartsWith("%PDF-"u8) => "pdf",
        ".JPG" or ".JPEG" when bytes.StartsWith(JpegMark) => "jpeg",
        ".PNG" when bytes.StartsWith(PngMark) => "png",
        _ => null,
    };

    /// <summary>As it is sent.</summary>
    public static string TypeOf(string kind) => kind switch
    {
        "pdf" => "application/pdf",
        "jpeg" => "image/jpeg",
        _ => "image/png",
    };

    /// <summary>The bytes to keep: pictures without what their camera wrote beside them. Null for a picture that is torn.</summary>
    public static byte[]? Cleaned(string kind, byte[] bytes) => kind switch
    {
        "jpeg" => PictureCleaner.Jpeg(bytes),
        "png" => PictureCleaner.Png(bytes),
        _ => bytes,
    };
}
