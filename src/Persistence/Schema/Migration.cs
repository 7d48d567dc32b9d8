using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hotline.Persistence;

/// <summary>One step of the schema, from Sql/DIALECT/migrations/0001_initial.sql. Once released, a file never changes.</summary>
internal sealed record Migration(int Version, string Name, string Text)
{
    /// <summary>SHA-256 of the text with LF line ends, in hexadecimal.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>The migrations embedded for a dialect, oldest first.</summary>
    public static IReadOnlyList<Migration> Of(string dialect) =>
    [
        .. SqlFiles.Of(dialect)
            .Where(file => file.Key.StartsWith(SqlFiles.Migrations, StringComparison.Ordinal))
            .Select(file => Read(Path.GetFileNameWithoutExtension(file.Key), file.Value))
            .OrderBy(migration => migration.Version),
    ];

    private static Migration Read(string name, string text) =>
        new(int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), name, text);
}
