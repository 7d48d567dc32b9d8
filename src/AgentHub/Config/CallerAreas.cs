using System.Buffers;
using PhoneNumbers;

namespace Hotline.AgentHub.Config;

/// <summary>
/// Where a caller's line stands, as the numbering plans say: fixed lines by their dialling code, mobile numbers by where they were given
/// out, foreign ones by their country (libphonenumber). What the city knows better stands in <c>areas.csv</c> and goes before.
/// </summary>
public sealed class CallerAreas
{
    private const string Country = "CN";
    private const int ChinasCode = 86;
    private const int LengthMax = 32;
    private static readonly Locale Language = new("zh", Country);
    private static readonly SearchValues<char> Written = SearchValues.Create("+0123456789-() ");
    private readonly Dictionary<string, string> _names;
    private readonly int _longest;
    private readonly string _ownArea;

    /// <param name="names">Dialling code, or a code with first digits, and the area's name; abroad with + and the country's code.</param>
    /// <param name="ownArea">The area of numbers that come without a dialling code.</param>
    public CallerAreas(IEnumerable<KeyValuePair<string, string>> names, string ownArea)
    {
        _names = new Dictionary<string, string>(names);
        _longest = _names.Keys.Select(k => k.Length).DefaultIfEmpty(0).Max();
        _ownArea = ownArea;
    }

    /// <summary>The area, or null when the number does not tell.</summary>
    public string? Of(string callerNumber)
    {
        // Text that is no number would be read as one by its letters (1800FLOWERS).
        if (callerNumber.Length is 0 or > LengthMax || callerNumber.AsSpan().ContainsAnyExcept(Written))
        {
            return null;
        }
        if (callerNumber.Length is 7 or 8 && callerNumber[0] is >= '2' and <= '8' && callerNumber.All(char.IsAsciiDigit))
        {
            return _ownArea;
        }
        try
        {
            var number = PhoneNumberUtil.GetInstance().Parse(callerNumber, Country);
            return Known(number) ?? Described(number);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    internal static CallerAreas Read(CityFiles files, string ownArea)
    {
        Dictionary<string, string> names = [];
        foreach (var row in CodeTables.Unique(files.Table("areas.csv", "prefix", "name"), "prefix"))
        {
            if (row["prefix"] is ['0' or '+', .. var digits] && digits.All(char.IsAsciiDigit))
            {
                names.Add(row["prefix"], row["name"]);
            }
            else
            {
                row.Problem("prefix", $"\"{row["prefix"]}\" is not a dialling code; write digits that begin with 0, or + and a country's code");
            }
        }

        CallerAreas areas = new(names, ownArea);
        _ = Task.Run(() => areas.Of("13800000000")); // the plans are read at the first question, which takes a third of a second
        return areas;
    }

    /// <summary>The city's own word: the longest prefix counts.</summary>
    private string? Known(PhoneNumber number)
    {
        var national = PhoneNumberUtil.GetInstance().GetNationalSignificantNumber(number);
        var digits = number.CountryCode == ChinasCode ? $"0{national}" : Invariant($"+{number.CountryCode}{national}");
        for (var length = Math.Min(_longest, digits.Length); length > 0; length--)
        {
            if (_names.TryGetValue(digits[..length], out var name))
            {
                return name;
            }
        }

        return null;
    }

    private static string? Described(PhoneNumber number)
    {
        var said = PhoneNumberOfflineGeocoder.GetInstance().GetDescriptionForNumber(number, Language);
        return said is "" or "中国" ? null : said;
    }
}
