using Hotline.Tickets.Duty;

namespace Hotline.AgentHub.Config;

/// <summary>A row of duty-phones.csv.</summary>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Order">Who is rung first has the least.</param>
/// <param name="Person">Who.</param>
/// <param name="From">The first day that it holds.</param>
/// <param name="To">The last; null while none is known.</param>
public sealed record DutyPhone(string Unit, int Order, DutyPerson Person, DateOnly From, DateOnly? To)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is not { } last || day <= last);
}

/// <summary>Who is rung for urgent tickets, at any hour of any day (URG-03): a unit without a list has that of the nearest above it.</summary>
public sealed class DutyPhones(IReadOnlyList<DutyPhone> phones, IReadOnlyList<HandlingUnit> units)
{
    private readonly ILookup<string, DutyPhone> _byUnit = phones.ToLookup(phone => phone.Unit);
    private readonly Dictionary<string, HandlingUnit> _units = units.ToDictionary(unit => unit.Code);

    /// <summary>No unit has one.</summary>
    public static DutyPhones Nobody { get; } = new([], []);

    /// <summary>Whom to ring at a unit on a day, in order; empty where nobody is known.</summary>
    public IReadOnlyList<DutyPerson> Of(string unit, DateOnly day)
    {
        for (var code = unit; code is not null; code = _units.GetValueOrDefault(code)?.ParentCode)
        {
            List<DutyPerson> own = [.. _byUnit[code].Where(phone => phone.HoldsOn(day)).OrderBy(phone => phone.Order).Select(phone => phone.Person)];
            if (own.Count > 0)
            {
                return own;
            }
        }

        return [];
    }

    /// <summary>The units that take tickets, urgent ones too, and have nobody to ring on a day.</summary>
    public IReadOnlyList<HandlingUnit> Missing(DateOnly day) =>
        [.. _units.Values.Where(unit => unit is { IsActive: true, Contact.Length: > 0 } && Of(unit.Code, day).Count == 0)];
}
