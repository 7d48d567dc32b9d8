using System.Globalization;
using Hotline.Routing.Numbers;

namespace Hotline.Routing.Tests.Numbers;

/// <summary>Short ways to write policies in tests.</summary>
internal static class Policies
{
    public static readonly TenantId City = new("410200");

    public static NumberPolicy Main { get; } = Policy("12345", MergeMode.Main);

    public static NumberPolicy Policy(
        string number, MergeMode mode, string from = "2022-05-19", string? to = null, string trunk = NumberPolicy.AnyTrunk) => new()
        {
            Tenant = City,
            Trunk = trunk,
            Number = number,
            Mode = mode,
            Name = $"{number} 热线",
            EffectiveFrom = Day(from),
            EffectiveTo = to is null ? null : Day(to),
        };

    public static NumberBook Book(params NumberPolicy[] policies) => new(City, [Main, .. policies], "0378", "未登记号码");

    public static DateOnly Day(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);
}
