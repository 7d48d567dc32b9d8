using System.Globalization;
using Hotline.Tickets.Duty;

namespace Hotline.AgentHub.Config;

/// <summary>Reads duty-phones.csv: whom the hotline rings at a unit for urgent tickets.</summary>
internal static class DutyPhoneTable
{
    private const string Name = "duty-phones.csv";
    private const int DigitsMax = 20;

    /// <summary>Empty for a city without the file.</summary>
    public static DutyPhones Read(CityFiles files, IReadOnlyList<HandlingUnit> units)
    {
        List<DutyPhone> phones = [];
        if (files.FindOptional(Name) is null)
        {
            return new DutyPhones(phones, units);
        }

        HashSet<string> known = [.. units.Select(unit => unit.Code)];
        foreach (var row in files.Table(Name, "unit", "order", "name", "number", "trunk", "effective_from", "effective_to").Rows)
        {
            if (Phone(row, known) is not { } phone)
            {
                continue;
            }

            if (phones.Find(other => other.Unit == phone.Unit && other.Order == phone.Order && Overlap(other, phone)) is { } same)
            {
                row.Problem("order", Invariant($"{phone.Order} is {same.Person.Name}'s on some of these days; who comes first must be one"));
                continue;
            }

            phones.Add(phone);
        }

        return new DutyPhones(phones, units);
    }

    private static DutyPhone? Phone(CsvRow row, HashSet<string> units)
    {
        if (!units.Contains(row["unit"]))
        {
            row.Problem("unit", $"\"{row["unit"]}\" is not in units.csv; write the code of a unit");
        }
        else if (!int.TryParse(row["order"], NumberStyles.None, CultureInfo.InvariantCulture, out var order) || order < 1)
        {
            row.Problem("order", $"\"{row["order"]}\" is not a place in the order; write 1 for whom to ring first");
        }
        else if (row["number"] is not { Length: > 2 and <= DigitsMax } number || !number.All(char.IsAsciiDigit))
        {
            row.Problem("number", $"\"{row["number"]}\" is not a number to dial; write digits only");
        }
        else if (row.Required("name") is { } name && row.Required("trunk") is { } trunk && Day(row, "effective_from") is { } from)
        {
            var to = row["effective_to"].Length == 0 ? null : Day(row, "effective_to");
            if (to < from)
            {
                row.Problem("effective_to", "is before effective_from; the last day comes after the first");
            }
            else if (to is not null || row["effective_to"].Length == 0)
            {
                return new DutyPhone(row["unit"], order, new DutyPerson(name, number, trunk), from, to);
            }
        }

        return null;
    }

    private static DateOnly? Day(CsvRow row, string column)
    {
        if (DateOnly.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        row.Problem(column, $"\"{row[column]}\" is not a day; write it as 2026-10-01");
        return null;
    }

    private static bool Overlap(DutyPhone one, DutyPhone other) =>
        one.From <= (other.To ?? DateOnly.MaxValue) && other.From <= (one.To ?? DateOnly.MaxValue);
}
