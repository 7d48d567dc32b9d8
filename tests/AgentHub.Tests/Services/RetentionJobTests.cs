using Hotline.AgentHub.Config;
using Hotline.AgentHub.Recordings;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.AgentHub.Tests.Services;

/// <summary>Recordings go when their time is over, and that they went is written down.</summary>
public sealed class RetentionJobTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, true)]
    [InlineData(90, false)]
    public async Task Recordings_that_are_older_than_the_installation_keeps_them_go(int days, bool stays)
    {
        await using var room = await Room.OpenAsync();
        var folder = Directory.CreateDirectory(Path.Combine(room.Folder, "monitor", "hotline"));
        string Recording(string call, int age)
        {
            var file = Path.Combine(folder.FullName, call + ".raw");
            File.WriteAllText(file, "sound");
            File.SetLastWriteTimeUtc(file, room.Clock.Now.UtcDateTime.AddDays(-age));
            return file;
        }
        var (old, young) = (Recording("c-old", 91), Recording("c-young", 89));
        var job = new RetentionJob(new RecordingFiles(new Dictionary<NodeId, string> { [new NodeId("n1")] = room.Folder }),
            new SecuritySettings { RecordingDays = days }, room.City, room.Writes, room.Clock, NullLogger<RetentionJob>.Instance);

        job.Remove();
        job.Remove();

        (File.Exists(old), File.Exists(young)).ShouldBe((stays, true));
        await room.WrittenAsync();
        var entries = await new AuditLog(room.Database).OfSubjectAsync(room.City.Tenant, "", 10, Cancel);
        entries.Where(e => e.Action == "remove-recordings").Select(e => e.Detail).ShouldBe(stays ? [] : ["c-old"]);
    }
}
