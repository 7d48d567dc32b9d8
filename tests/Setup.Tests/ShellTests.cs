using System.Diagnostics;
using Hotline.Testkit.Running;

namespace Hotline.Setup.Tests;

/// <summary>What shellcheck finds in the scripts; .shellcheckrc says what is not asked, and why.</summary>
public sealed class ShellTests
{
    [Fact]
    public void Scripts_PassShellcheck()
    {
        var start = new ProcessStartInfo("shellcheck", ["--format", "gcc", "hotline", ".ci/run", .. Directory.GetFiles(Path.Combine(SourceTree.Root, "tools"), "*.sh")])
        {
            WorkingDirectory = SourceTree.Root,
            RedirectStandardOutput = true,
        };

        using Process shellcheck = Process.Start(start)!;
        string said = shellcheck.StandardOutput.ReadToEnd();
        shellcheck.WaitForExit();

        said.ShouldBeEmpty();
        shellcheck.ExitCode.ShouldBe(0);
    }
}
