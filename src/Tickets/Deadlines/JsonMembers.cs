using System.Globalization;
using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Deadlines;

/// <summary>The members of one object of a rule set, asked for one by one; what nobody asked for is a mistake.</summary>
internal sealed class JsonMembers(LinedJson json, string place, string file, ICollection<DataProblem> problems)
{
    private readonly HashSet<string> _asked = [];

    public string Required(string name)
    {
        var text = Optional(name);
        Check(text is { Length: > 0 }, name, "is missing; write it");
        return text ?? "";
    }

    public string? Optional(string name)
    {
        var value = Of(name);
        Check(value is null or { IsText: true } or { Text: null, Members: null, Items: null }, name, "must be a text in quotation marks");
        return value?.Text;
    }

    public DateOnly? Date(string name)
    {
        var text = Optional(name);
        var good = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        Check(text is null || good, name, $"\"{text}\" is no date; write it as 2022-11-25");
        return good ? date : null;
    }

    public int Number(string name, int least, int most)
    {
        var text = Of(name)?.Text;
        var good = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;
        Check(good, name, Invariant($"must be a whole number from {least} to {most}"));
        return number;
    }

    public bool Flag(string name)
    {
        var value = Of(name);
        Check(value is null or { IsText: false, Text: "true" or "false" }, name, "must be true or false");
        return value?.Text == "true";
    }

    public Limit? Limit(string name, bool mayBeLeftOut = false)
    {
        var text = Optional(name);
        var good = Calendar.Limit.TryParse(text, out var limit);
        Check(text is not null || mayBeLeftOut, name, "is missing; write an amount and a unit, as \"5 workingDays\"");
        Check(text is null || good, name, Invariant(
            $"\"{text}\" is no limit; write an amount from 1 to {Calendar.Limit.AmountMax} and one of {Calendar.Word.All<DurationUnit>()}"));
        return good ? limit : null;
    }

    public T Word<T>(string name, T? usual = null)
        where T : struct, Enum
    {
        var text = Optional(name);
        if (text is null && usual is { } otherwise)
        {
            return otherwise;
        }

        var good = Calendar.Word.TryParse(text ?? "", out T member);
        Check(good, name, $"\"{text}\" is not known; write one of {Calendar.Word.All<T>()}");
        return member;
    }

    public IReadOnlyList<string> Words(string name, IReadOnlyList<string>? known = null)
    {
        var value = Of(name);
        var good = value is null || value.Items?.TrueForAll(item => item.IsText && item.Text!.Length > 0) == true;
        Check(good, name, "must be a list of texts, as [\"consultation\"]");
        List<string> words = good && value is not null ? [.. value.Items!.Select(item => item.Text!)] : [];
        foreach (var word in words.Where(word => known?.Contains(word) == false))
        {
            Check(false, name, $"\"{word}\" is not known; write one of {string.Join(", ", known!)}");
        }

        return words;
    }

    /// <summary>The objects of a list, each with its id and no id twice.</summary>
    public IEnumerable<(JsonMembers Members, string Id)> Objects(string name, Dictionary<string, int> lines)
    {
        var value = Of(name);
        Check(value?.Items?.TrueForAll(item => item.Members is not null) == true, name, "must be a list of objects in braces; it may be empty: []");
        foreach (var item in value?.Items?.Where(item => item.Members is not null) ?? [])
        {
            var id = item.Members!.GetValueOrDefault("id")?.Text ?? "";
            JsonMembers members = new(item, id, file, problems);
            members.Required("id");
            members.Check(lines.TryAdd(id, item.Line), "id", $"\"{id}\" stands twice; give each rule an id of its own");
            yield return (members, id);
        }
    }

    public void Check(bool holds, string name, string text)
    {
        if (!holds)
        {
            var line = json.Members?.GetValueOrDefault(name)?.Line ?? json.Line;
            problems.Add(new DataProblem(file, line, place.Length > 0 ? $"{place}.{name}" : name, text));
        }
    }

    /// <summary>Nothing more is asked for. A note may stand anywhere.</summary>
    public void Done()
    {
        foreach (var unknown in json.Members?.Keys.Where(name => name != "note" && !_asked.Contains(name)) ?? [])
        {
            Check(false, unknown, $"this member is unknown; remove it, or correct it to one of {string.Join(", ", _asked)}");
        }
    }

    private LinedJson? Of(string name)
    {
        _asked.Add(name);
        return json.Members?.GetValueOrDefault(name);
    }
}
