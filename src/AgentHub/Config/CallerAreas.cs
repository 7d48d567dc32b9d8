namespace Hotline.AgentHub.Config;

/// <summary>Where a caller's fixed line stands, by the longest known prefix of his number. A mobile number does not tell.</summary>
public sealed class CallerAreas
{
    private readonly Dictionary<string, string> _names;
    private readonly int _longest;
    private readonly string _ownArea;

    /// <param name="names">Dialling code, or a code with first digits, and the area's name.</param>
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
        string digits = Domestic(callerNumber);
        if (digits.Length is 7 or 8 && digits[0] is >= '2' and <= '8')
        {
            return _ownArea;
        }

        for (int length = Math.Min(_longest, digits.Length); length > 0; length--)
        {
            if (_names.TryGetValue(digits[..length], out string? name))
            {
                return name;
            }
        }

        return null;
    }

    internal static CallerAreas Read(CityFiles files, string ownArea)
    {
        Dictionary<string, string> names = [];
        foreach (CsvRow row in CodeTables.Unique(files.Table("areas.csv", "prefix", "name"), "prefix"))
        {
            if (row["prefix"].All(char.IsAsciiDigit) && row["prefix"].StartsWith('0'))
            {
                names.Add(row["prefix"], row["name"]);
            }
            else
            {
                row.Problem("prefix", $"\"{row["prefix"]}\" is not a dialling code; write digits that begin with 0");
            }
        }

        return new CallerAreas(names, ownArea);
    }

    // "+86 371 2…" and "0086371 2…" are the same line as "0371 2…". Anything else in a caller id is text, not a number.
    private static string Domestic(string callerNumber)
    {
        if (callerNumber.Length > 32)
        {
            return "";
        }

        string number = callerNumber.Trim().Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        bool withCountry = number.StartsWith("+86", StringComparison.Ordinal) || number.StartsWith("0086", StringComparison.Ordinal);
        string digits = withCountry ? number[(number[0] == '+' ? 3 : 4)..] : number;
        bool mobile = digits.Length == 11 && digits[0] == '1';
        return !digits.All(char.IsAsciiDigit) || mobile ? "" : withCountry && !digits.StartsWith('0') ? "0" + digits : digits;
    }
}
