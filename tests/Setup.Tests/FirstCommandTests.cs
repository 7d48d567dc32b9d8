using System.Text.RegularExpressions;

namespace Hotline.Setup.Tests;

/// <summary>The first command on a new machine, where apt has fetched no list of packages: tools/needs.sh and tools/asterisk.sh.</summary>
public sealed partial class FirstCommandTests
{
    /// <summary>What the other tests rest on: without a list apt knows no package and no place it would fetch one from.</summary>
    [Fact]
    public async Task Machine_is_bare()
    {
        var said = await BareMachine.AsRootAsync("apt-get indextargets 'Created-By: Packages'; apt-get install -y sox");

        said.Code.ShouldBe(100);
        said.Output.ShouldNotContain("/debian");
        said.Error.ShouldContain("Unable to locate package sox");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Mirror_is_known_before_the_first_update(bool root)
    {
        var said = root ? await BareMachine.AsRootAsync("debian_mirror") : await BareMachine.AsPersonAsync("debian_mirror");

        said.Output.Split('\n').ShouldBe([said.Output.Trim(), ""], "one line");
        said.Output.ShouldMatch(@"^\w+:/\S+/debian\n$");
    }

    [Fact]
    public async Task Asterisk_is_found_from_there()
    {
        var said = await BareMachine.AsRootAsync("""
            mkdir "$HOTLINE_CACHE" && list_packages "$HOTLINE_CACHE" && found=$("${APT[@]}" install -y "${ASTERISK_PACKAGES[@]}") && echo "$found" &&
              fit "$(sed -nE 's/^Inst asterisk \(([0-9]+:)?([0-9.]+).*/\2/p' <<<"$found")"
            """);

        BareMachine.SkipWhereOffline(said);
        said.Code.ShouldBe(0, said.Error);
        Installed(said).ShouldContain("asterisk");
        Installed(said).ShouldContain("asterisk-core-sounds-en-wav");
    }

    [Fact]
    public async Task Person_is_told_all_that_is_missing_before_anything_begins()
    {
        var said = await BareMachine.AsPersonAsync("""./hotline up --data "$WORK/data"; code=$?; ls -d "$WORK/data" "$WORK/cache"; exit $code""");

        said.Code.ShouldBe(1);
        said.Output.ShouldBeEmpty("neither the data's folder nor the cache is made");
        said.Error.ShouldContain("the .NET 10 SDK");
        said.Error.ShouldContain("Node 20 or newer");
        Typed(said)
            .ShouldBe(
                "sudo apt-get update && sudo apt-get install -y --no-install-recommends ca-certificates debian-archive-keyring curl iproute2 espeak-ng sox");
    }

    [Fact]
    public async Task What_a_person_is_told_to_type_installs()
    {
        string[] lines = [Typed(await BareMachine.AsPersonAsync("./hotline up")), Typed(await BareMachine.AsPersonAsync("./hotline test"))];
        lines.ShouldAllBe(l => AptAlone().IsMatch(l)); // we type it: nothing else may stand in it

        var said = await BareMachine.AsRootAsync($$"""sudo() { "$@"; }; {{lines[0]}} && {{lines[1]}}""");

        BareMachine.SkipWhereOffline(said);
        said.Code.ShouldBe(0, said.Error);
        lines.SelectMany(l => l[l.LastIndexOf("-recommends ", StringComparison.Ordinal)..].Split(' ').Skip(1)).ShouldBeSubsetOf(Installed(said));
    }

    [Fact]
    public async Task Root_is_given_what_is_missing_though_the_lists_are_empty()
    {
        var said = await BareMachine.AsRootAsync("""
            lacks_sdk() { return 1; }; lacks_node() { return 1; }; mktemp() { echo "$WORK/log"; }; rm() { :; }
            (needs web sound); cat "$WORK/log"
            """);

        said.Error.ShouldContain("Installing curl sox …");
        BareMachine.SkipWhereOffline(said);
        said.Error.ShouldContain("Still missing after the installation: curl", customMessage: "apt only says here what it would do");
        string[] wanted = ["curl", "sox"];
        wanted.ShouldBeSubsetOf(Installed(said));
    }

    private static string Typed(BareMachine.Said said) => PleaseType().Match(said.Error).Groups[1].Value;

    private static IEnumerable<string> Installed(BareMachine.Said said) => Inst().Matches(said.Output).Select(m => m.Groups[1].Value);

    [GeneratedRegex("^hotline: Please type: (.*)$", RegexOptions.Multiline)]
    private static partial Regex PleaseType();

    [GeneratedRegex("^sudo apt-get update && sudo apt-get install -y --no-install-recommends( [a-z0-9][a-z0-9.+-]+)+$")]
    private static partial Regex AptAlone();

    [GeneratedRegex(@"^Inst (\S+) ", RegexOptions.Multiline)]
    private static partial Regex Inst();
}
