using Hotline.Routing;

namespace Hotline.Telephony.Tests;

/// <summary>Each node keeps the recordings of its calls.</summary>
public sealed class RecordingFilesTests : IDisposable
{
    private static readonly CallId Call = new("c1");
    private readonly string _first = Directory.CreateTempSubdirectory("hotline-spool").FullName, _second = Directory.CreateTempSubdirectory("hotline-spool").FullName;
    private readonly RecordingFiles _files;

    public RecordingFilesTests() => _files = new RecordingFiles(new Dictionary<NodeId, string> { [new("n1")] = _first, [new("n2")] = _second });

    public void Dispose()
    {
        Directory.Delete(_first, recursive: true);
        Directory.Delete(_second, recursive: true);
    }

    [Fact]
    public void PathOf_KnownNode_IsInItsSpool() => _files.PathOf(new("n2"), Call).ShouldBe(Path.Combine(_second, "monitor", "hotline", "c1.raw"));

    [Fact]
    public void PathOf_UnknownNode_IsNone() => _files.PathOf(new("n3"), Call).ShouldBeNull();

    [Fact]
    public void Find_CallThatNobodyRecorded_IsNone() => _files.Find(Call).ShouldBeNull();

    [Fact]
    public void Find_RecordedCall_IsFoundOnWhicheverNodeHasIt()
    {
        string path = _files.PathOf(new("n2"), Call)!;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
        _files.Find(Call).ShouldBe(path);
        _files.Find(new CallId("c2")).ShouldBeNull();
    }

    /// <summary>What the page shows as a call's length is worked out from it.</summary>
    [Fact]
    public void BytesPerSecond_TwoTracksOf16BitAt8KHz() => RecordingFiles.BytesPerSecond.ShouldBe(32_000);
}
