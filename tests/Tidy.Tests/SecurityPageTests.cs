using System.Text.RegularExpressions;

namespace Hotline.Tidy.Tests;

/// <summary>docs/security.md says which test holds what is met: none of them may be gone.</summary>
public sealed partial class SecurityPageTests
{
    [Fact]
    public void Tests_that_the_page_names_exist() => Gone(Tree.Read("docs/security.md")).ShouldBeEmpty();

    [Fact]
    public void Whatever_is_met_names_a_test() => Bare(Tree.Read("docs/security.md")).ShouldBeEmpty();

    [Fact]
    public void Rules_see_what_is_wrong()
    {
        Gone("held by `NoSuchTests` and `SecurityPageTests.No_such_one…` and `SecurityPageTests.Rules_see…`")
            .ShouldBe(["NoSuchTests", "SecurityPageTests.No_such_one"]);
        Bare("| V1 | a thing | met | as everybody knows |").ShouldHaveSingleItem();
        Bare("| V1 | a thing | met | `SecurityPageTests` |").ShouldBeEmpty();
    }

    private static List<string> Gone(string page)
    {
        var sources = Tree.Under("tests/", ".cs").Select(file => (Name: Path.GetFileNameWithoutExtension(file), Text: Tree.Read(file))).ToList();
        return
        [
            .. Named().Matches(page).Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value))
                .Where(test => !sources.Exists(source => source.Text.Contains($"class {test.Class}", StringComparison.Ordinal)
                    && source.Text.Contains($" {test.Method}", StringComparison.Ordinal)))
                .Select(test => test.Method.Length > 0 ? $"{test.Class}.{test.Method}" : test.Class).Distinct(),
        ];
    }

    private static IEnumerable<string> Bare(string page) =>
        page.Split('\n').Where(line => line.Split('|').Any(cell => cell.Trim() == "met") && !Named().IsMatch(line));

    [GeneratedRegex(@"`(\w+(?:Tests|Specification))(?:\.(\w+))?…?`")]
    private static partial Regex Named();
}
