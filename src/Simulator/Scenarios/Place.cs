using System.Text.Json;

namespace Hotline.Simulator.Scenarios;

/// <summary>A value in a scenario file and the way to it (<c>classes[1].talk.exponential</c>), so that each complaint can name its place.</summary>
internal sealed class Place(string path, JsonElement value)
{
    private readonly HashSet<string> _asked = [];

    public string Path { get; } = path;

    /// <summary>The members of an object; each that is asked for becomes known.</summary>
    public Place? Find(string name)
    {
        Need(JsonValueKind.Object, "an object {…}");
        _asked.Add(name);
        return value.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
            ? new Place(Path.Length == 0 ? name : $"{Path}.{name}", member)
            : null;
    }

    public Place Get(string name) => Find(name) ?? throw Wrong($"\"{name}\" is missing");

    /// <summary>Complains of members that nobody asked for: mostly slips of the pen.</summary>
    public void Done()
    {
        foreach (var member in value.EnumerateObject().Where(m => !_asked.Contains(m.Name)))
        {
            throw Wrong($"\"{member.Name}\" means nothing here; known are {string.Join(", ", _asked)}");
        }
    }

    public IReadOnlyList<Place> List()
    {
        Need(JsonValueKind.Array, "a list […]");
        return [.. value.EnumerateArray().Select((item, i) => new Place(Invariant($"{Path}[{i}]"), item))];
    }

    public string Text()
    {
        Need(JsonValueKind.String, "a text in quotes");
        return value.GetString() is { Length: > 0 } text ? text : throw Wrong("is empty");
    }

    public double Number(double least, double most = 1e9)
    {
        Need(JsonValueKind.Number, "a number");
        var number = value.GetDouble();
        return number >= least && number <= most
            ? number
            : throw Wrong(Invariant($"is {value.GetRawText()}, and must be from {least:0.####} to {most:0.####}"));
    }

    public int Whole(int least, int most)
    {
        var number = Number(least, most);
        return number == Math.Floor(number) ? (int)number : throw Wrong($"is {value.GetRawText()}, and must be a whole number");
    }

    public ScenarioException Wrong(string what) => new($"{(Path.Length == 0 ? "the file" : Path)}: {what}.");

    private void Need(JsonValueKind kind, string said)
    {
        if (value.ValueKind != kind)
        {
            var found = value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? "a list or an object" : value.GetRawText();
            throw Wrong($"must be {said}, and is {found}");
        }
    }
}
