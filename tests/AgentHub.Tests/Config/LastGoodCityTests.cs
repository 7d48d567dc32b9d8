using Hotline.AgentHub.Config;

namespace Hotline.AgentHub.Tests.Config;

/// <summary>A mistake in the city's files keeps no server from its start that started before.</summary>
public sealed class LastGoodCityTests : IDisposable
{
    private readonly SpoiledCity _city = new();
    private readonly string _kept = Path.Combine(Directory.CreateTempSubdirectory("hotline-kept-").FullName, "city-good");
    private readonly List<string> _said = [];

    [Fact]
    public void A_mistake_made_since_the_last_start_is_said_and_that_start_is_repeated()
    {
        Load().Outdated.ShouldBeNull();
        _city.Append("numbers.csv", "no,such,row");

        var city = Load();

        city.Outdated.ShouldNotBeNull().ShouldContain("城市配置有");
        city.Numbers.Policies.Count.ShouldBe(Cities.Kaifeng.Numbers.Policies.Count);
        _said.ShouldHaveSingleItem().ShouldContain("numbers.csv:");
    }

    [Fact]
    public void A_change_that_is_no_mistake_is_what_the_next_start_goes_by()
    {
        Load();
        _city.Replace("settings.json", "\"ringTimeoutSeconds\": 20", "\"ringTimeoutSeconds\": 33");
        Load().Settings.RingTimeout.ShouldBe(TimeSpan.FromSeconds(33));
        _city.Append("numbers.csv", "no,such,row");

        Load().Settings.RingTimeout.ShouldBe(TimeSpan.FromSeconds(33));
    }

    [Fact]
    public void A_first_start_with_a_mistake_is_none()
    {
        _city.Append("numbers.csv", "no,such,row");

        Should.Throw<CityConfigurationException>(Load);
    }

    [Fact]
    public void What_cannot_be_kept_keeps_nobody_from_the_start()
    {
        File.WriteAllText(_kept + ".new", "a file in its way");

        Load().Outdated.ShouldBeNull();

        _said.ShouldHaveSingleItem().ShouldContain("could not be kept");
    }

    public void Dispose()
    {
        _city.Dispose();
        Directory.Delete(Path.GetDirectoryName(_kept)!, recursive: true);
    }

    private CityConfiguration Load() => LastGoodCity.Load(_city.Folder, _kept, _said.Add);
}
