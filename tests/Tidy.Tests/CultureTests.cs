using System.Globalization;

namespace Hotline.Tidy.Tests;

/// <summary>
/// <c>./hotline test</c> runs all suites in a culture of its own (tools/test.sh), so that a text for programs that depends on one is seen.
/// </summary>
public sealed class CultureTests
{
    [Fact]
    public void Suites_run_in_the_culture_of_their_environment()
    {
        var asked = Environment.GetEnvironmentVariable("LC_ALL") ?? "";
        Assert.SkipUnless(asked.StartsWith("fa_IR", StringComparison.Ordinal), "Not started by ./hotline test.");

        CultureInfo.CurrentCulture.Name.ShouldBe("fa-IR");
        (-1.5).ToString(CultureInfo.CurrentCulture).ShouldNotBe("-1.5");
        new DateOnly(2026, 3, 17).ToString("yyyy-MM-dd", CultureInfo.CurrentCulture).ShouldNotBe("2026-03-17");
    }

    /// <summary>An environment that switches cultures off (some images do) must not reach us: SqlClient opens nothing then.</summary>
    [Fact]
    public void Programs_say_themselves_that_they_have_cultures() =>
        Tree.Read("Directory.Build.props").ShouldContain("<InvariantGlobalization>false</InvariantGlobalization>");
}
