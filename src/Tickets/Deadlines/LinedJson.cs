using System.Text;
using System.Text.Json;

namespace Hotline.Tickets.Deadlines;

/// <summary>A JSON value that knows the line it stands in, so that every mistake can be pointed at.</summary>
internal sealed class LinedJson
{
    private LinedJson(int line) => Line = line;

    /// <summary>From 1.</summary>
    public int Line { get; }

    /// <summary>For a text, a number, true or false: as it is written; else null.</summary>
    public string? Text { get; private init; }

    /// <summary>True for a text in quotation marks.</summary>
    public bool IsText { get; private init; }

    /// <summary>Of an object; else null.</summary>
    public Dictionary<string, LinedJson>? Members { get; private init; }

    /// <summary>Of a list; else null.</summary>
    public List<LinedJson>? Items { get; private init; }

    /// <exception cref="JsonException">It is no JSON, or an object has a member twice.</exception>
    public static LinedJson Parse(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        reader.Read();
        var value = Value(ref reader, bytes);
        reader.Read(); // whatever follows is a mistake, which the reader says
        return value;
    }

    private static LinedJson Value(ref Utf8JsonReader reader, byte[] bytes)
    {
        var line = 1 + bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n');
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                Dictionary<string, LinedJson> members = [];
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    var member = Value(ref reader, bytes);
                    if (!members.TryAdd(name, member))
                    {
                        throw new JsonException($"\"{name}\" stands twice; remove one of the two", null, member.Line - 1, null);
                    }
                }

                return new LinedJson(line) { Members = members };
            case JsonTokenType.StartArray:
                List<LinedJson> items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Value(ref reader, bytes));
                }

                return new LinedJson(line) { Items = items };
            case JsonTokenType.String:
                return new LinedJson(line) { Text = reader.GetString(), IsText = true };
            case JsonTokenType.Null:
                return new LinedJson(line);
            default:
                return new LinedJson(line) { Text = Encoding.UTF8.GetString(reader.ValueSpan) };
        }
    }
}
