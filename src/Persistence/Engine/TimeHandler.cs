using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Hotline.Persistence;

/// <summary>
/// Times in the database are UTC to the millisecond: text of fixed width in SQLite (so that text order is time order),
/// datetimeoffset(3) or timestamptz(3) elsewhere. What is finer is cut off before it goes there, so that all databases hold the same moment. A time
/// that is missing has its type as well: a server cannot guess it.
/// </summary>
internal sealed class TimeHandler : SqlMapper.ITypeHandler
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly Lazy<bool> Registered = new(() =>
    {
        // Dapper asks its own table of types first; only without an entry there does it ask a handler.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(typeof(DateTimeOffset), new TimeHandler());
        return true;
    });

    /// <summary>Makes Dapper know it, once per process.</summary>
    public static void Register() => _ = Registered.Value;

    public void SetValue(IDbDataParameter parameter, object value)
    {
        var asText = parameter is SqliteParameter;
        parameter.DbType = asText ? DbType.String : DbType.DateTimeOffset;
        parameter.Value = value is not DateTimeOffset time ? DBNull.Value
            : asText ? time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture)
            : CutToMilliseconds(time);
    }

    public object Parse(Type destinationType, object value) => value switch
    {
        DateTimeOffset time => time,
        DateTime { Kind: DateTimeKind.Utc } time => new DateTimeOffset(time), // Npgsql, whatever the time zone of the session
        string text => DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        _ => throw new DataException($"{value.GetType()} is no time"),
    };

    private static DateTimeOffset CutToMilliseconds(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
