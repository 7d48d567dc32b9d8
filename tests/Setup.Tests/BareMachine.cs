using System.Diagnostics;
using Hotline.Testkit.Running;

namespace Hotline.Setup.Tests;

/// <summary>
/// This machine as it was when it was new: apt has fetched nothing yet, and of the programs only those are there that every
/// Debian has. It lies in namespaces of its own (user and mounts); the machine itself is not touched.
/// </summary>
internal static class BareMachine
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5); // apt fetches lists of packages, perhaps slowly

    private static readonly string[] OfflineWords =
        ["Temporary failure resolving", "Could not resolve", "Could not connect to", "Network is unreachable"];

    /// <summary>
    /// $1: root, or person, who has neither certificates nor Debian's keys beside; $2: a folder of the test's own; $3: what is done
    /// there. apt only says what it would install, on a machine that has nothing; it fetches as who it is, since there is no other user here.
    /// </summary>
    private const string Shell = """
        set -e
        who=$1 work=$2 script=$3
        for folder in /var/lib/apt/lists /var/cache/apt; do mount -t tmpfs none "$folder"; done
        mkdir "$work/bin"
        packages=$(dpkg-query -W -f '${Package} ${Priority}\n' | sed -n 's/ required$//p')
        dpkg -L $packages gpgv sqv 2>/dev/null | grep -E '^(/usr)?/s?bin/' | xargs ln -sft "$work/bin"
        ln -s "$(command -v awk)" "$work/bin/"
        printf '%s\n' 'APT::Sandbox::User "root";' 'APT::Get::Simulate "true";' 'Dir::State::status "/dev/null";' >"$work/apt.conf"
        export PATH=$work/bin HOME=$work HOTLINE_CACHE=$work/cache APT_CONFIG=$work/apt.conf LC_ALL=C ROOT=$PWD
        script="set -u; WORK=$work; for part in common needs settings users asterisk prompts; do source tools/\$part.sh; done; $script"
        [ "$who" = person ] || exec bash -c "$script"
        for folder in /etc/ssl/certs /usr/share/keyrings; do mount -t tmpfs none "$folder"; done
        exec /usr/bin/unshare --user --map-user=1000 --map-group=1000 bash -c "$script"
        """;

    public sealed record Said(int Code, string Output, string Error);

    public static Task<Said> AsRootAsync(string script) => RunAsync("root", script);

    /// <summary>The user 1000, who may install nothing.</summary>
    public static Task<Said> AsPersonAsync(string script) => RunAsync("person", script);

    private static async Task SkipUnlessPossibleAsync()
    {
        var system = File.Exists("/etc/os-release") ? await File.ReadAllTextAsync("/etc/os-release") : "";
        Assert.SkipUnless(system.Split('\n').Contains("ID=debian"), "This machine is no Debian.");
        var tried = await RunAsync(["-rm", "true"]);
        Assert.SkipUnless(tried.Code == 0, $"The kernel lets us make no namespaces of our own ({tried.Error.Trim()}).");
    }

    /// <summary>A person may work where no network is; continuous integration may not.</summary>
    public static void SkipWhereOffline(Said said) => Assert.SkipWhen(
        Environment.GetEnvironmentVariable("CI") is null
        && OfflineWords.Any((said.Output + said.Error).Contains), "apt reaches no mirror from here.");

    private static async Task<Said> RunAsync(string who, string script)
    {
        await SkipUnlessPossibleAsync();
        var work = Directory.CreateTempSubdirectory("hotline-setup-").FullName;
        try
        {
            return await RunAsync(["-rm", "bash", "-c", Shell, "bash", who, work, script]);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<Said> RunAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("unshare", arguments) { WorkingDirectory = SourceTree.Root, RedirectStandardInput = true,
            RedirectStandardOutput = true, RedirectStandardError = true };
        using var over = new CancellationTokenSource(Limit);
        using var shell = Process.Start(start)!;
        shell.StandardInput.Close();
        Task<string> output = shell.StandardOutput.ReadToEndAsync(over.Token), error = shell.StandardError.ReadToEndAsync(over.Token);
        try
        {
            await shell.WaitForExitAsync(over.Token);
            return new Said(shell.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            shell.Kill(entireProcessTree: true);
            throw;
        }
    }
}
