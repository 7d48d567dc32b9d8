using System.Diagnostics;
using Hotline.Testkit.Running;

namespace Hotline.Setup.Tests;

/// <summary>
/// A start by root, on a folder in which the parts' own users could write since the last one: they gain nothing by what they left there, and
/// none of them is root.
/// </summary>
public sealed class RightsOfPartsTests : IDisposable
{
    /// <summary>What "up" does before it starts Asterisk, and the command that it would start; an Asterisk need not be there.</summary>
    private const string Prepare = """
        for part in common needs settings users asterisk postgres build prompts supervise prepare up; do source "tools/$part.sh"; done
        AST_SHARE=/usr/share AST_MODULES=/usr/lib AST_BIN=/bin/true AST_TREE= AST_VERSION=22
        choose_data "$DIR" ""; hold_data; settings_make "$DATA" "" "" sqlite config/kaifeng; settings_load "$DATA"
        prepare_asterisk "$DATA"; asterisk_command "$DATA"; server_command; PID[server]=1; record_processes
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("hotline-rights").FullName;
    private readonly string _data;
    private readonly string _victim;

    public RightsOfPartsTests()
    {
        (_data, _victim) = (Path.Combine(_folder, "data"), Path.Combine(_folder, "victim"));
        Directory.CreateDirectory(_victim);
        File.WriteAllText(Path.Combine(_victim, "file"), "untouched");
        Run($"chmod 755 {_folder}; chmod 700 {_victim}; chmod 600 {_victim}/file");
    }

    [Fact]
    public void A_container_with_few_user_ids_has_the_parts_share_one_and_none_of_them_is_root()
    {
        OnlyAsRoot();
        var started = Run($$"""
            for part in common users; do source tools/$part.sh; done
            eval "of_before() $(declare -f as_user | tail -n +2)"
            as_user() { [ "$1" = 65534 ] || return 1; of_before "$@"; }
            {{Prepare.Replace("for part in common needs settings users", "for part in common needs settings", StringComparison.Ordinal)}}
            printf '%s\n' "${SERVER_COMMAND[*]}" "${WATCHDOG_COMMAND[*]}" "${AST_COMMAND[*]}"
            """);

        started.Code.ShouldBe(0, started.Error);
        started.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(3)
            .ShouldAllBe(command => command.Contains("--reuid 65534", StringComparison.Ordinal));
    }

    /// <summary>Each link stands where a part's user could put it: in a folder of its own, or beside root's files.</summary>
    [Theory]
    [InlineData("asterisk/spool/tmp/link", false)]
    [InlineData("asterisk/spool/monitor/link", false)]
    [InlineData("asterisk/log/cel-custom/link", false)]
    [InlineData("asterisk/lib/keys/link", false)]
    [InlineData("asterisk/run/link", false)]
    [InlineData("asterisk/spool/recording", false)]
    [InlineData("asterisk/log/cel-custom", false)]
    [InlineData("data/hotline.db", false)]
    [InlineData("journal/link", false)]
    [InlineData("data", true)]
    [InlineData("journal", true)]
    [InlineData("hotline.json.new", false)]
    [InlineData("hotline.pids", true)]
    public void A_link_that_was_left_there_leads_root_nowhere(string place, bool refused)
    {
        OnlyAsRoot();
        Run(Prepare).Code.ShouldBe(0);
        var before = Run($"stat -c '%u %g %a' {_victim} {_victim}/file").Output;
        var target = place.Contains("hotline.", StringComparison.Ordinal) ? _victim + "/file" : _victim;
        Run($"rm -rf {_data}/{place}; ln -s {target} {_data}/{place}; chown -h 65402 {_data}/{place}");

        var again = Run(Prepare);

        (again.Code != 0).ShouldBe(refused, again.Error);
        Run($"stat -c '%u %g %a' {_victim} {_victim}/file").Output.ShouldBe(before);
        File.ReadAllText(_victim + "/file").ShouldBe("untouched");
        Directory.GetFileSystemEntries(_victim).ShouldHaveSingleItem();
    }

    /// <summary>A folder of before this was so: all of it was Asterisk's, the configuration too.</summary>
    [Fact]
    public void An_older_folder_in_which_asterisk_could_write_everywhere_is_taken_over_safely()
    {
        OnlyAsRoot();
        Run(Prepare).Code.ShouldBe(0);
        Run($"chown -R 65534:65534 {_data}/asterisk; chown root:root {_data}; chmod 755 {_data}; chown -R root:root {_data}/data {_data}/journal");
        Run($"cd {_data}/asterisk; rm etc/asterisk.conf; ln -s {_victim}/file etc/asterisk.conf; rm -rf data; ln -s {_victim} data; chown -h 65534 etc/* data");
        Run($"cd {_data}/asterisk; ln -s {_victim}/file spool/link; ln -s {_victim}/file lib/keys/link");
        var before = Run($"stat -c '%u %g %a' {_victim} {_victim}/file").Output;

        var again = Run(Prepare);

        again.Code.ShouldBe(0, again.Error);
        Run($"stat -c '%u %g %a' {_victim} {_victim}/file").Output.ShouldBe(before);
        File.ReadAllText(_victim + "/file").ShouldBe("untouched");
        Run($"stat -c %u {_data}/asterisk/etc/asterisk.conf").Output.Trim().ShouldBe("0");
        File.ReadAllText(_data + "/asterisk/etc/asterisk.conf").ShouldContain("systemname");
    }

    [Fact]
    public void Asterisk_writes_where_it_must_and_reads_its_configuration_alone()
    {
        OnlyAsRoot();
        var started = Run(Prepare + $"""

