using System.Globalization;
using Hotline.AgentHub.Config;
using Hotline.Persistence;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Trail;

/// <summary>
/// Writes down how the audit's chain ends, each minute in which it grew, to a file that only grows and to the log: whoever owns the database
/// can write the chain anew, and not what was written elsewhere before (docs/security.md says how the file is held, and the log taken away).
/// </summary>
internal sealed partial class TrailWitness(
    AuditLog audit, TrailFile file, CityConfiguration city, Database database, TimeProvider time, ServiceFaults faults, ILogger<TrailWitness> log)
    : SteadyService(time, faults, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private AuditHead _last = new(0, "");

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var pause = new PeriodicTimer(Pause, Time);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (database.FaultOf(e) is not null)
            {
                // The database is away, which others say; the chain does not grow meanwhile.
            }
        }
        while (await pause.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Writes down how the chain ends now, if that is new.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (!database.IsMigrated || await audit.HeadAsync(city.Tenant, cancellationToken) is not { Seq: > 0 } head || head == _last)
        {
            return;
        }
        file.Append(Time.GetUtcNow(), head);
        LogHead(head.Seq, head.Hash);
        _last = head;
    }

    [LoggerMessage(1, LogLevel.Information, "The audit ends at entry {Seq}: {Hash}")]
    private partial void LogHead(long seq, string hash);
}

/// <summary>DIR/audit-heads.log: when, place and hash of the chain's end, a line each. It is only appended to.</summary>
internal sealed class TrailFile(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public void Append(DateTimeOffset at, AuditHead head)
    {
        using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.Read, UnixCreateMode = OwnerOnly,
        });
        using var writer = new StreamWriter(file);
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z {head.Seq} {head.Hash}\n"));
    }

    /// <summary>What was written down so far; a line that is none is left out.</summary>
    public IReadOnlyList<AuditHead> Read() => !File.Exists(path) ? [] :
    [
        .. File.ReadLines(path).Select(line => line.Split(' '))
            .Where(parts => parts.Length == 3 && long.TryParse(parts[1], CultureInfo.InvariantCulture, out _))
            .Select(parts => new AuditHead(long.Parse(parts[1], CultureInfo.InvariantCulture), parts[2])),
    ];
}
