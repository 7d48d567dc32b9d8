using System.Text.RegularExpressions;

namespace Hotline.Tidy.Tests;

/// <summary>A name that could stand for anything hides that nobody knew what the thing is.</summary>
public sealed partial class NameTests
{
    [Theory]
    [InlineData("Hotline.Routing")]
    [InlineData("Hotline.Tickets")]
    public void Core_has_no_name_that_says_nothing(string core)
    {
        using var assembly = Assembly.Open(core);

        assembly.TypeNames.Where(SaysNothing).ShouldBeEmpty();
        Tree.Under($"src/{core["Hotline.".Length..]}/", ".cs").Where(f => SaysNothing(Path.GetFileNameWithoutExtension(f))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("CallManager", true)]
    [InlineData("TimeHelpers", true)]
    [InlineData("StringUtil", true)]
    [InlineData("DateUtilities", true)]
    [InlineData("Utilisation", false)]
    [InlineData("CallDistributor", false)]
    public void Rule_knows_the_words(string name, bool forbidden) => SaysNothing(name).ShouldBe(forbidden);

    private static bool SaysNothing(string name) => Empty().IsMatch(name);

    [GeneratedRegex("(Manager|Helper|Util)(s|ities|ity)?($|[A-Z<`])")]
    private static partial Regex Empty();
}
