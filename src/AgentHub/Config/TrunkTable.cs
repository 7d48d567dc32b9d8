using Hotline.Telephony;

namespace Hotline.AgentHub.Config;

/// <summary>Reads trunks.csv: where each trunk says who calls and what was dialled.</summary>
internal static class TrunkTable
{
    private static readonly Dictionary<string, CallerSource> Callers = new()
    {
        ["asserted"] = CallerSource.AssertedIdentity,
        ["remote"] = CallerSource.RemoteParty,
        ["from"] = CallerSource.From,
    };

    private static readonly Dictionary<string, DialledSource> Dialled = new()
    {
        ["diversion"] = DialledSource.Diversion,
        ["history"] = DialledSource.History,
        ["called"] = DialledSource.CalledParty,
        ["request"] = DialledSource.Request,
        ["to"] = DialledSource.To,
    };

    public static IReadOnlyDictionary<string, TrunkRules> Read(CityFiles files)
    {
        Dictionary<string, TrunkRules> rules = [];
        foreach (var row in CodeTables.Unique(files.Table("trunks.csv", "trunk", "caller", "dialled"), "trunk", "caller"))
        {
            rules.Add(row["trunk"], new TrunkRules(Words(row, "caller", Callers), Words(row, "dialled", Dialled)));
        }
        return rules;
    }

    private static List<T> Words<T>(CsvRow row, string column, Dictionary<string, T> known)
    {
        List<T> found = [];
        foreach (var word in row[column].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!known.TryGetValue(word, out var value))
            {
                row.Problem(column, $"\"{word}\" is none of {string.Join(", ", known.Keys)}");
            }
            else if (found.Contains(value))
            {
                row.Problem(column, $"\"{word}\" stands here twice");
            }
            else
            {
                found.Add(value);
            }
        }
        if (found.Count == 0)
        {
            row.Problem(column, $"is empty; write some of {string.Join(", ", known.Keys)}, in their order");
        }
        return found;
    }
}
