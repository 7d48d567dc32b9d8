using System.Text.RegularExpressions;

namespace Hotline.Setup.Tests;

/// <summary>A Dockerfile, in its stages.</summary>
internal sealed partial class ImageFile
{
    private readonly Dictionary<string, string> _arguments = [];

    public ImageFile(string text)
    {
        List<Stage> stages = [];
        foreach (var line in Continuation().Replace(text, " ").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0] == "ARG")
            {
                _arguments[words[1].Split('=')[0]] = words[1][(words[1].IndexOf('=', StringComparison.Ordinal) + 1)..];
            }
            else if (words[0] == "FROM")
            {
                stages.Add(new Stage(words[3], Argument().Replace(words[1], m => _arguments.GetValueOrDefault(m.Groups[1].Value, "")), []));
            }
            else
            {
                stages[^1].Lines.Add(words);
            }
        }
        Stages = stages;
    }

    public IReadOnlyList<Stage> Stages { get; }

    /// <summary>FROM Base AS Name, and the words of each line that follows.</summary>
    public sealed record Stage(string Name, string Base, List<string[]> Lines)
    {
        public string Last(string instruction) => string.Join(' ', Lines.LastOrDefault(l => l[0] == instruction)?[1..] ?? []);

        public IEnumerable<string[]> All(string instruction) => Lines.Where(l => l[0] == instruction).Select(l => l[1..]);
    }

    [GeneratedRegex(@"\\\n\s*")]
    private static partial Regex Continuation();

    [GeneratedRegex(@"\$\{(\w+)\}")]
    private static partial Regex Argument();
}
