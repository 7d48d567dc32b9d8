using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Hotline.Benchmarks.Setup;

/// <summary>Where and with what the figures were made.</summary>
internal static class Machine
{
    private const string Unknown = "(unknown)";

    public static async Task<string> DescribeAsync(Options options, CancellationToken cancellationToken)
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
        ?? "unknown";
        var memory = long.Parse(File.ReadLines("/proc/meminfo").First()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024 / 1024;
        var commit = await AskAsync("git", ["-C", options.Root, "describe", "--always", "--dirty"], cancellationToken);
        return $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC. {Environment.ProcessorCount} cores ({model}), {memory} GB, Linux {Environment.OSVersion.Version.ToString(3)}. "
            + $"Hotline {commit}, Asterisk {options.Asterisk}, {RuntimeInformation.FrameworkDescription}. Asterisk, Hotline, callers and agents share these cores.\n";
    }

    private static async Task<string> AskAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var process =
                Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var text = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? text.Trim() : Unknown;
        }
        catch (Win32Exception)
        {
            return Unknown; // not on this machine: figures are figures without it
        }
    }
}
