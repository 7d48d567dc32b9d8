using Hotline.AgentHub.Config;

namespace Hotline.AgentHub.Tests.Config;

/// <summary>Whom the hotline rings at a unit for urgent tickets (duty-phones.csv).</summary>
public sealed class DutyPhonesTests : IDisposable
{
    private readonly SpoiledCity _city = new();

    [Fact]
    public void Of_unit_without_rows_has_those_of_the_nearest_above_it_in_their_order_and_on_their_days()
    {
        Append("410221,2,乙,13900000002,carrier,2026-01-01,");
        Append("410221,1,甲,13900000001,carrier,2026-01-01,2026-09-30");
        Append("410221,1,丙,13900000003,carrier,2026-10-01,");
        Append("410221-cg,1,丁,13900000004,subcentre,2026-10-01,");
        var phones = CityConfiguration.Load(_city.Folder).DutyPhones;

        Names("410221", new DateOnly(2026, 9, 30)).ShouldBe("甲乙");
        Names("410221", new DateOnly(2026, 10, 1)).ShouldBe("丙乙");
        Names("410221-cg", new DateOnly(2026, 9, 30)).ShouldBe("甲乙");
        Names("410221-cg", new DateOnly(2026, 10, 1)).ShouldBe("丁");
        Names("410221", new DateOnly(2025, 12, 31)).ShouldBe("");
        phones.Of("410221-cg", new DateOnly(2026, 10, 1))[0].ShouldBe(new("丁", "13900000004", "subcentre"));

        string Names(string unit, DateOnly day) => string.Concat(phones.Of(unit, day).Select(person => person.Name));
    }

    [Fact]
    public void Missing_names_the_units_that_take_tickets_and_have_nobody()
    {
        var day = new DateOnly(2026, 10, 1);
        var before = CityConfiguration.Load(_city.Folder).DutyPhones.Missing(day);
        before.Select(unit => unit.Code).ShouldContain("kf-water");
        before.ShouldAllBe(unit => unit.IsActive && unit.Contact.Length > 0);

        Append("kf,1,总值班室,13900000001,carrier,2026-01-01,");

        CityConfiguration.Load(_city.Folder).DutyPhones.Missing(day).ShouldNotContain(unit => unit.Code == "kf-water");
    }

    [Theory]
    [InlineData("kf-none,1,甲,13900000001,carrier,2026-01-01,", "unit", "units.csv")]
    [InlineData("kf-water,0,甲,13900000001,carrier,2026-01-01,", "order", "write 1")]
    [InlineData("kf-water,1,,13900000001,carrier,2026-01-01,", "name", "empty")]
    [InlineData("kf-water,1,甲,0371-1234,carrier,2026-01-01,", "number", "digits only")]
    [InlineData("kf-water,1,甲,13900000001,,2026-01-01,", "trunk", "empty")]
    [InlineData("kf-water,1,甲,13900000001,carrier,1.1.2026,", "effective_from", "2026-10-01")]
    [InlineData("kf-water,1,甲,13900000001,carrier,2026-01-02,2026-01-01", "effective_to", "before")]
    public void Read_names_the_mistake_of_a_row(string row, string column, string remedy)
    {
        var line = Append(row);
        var problem = _city.OnlyProblem();
        (problem.Line, problem.Column).ShouldBe((line, column));
        problem.Text.ShouldContain(remedy);
    }

    [Fact]
    public void Read_two_in_one_place_on_the_same_day_is_a_mistake()
    {
        Append("kf-water,1,甲,13900000001,carrier,2026-01-01,");
        Append("kf-water,1,乙,13900000002,carrier,2026-05-01,");
        _city.OnlyProblem().Text.ShouldContain("甲");
    }

    public void Dispose() => _city.Dispose();

    private int Append(string row) => _city.Append("duty-phones.csv", row);
}
