using System.Text;

namespace Hotline.Telephony.Ami;

/// <summary>One message of the manager interface: lines of "Key: value", ended by an empty line. A key may come more than once.</summary>
public sealed class AmiMessage
{
    private readonly List<(string Key, string Value)> _lines = [];

    public IReadOnlyList<(string Key, string Value)> Lines => _lines;

    /// <summary>The first value of a key; empty where it is missing.</summary>
    public string this[string key] => _lines.Find(l => l.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    public bool Ok => this["Response"] is "Success" or "Follows" or "Goodbye";

    /// <summary>An action. What comes from outside is cleaned: a line end in a value would begin a header of its own.</summary>
    public static AmiMessage Action(string name, params (string Key, string Value)[] fields)
    {
        var message = new AmiMessage();
        message.Add("Action", name);
        foreach (var (key, value) in fields)
        {
            message.Add(key, value);
        }
        return message;
    }

    internal void Add(string key, string value) => _lines.Add((key, Clean(value)));

    /// <summary>Adds a line as it came; lines without a colon (output of a command) are passed over.</summary>
    internal void AddLine(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            _lines.Add((line[..colon], line[(colon + 1)..].Trim()));
        }
    }

    internal string Encode(string actionId)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in _lines)
        {
            text.Append(key).Append(": ").Append(value).Append("\r\n");
        }
        return text.Append("ActionID: ").Append(actionId).Append("\r\n\r\n").ToString();
    }

    // Asterisk refuses an action with a line above 1,024 bytes ("line too long"): cut before.
    private const int ValueBytesMax = 900;

    private static string Clean(string value)
    {
        var text = value.AsSpan().IndexOfAny('\r', '\n', '\0') < 0 ? value : string.Concat(value.Where(c => c is not ('\r' or '\n' or '\0')));
        if (Encoding.UTF8.GetByteCount(text) <= ValueBytesMax)
        {
            return text;
        }
        var length = Math.Min(text.Length, ValueBytesMax);
        while (Encoding.UTF8.GetByteCount(text.AsSpan(0, length)) > ValueBytesMax)
        {
            length--;
        }
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }
}
