using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.Routing;

/// <summary>
/// Who is fit for a call: <c>law>=4 and not (tax or fund)</c>, <c>any</c>. Immutable; two with the same text are equal.
/// </summary>
[JsonConverter(typeof(SkillExpressionJson))]
public abstract class SkillExpression : IEquatable<SkillExpression>
{
    private string? _text;

    private protected SkillExpression()
    {
    }

    /// <summary>Everybody of the front desk.</summary>
    public static SkillExpression Anybody { get; } = new Any();

    /// <summary>The canonical text, which <see cref="SkillExpressionText.Parse"/> reads again.</summary>
    public string Text => _text ??= Write();

    /// <summary>All skills that it names.</summary>
    public abstract IEnumerable<SkillId> Names { get; }

    /// <summary>
    /// Terms of which everybody who is fit has at least one, so that only their holders need to be looked at; empty where there are
    /// no such terms, as for <c>any</c> and <c>not law</c>.
    /// </summary>
    internal abstract IReadOnlyList<AgentSkill> Anchors { get; }

    public static implicit operator SkillExpression(SkillId skill) => FromSkillId(skill);

    /// <summary>Everybody who has the skill, however well.</summary>
    public static SkillExpression FromSkillId(SkillId skill) => AtLeast(skill, AgentSkill.LevelMin);

    /// <summary>At least this level.</summary>
    public static SkillExpression AtLeast(SkillId skill, int level) => new Has(new AgentSkill(skill, level));

    public static SkillExpression And(SkillExpression a, SkillExpression b) => new Both(a, b);

    public static SkillExpression Or(SkillExpression a, SkillExpression b) => new Either(a, b);

    public static SkillExpression Not(SkillExpression a) => new Without(a);

    /// <summary>True where an agent with this profile is fit.</summary>
    public abstract bool Fits(SkillProfile profile);

    public bool Equals(SkillExpression? other) => other is not null && (ReferenceEquals(this, other) || Text == other.Text);

    public sealed override bool Equals(object? obj) => Equals(obj as SkillExpression);

    public sealed override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public sealed override string ToString() => Text;

    private protected abstract string Write();

    private sealed class Any : SkillExpression
    {
        public override IEnumerable<SkillId> Names => [];
        internal override IReadOnlyList<AgentSkill> Anchors => [];
        public override bool Fits(SkillProfile profile) => true;
        private protected override string Write() => SkillExpressionText.Any;
    }

    private sealed class Has(AgentSkill least) : SkillExpression
    {
        public override IEnumerable<SkillId> Names => [least.Skill];
        internal override IReadOnlyList<AgentSkill> Anchors { get; } = [least];
        public override bool Fits(SkillProfile profile) => profile.LevelOf(least.Skill) >= least.Level;
        private protected override string Write() =>
            least.Level == AgentSkill.LevelMin
                ? least.Skill.Value
                : $"{least.Skill.Value}>={least.Level.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
    }

    private sealed class Both(SkillExpression a, SkillExpression b) : SkillExpression
    {
        public override IEnumerable<SkillId> Names => a.Names.Concat(b.Names);

        // One side is enough; the one with fewer terms leaves fewer people to look at.
        internal override IReadOnlyList<AgentSkill> Anchors { get; } =
            a.Anchors.Count == 0 ? b.Anchors : b.Anchors.Count == 0 || a.Anchors.Count <= b.Anchors.Count ? a.Anchors : b.Anchors;

        public override bool Fits(SkillProfile profile) => a.Fits(profile) && b.Fits(profile);
        private protected override string Write() => $"{Inner(a)} and {Inner(b)}";
        private static string Inner(SkillExpression e) => e is Either ? $"({e.Text})" : e.Text;
    }

    private sealed class Either(SkillExpression a, SkillExpression b) : SkillExpression
    {
        public override IEnumerable<SkillId> Names => a.Names.Concat(b.Names);
        internal override IReadOnlyList<AgentSkill> Anchors { get; } = a.Anchors.Count == 0 || b.Anchors.Count == 0
            ? []
            : [.. a.Anchors.Union(b.Anchors)];
        public override bool Fits(SkillProfile profile) => a.Fits(profile) || b.Fits(profile);
        private protected override string Write() => $"{a.Text} or {b.Text}";
    }

    private sealed class Without(SkillExpression a) : SkillExpression
    {
        public override IEnumerable<SkillId> Names => a.Names;
        internal override IReadOnlyList<AgentSkill> Anchors => [];
        public override bool Fits(SkillProfile profile) => !a.Fits(profile);
        private protected override string Write() => a is Both or Either ? $"not ({a.Text})" : $"not {a.Text}";
    }
}

/// <summary>As text; a journal of before the expressions wrote one skill as an object.</summary>
public sealed class SkillExpressionJson : JsonConverter<SkillExpression>
{
    public override SkillExpression Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SkillExpressionText.Parse(SkillText.Read(ref reader)) is (var expression, null)
            ? expression!
            : throw new JsonException("not a skill expression");

    public override void Write(Utf8JsonWriter writer, SkillExpression value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
