using System.Globalization;

namespace Hotline.Routing;

/// <summary>
/// Reads a <see cref="SkillExpression"/>:
/// <code>
/// expression = and { "or" and } ;  and = not { "and" not } ;  not = "not" not | "(" expression ")" | "any" | skill [ ">=" level ]
/// </code>
/// </summary>
public static class SkillExpressionText
{
    public const string Any = "any";

    /// <summary>Deeper nesting is a mistake in a table, not a need.</summary>
    private const int DepthMax = 16;
    private const int LengthMax = 400;

    /// <summary>The expression, or what is wrong and at which character (counted from 1).</summary>
    public static (SkillExpression? Expression, string? Flaw) Parse(string text)
    {
        if (text.Length > LengthMax)
        {
            return (null, $"a skill expression has at most {LengthMax} characters, this one has {text.Length}");
        }
        var reader = new Reader(text);
        var expression = reader.Or(0);
        if (reader.Flaw is null && !reader.AtEnd)
        {
            reader.Fail($"\"{reader.Word}\" is not expected here; write and, or, or nothing");
        }
        return reader.Flaw is null ? (expression, null) : (null, reader.Flaw);
    }

    private struct Reader
    {
        private readonly string _text;
        private int _at;

        public Reader(string text)
        {
            _text = text;
            Next();
        }

        public string Word { get; private set; } = "";
        public string? Flaw { get; private set; }
        public readonly bool AtEnd => Word.Length == 0;

        public void Fail(string what) => Flaw ??= Invariant($"at character {_at - Word.Length + 1}: {what}");

        public SkillExpression Or(int depth)
        {
            var left = And(depth);
            while (Flaw is null && Word == "or")
            {
                Next();
                left = SkillExpression.Or(left, And(depth));
            }
            return left;
        }

        private SkillExpression And(int depth)
        {
            var left = Not(depth);
            while (Flaw is null && Word == "and")
            {
                Next();
                left = SkillExpression.And(left, Not(depth));
            }
            return left;
        }

        private SkillExpression Not(int depth)
        {
            if (depth > DepthMax)
            {
                Fail($"deeper than {DepthMax} levels");
                return SkillExpression.Anybody;
            }
            switch (Word)
            {
                case "not":
                    Next();
                    return SkillExpression.Not(Not(depth + 1));
                case "(":
                    Next();
                    var inner = Or(depth + 1);
                    if (Word == ")")
                    {
                        Next();
                    }
                    else
                    {
                        Fail("a \")\" is missing");
                    }
                    return inner;
                case Any:
                    Next();
                    return SkillExpression.Anybody;
                default:
                    return Skill();
            }
        }

        private SkillExpression Skill()
        {
            var name = Word;
            if (name is "" or ")" or "and" or "or" or ">=" || !IsName(name[0]))
            {
                Fail(name.Length == 0 ? "a skill is missing" : $"\"{name}\" is not a skill");
                return SkillExpression.Anybody;
            }
            Next();
            if (Word != ">=")
            {
                return new SkillId(name);
            }
            Next();
            if (!int.TryParse(Word, NumberStyles.None, CultureInfo.InvariantCulture, out var level)
                || level is < AgentSkill.LevelMin or > AgentSkill.LevelMax)
            {
                Fail($"\"{Word}\" is not a level; write {AgentSkill.LevelMin} to {AgentSkill.LevelMax}");
                return SkillExpression.Anybody;
            }
            Next();
            return SkillExpression.AtLeast(new SkillId(name), level);
        }

        private void Next()
        {
            while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            {
                _at++;
            }
            var from = _at;
            if (_at < _text.Length)
            {
                _at++;
                if (_text[from] == '>' && _at < _text.Length && _text[_at] == '=')
                {
                    _at++;
                }
                else if (IsName(_text[from]))
                {
                    while (_at < _text.Length && IsName(_text[_at]))
                    {
                        _at++;
                    }
                }
            }
            Word = _text[from.._at];
        }

        private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
    }
}
