using System.Globalization;

namespace Hotline.Benchmarks.Setup;

/// <summary>CPU used so far, in seconds.</summary>
internal readonly record struct CpuReading(long At, double Asterisk, double Server, double Bench, double All, double Stolen);

/// <summary>CPU between two readings, in seconds, and over how many.</summary>
internal sealed record CpuShares(double Seconds, double Asterisk, double Server, double Bench, double Others, double Stolen);

/// <summary>Reads /proc: what Asterisk, the server, the bench itself and all others use.</summary>
/// <param name="asterisk">Its process.</param>
/// <param name="server">The server's; 0 where it does not run.</param>
internal sealed class CpuMeter(int asterisk, int server)
{
    private const double TicksPerSecond = 100; // USER_HZ

    public CpuReading Read()
    {
        var all = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Parse).ToArray();
        // user nice system idle iowait irq softirq steal
        return new CpuReading(Now.Ticks, Of(asterisk), Of(server), Of(Environment.ProcessId),
            (all[0] + all[1] + all[2] + all[5] + all[6]) / TicksPerSecond, all[7] / TicksPerSecond);
    }

    public static CpuShares Shares(CpuReading a, CpuReading b)
    {
        var (asterisk, server, bench) = (b.Asterisk - a.Asterisk, b.Server - a.Server, b.Bench - a.Bench);
        return new CpuShares(Now.Between(a.At, b.At) / 1000, asterisk, server, bench, b.All - a.All - asterisk - server - bench, b.Stolen - a.Stolen);
    }

    private static double Of(int process)
    {
        if (process == 0)
        {
            return 0;
        }
        var text = File.ReadAllText($"/proc/{process}/stat");
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (Parse(fields[11]) + Parse(fields[12])) / TicksPerSecond;
    }

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);
}
