using System.Text.RegularExpressions;

namespace Hotline.Tidy.Tests;

/// <summary>One C# dialect. What an analyzer can hold stands in .editorconfig; here is the rest.</summary>
public sealed partial class MannersTests
{
    private const int ColumnsMax = 150;

    private static List<(string File, string Text)> Shipped { get; } = [.. Tree.Under("src/", ".cs").Select(file => (file, Tree.Read(file)))];
    private static List<(string File, string Text)> Sources { get; } =
        [.. Shipped, .. Tree.Under("tests/", ".cs").Select(file => (file, Tree.Read(file)))];

    [Fact]
    public void Lines_have_at_most_150_columns() => TooWide(Sources).ShouldBeEmpty();

    [Fact]
    public void A_token_of_cancellation_is_called_that() => OddTokens(Shipped).ShouldBeEmpty();

    [Fact]
    public void Every_public_type_says_what_it_is() => Silent(Shipped).ShouldBeEmpty();

    [Fact]
    public void Names_of_tests_are_sentences() => OddNames(Sources).ShouldBeEmpty();

    [Fact]
    public void Rules_see_what_is_against_them()
    {
        TooWide([("src/A.cs", new string('x', ColumnsMax + 1))]).ShouldHaveSingleItem();
        TooWide([("tests/A.cs", $"x = \"{new string('x', ColumnsMax)}\";")]).ShouldBeEmpty();
        TooWide([("src/A.cs", $"x = \"{new string('x', ColumnsMax)}\";")]).ShouldHaveSingleItem("what is shipped has no such lines");
        OddTokens([("src/A.cs", "Task Do(CancellationToken ct);")]).ShouldHaveSingleItem();
        Silent([("src/A.cs", "[A]\npublic sealed record A;")]).ShouldHaveSingleItem();
        Silent([("src/A.cs", "/// <summary>It is A.</summary>\n[A]\npublic sealed record A;\npublic sealed partial record A;")]).ShouldBeEmpty();
        OddNames([("tests/A.cs", "    [Fact]\n    public void Do_ThisThen_That() { }")]).ShouldHaveSingleItem();
        OddNames([("tests/A.cs", "    [Fact]\n    [Requirement(\"A\")]\n    public async Task This_is_done_12_times() { }")]).ShouldBeEmpty();
    }

    private static IEnumerable<string> TooWide(IEnumerable<(string File, string Text)> sources) =>
        from source in sources
        from line in source.Text.Split('\n').Index()
        where line.Item.Length > ColumnsMax && !(source.File.StartsWith("tests/", StringComparison.Ordinal) && LongLiteral().IsMatch(line.Item))
        select $"{source.File}:{line.Index + 1} has {line.Item.Length} columns, {ColumnsMax} are allowed";

    private static IEnumerable<string> OddTokens(IEnumerable<(string File, string Text)> sources) =>
        from source in sources
        from Match token in Token().Matches(source.Text)
        where token.Groups[1].Value is not ("cancellationToken" or "stoppingToken" or "gone")
        select $"{source.File}: a CancellationToken is called {token.Groups[1].Value}";

    /// <summary>A type in several parts is described at one of them.</summary>
    private static IEnumerable<string> Silent(IEnumerable<(string File, string Text)> sources) =>
        from source in sources
        from Match match in PublicType().Matches(source.Text)
        let part = (source.File, Name: match.Groups[2].Value, Said: match.Groups[1].Length > 0)
        group part by part.Name into type
        where type.All(part => !part.Said)
        select $"{type.First().File}: {type.Key} has no docstring";

    private static IEnumerable<string> OddNames(IEnumerable<(string File, string Text)> sources) =>
        from source in sources
        from test in Mark().Matches(source.Text)
        let method = Method().Match(source.Text, test.Index)
        where method.Success && !Sentence().IsMatch(method.Groups[1].Value)
        select $"{source.File}: {method.Groups[1].Value} is no sentence_of_words";

    /// <summary>
    /// What a test tells word for word is not cut in pieces for the width of a page: a line of a raw literal, or one with a long text.
    /// </summary>
    [GeneratedRegex("""^\s*("|\{ "|\[\{")|"{3}|(?<!")"([^"\\]|\\.){60,}""")]
    private static partial Regex LongLiteral();

    [GeneratedRegex(@"\bCancellationToken (\w+)[,)]")]
    private static partial Regex Token();

    [GeneratedRegex(@"(///[^\n]*\n)?(?:[ \t]*\[[^\n]*\]\n)*[ \t]*\bpublic (?:(?:sealed|static|abstract|partial|readonly|new) )*(?:class|record struct|record|struct|interface|enum|delegate \S+) (\w+)")]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^ *\[(?:Fact|Theory)\b", RegexOptions.Multiline)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\bpublic (?:static )?(?:async )?(?:Task|void|ValueTask) (\w+)\(")]
    private static partial Regex Method();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*(_[a-z0-9]+)+$")]
    private static partial Regex Sentence();
}
