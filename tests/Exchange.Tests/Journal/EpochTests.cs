
namespace Hotline.Exchange.Tests;

/// <summary>Whoever was started later has the greater number, whatever became of the file.</summary>
public sealed class EpochTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 1, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("hotline-epoch").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_first_start_is_the_first_and_each_later_one_is_greater()
    {
        var first = Epoch.Next(_folder, Now);
        var second = Epoch.Next(_folder, Now);
        var third = Epoch.Next(_folder, Now.AddHours(-5)); // the clock was set back
        (first.IsFirst, second.IsFirst, third.IsFirst).ShouldBe((true, false, false));
        second.Number.ShouldBeGreaterThan(first.Number);
        third.Number.ShouldBeGreaterThan(second.Number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("17")]
    [InlineData("179x")]
    public void A_torn_file_sets_nobody_back(string torn)
    {
        var before = Epoch.Next(_folder, Now);
        File.WriteAllText(Path.Combine(_folder, "epoch"), torn);
        var after = Epoch.Next(_folder, Now.AddSeconds(1));
        after.IsFirst.ShouldBeFalse();
        after.Number.ShouldBeGreaterThan(before.Number);
    }

    [Fact]
    public void A_lost_folder_sets_nobody_back()
    {
        var before = Epoch.Next(_folder, Now);
        File.Delete(Path.Combine(_folder, "epoch"));
        Epoch.Next(_folder, Now.AddSeconds(1)).Number.ShouldBeGreaterThan(before.Number);
    }

    [Fact]
    public void Nothing_but_the_whole_file_is_ever_left()
    {
        Epoch.Next(_folder, Now);
        Directory.GetFiles(_folder).Select(Path.GetFileName).ShouldBe(["epoch"]);
    }
}
