namespace Hotline.Tidy.Tests;

/// <summary>One idea per file and per method: what grows past these limits is taken apart.</summary>
public sealed class SizeTests
{
    private const int SourceLinesMax = 400;
    private const int TestLinesMax = 600;
    private const int MethodLinesMax = 70;

    // As long as the types that it is written from: nobody reads it from top to bottom, and a test compares it with them.
    private static readonly string[] Generated = ["src/AgentHub/desk/src/shared/contract.ts"];

    private static readonly string[] Code = [".cs", ".ts", ".tsx", ".sql"];

    [Fact]
    public void Source_file_is_short() => TooLong("src/", SourceLinesMax).ShouldBeEmpty();

    [Fact]
    public void Test_file_is_short() => TooLong("tests/", TestLinesMax).ShouldBeEmpty();

    [Theory]
    [InlineData("Hotline.Routing")]
    [InlineData("Hotline.Tickets")]
    [InlineData("Hotline.Telephony")]
    [InlineData("Hotline.Persistence")]
    [InlineData("Hotline.AgentHub")]
    [InlineData("Hotline.Watchdog")]
    [InlineData("Hotline.Simulator")]
    public void Method_fits_on_a_page(string assembly) => LongMethods(assembly, MethodLinesMax).ShouldBeEmpty();

    [Fact]
    public void Rules_see_what_is_too_long()
    {
        Lines("a\nb\nc\n").ShouldBe(3);
        Lines("a\nb\nc").ShouldBe(3);
        TooLong("tests/Tidy.Tests/", 5).ShouldContain(f => f.StartsWith("tests/Tidy.Tests/SizeTests.cs", StringComparison.Ordinal));
        LongMethods("Hotline.Tidy.Tests", 2).ShouldContain(m => m.Contains("Rules_see_what_is_too_long", StringComparison.Ordinal));
    }

    private static IEnumerable<string> TooLong(string folder, int max) =>
        from file in Tree.Files
        where file.StartsWith(folder, StringComparison.Ordinal) && Code.Contains(Path.GetExtension(file)) && !Generated.Contains(file)
        let lines = Lines(Tree.Read(file))
        where lines > max
        select $"{file} has {lines} lines, {max} are allowed";

    private static IEnumerable<string> LongMethods(string name, int max)
    {
        using var assembly = Assembly.Open(name);
        return [.. assembly.Methods().Where(m => m.Lines > max)
            .Select(m => $"{m.Method} in {Path.GetFileName(m.File)} has {m.Lines} lines, {max} are allowed")];
    }

    private static int Lines(string text) => text.AsSpan().TrimEnd('\n').Count('\n') + 1;
}
