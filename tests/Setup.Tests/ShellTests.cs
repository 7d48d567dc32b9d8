using System.Diagnostics;
using Hotline.Testkit.Running;

namespace Hotline.Setup.Tests;

/// <summary>What shellcheck finds in the scripts; .shellcheckrc says what is not asked, and why.</summary>
public sealed class ShellTests
{
    [Fact]
    public void Scripts_pass_shellcheck()
    {
        var start = new ProcessStartInfo("shellcheck",
            ["--format", "gcc", "hotline", ".ci/run", .. Directory.GetFiles(Path.Combine(SourceTree.Root, "tools"), "*.sh")])
        {
            WorkingDirectory = SourceTree.Root,
            RedirectStandardOutput = true,
        };

        using var shellcheck = Process.Start(start)!;
        var said = shellcheck.StandardOutput.ReadToEnd();
        shellcheck.WaitForExit();

        said.ShouldBeEmpty();
        shellcheck.ExitCode.ShouldBe(0);
    }
}
