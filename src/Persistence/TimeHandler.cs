using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Hotline.Persistence;

/// <summary>
/// Times in the database are UTC to the millisecond: text of fixed width in SQLite (so that text order is time order),
/// datetimeoffset(3) elsewhere.
/// </summary>
internal sealed class TimeHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly Lazy<bool> Registered = new(() =>
    {
        // Dapper asks its own table of types first; only without an entry there does it ask a handler.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new TimeHandler());
        return true;
    });

    /// <summary>Makes Dapper know it, once per process.</summary>
    public static void Register() => _ = Registered.Value;

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
    {
        if (parameter is SqliteParameter)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
        }
        else
        {
            parameter.DbType = DbType.DateTimeOffset;
            parameter.Value = value.ToUniversalTime();
        }
    }

    public override DateTimeOffset Parse(object value) => value switch
    {
        DateTimeOffset time => time,
        string text => DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        _ => throw new DataException($"{value.GetType()} is no time"),
    };
}
