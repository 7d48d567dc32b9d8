using Hotline.Routing;

namespace Hotline.Telephony.Tests;

/// <summary>Each node keeps the recordings of its calls.</summary>
public sealed class RecordingFilesTests : IDisposable
{
    private static readonly CallId Call = new("c1");
    private readonly string _first = Directory.CreateTempSubdirectory("hotline-spool").FullName,
        _second = Directory.CreateTempSubdirectory("hotline-spool").FullName;
    private readonly RecordingFiles _files;

    public RecordingFilesTests() => _files = new RecordingFiles(new Dictionary<NodeId, string> { [new("n1")] = _first, [new("n2")] = _second });

    public void Dispose()
    {
        Directory.Delete(_first, recursive: true);
        Directory.Delete(_second, recursive: true);
    }

    [Fact]
    public void Path_of_known_node_is_in_its_spool() =>
        _files.PathOf(new("n2"), Call).ShouldBe(Path.Combine(_second, "monitor", "hotline", "c1.raw"));

    [Fact]
    public void Path_of_unknown_node_is_none() => _files.PathOf(new("n3"), Call).ShouldBeNull();

    [Fact]
    public void Find_call_that_nobody_recorded_is_none() => _files.Find(Call).ShouldBeNull();

    [Fact]
    public void Find_recorded_call_is_found_on_whichever_node_has_it()
    {
        var path = _files.PathOf(new("n2"), Call)!;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
        _files.Find(Call).ShouldBe(path);
        _files.Find(new CallId("c2")).ShouldBeNull();
    }

    /// <summary>What the page shows as a call's length is worked out from it.</summary>
    [Fact]
    public void Bytes_per_second_two_tracks_of_16_bit_at_8_k_hz() => RecordingFiles.BytesPerSecond.ShouldBe(32_000);
}