            printf '%s\n' "$DATA"/asterisk $(find "$DATA/asterisk" -type d) >{_folder}/folders
            as_asterisk sh -c 'while read -r f; do [ ! -w "$f" ] || echo "$f"; done' <{_folder}/folders
            as_asterisk sh -c 'for f in {_data}/asterisk/etc/*.conf; do [ -r "$f" ] && [ ! -w "$f" ] || echo "$f"; done'
            as_asterisk test -r {_data}/hotline.json && echo "reads the server's secrets"
            """);

        started.Code.ShouldBe(1, started.Error);
        started.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Replace(_data + "/asterisk/", "", StringComparison.Ordinal).Split('/')[0]).Distinct().Order()
            .ShouldBe(["cache", "lib", "log", "run", "spool"]);
    }

    [Fact]
    public void Parts_each_run_as_a_user_of_their_own_and_none_as_root()
    {
        OnlyAsRoot();
        var started = Run(Prepare + """

            who() { "$@" id -u; }
            AST_PROGRAM=(id -u); who as_asterisk; who as_server; who as_watchdog
            printf '%s\n' "${AST_COMMAND[0]}" "${SERVER_COMMAND[0]}" "${WATCHDOG_COMMAND[0]}"
            as_server test -r "$DATA/hotline.json" && as_server test -w "$DATA/data" && as_server touch "$DATA/audit-heads.log" && echo "server works"
            as_watchdog test -r "$DATA/hotline.json" && ! as_watchdog test -w "$DATA" && echo "watchdog reads"
            """);

        var lines = started.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Take(3).ShouldAllBe(id => id != "0");
        lines.Take(3).Distinct().Count().ShouldBe(3);
        lines.Skip(3).ShouldBe(["setpriv", "setpriv", "setpriv", "server works", "watchdog reads"], started.Error);
    }

    [Fact]
    public void Where_its_user_cannot_come_asterisk_does_not_start_and_the_remedy_is_said()
    {
        OnlyAsRoot();
        var started = Run($"mkdir -p {_folder}/closed; chmod 700 {_folder}/closed; DIR={_folder}/closed/data\n" + Prepare);

        started.Code.ShouldBe(1);
        started.Error.ShouldContain("--data");
        started.Error.ShouldContain("/var/lib/hotline");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void OnlyAsRoot() => Assert.SkipUnless(Environment.UserName == "root", "Only root gives rights away.");

    private (int Code, string Output, string Error) Run(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"set -u; ROOT=$PWD; DIR={_data}\n{script}"])
        {
            WorkingDirectory = SourceTree.Root, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var shell = Process.Start(start)!;
        var error = shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return (shell.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
