using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.Routing;

/// <summary>A skill that an agent has, and how well. Written <c>law:4</c>.</summary>
/// <param name="Skill">Of the city's skills.csv.</param>
/// <param name="Level">Proficiency, 1 (beginner) to 5.</param>
[JsonConverter(typeof(AgentSkillJson))]
public readonly record struct AgentSkill(SkillId Skill, int Level)
{
    public const int LevelMin = 1, LevelMax = 5;

    /// <summary>The level of a skill for which none is written.</summary>
    public const int LevelUsual = 3;

    public static implicit operator AgentSkill(SkillId skill) => FromSkillId(skill);

    /// <summary>The skill at its usual level.</summary>
    public static AgentSkill FromSkillId(SkillId skill) => new(skill, LevelUsual);

    /// <summary>Reads <c>law:4</c> or <c>law</c>; null where it is neither.</summary>
    public static AgentSkill? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return text.Length > 0 ? new SkillId(text) : null;
        }
        return colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var level)
            && level is >= LevelMin and <= LevelMax
            ? new AgentSkill(new SkillId(text[..colon]), level)
            : null;
    }

    public override string ToString() => $"{Skill.Value}:{Level.ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>As text; a journal of before the levels wrote the skill as an object.</summary>
public sealed class AgentSkillJson : JsonConverter<AgentSkill>
{
    public override AgentSkill Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AgentSkill.Parse(SkillText.Read(ref reader)) ?? throw new JsonException("not a skill");

    public override void Write(Utf8JsonWriter writer, AgentSkill value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>The two ways in which journals write a skill.</summary>
internal static class SkillText
{
    public static string Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString()!;
        }
        using var old = JsonDocument.ParseValue(ref reader);
        return old.RootElement.TryGetProperty("Value", out var value) ? value.GetString() ?? "" : "";
    }
}
