using System.Globalization;
using Hotline.Tickets;
using Hotline.Tickets.Notices;

namespace Hotline.AgentHub.Config;

/// <summary>Where a unit's post, or whoever leads the shift, is reached from outside the desk.</summary>
/// <param name="Mobile">For short messages; empty for none.</param>
/// <param name="Mail">Its address; empty for none.</param>
public sealed record NoticeContact(string Mobile, string Mail);

/// <summary>Reads notices.csv (which step tells whom in which words) and notice-contacts.csv (where they are reached).</summary>
internal static class NoticeTable
{
    /// <summary>Stands in place of a unit for whoever leads the shift.</summary>
    public const string Leader = "leader";

    private const string DayFormat = "yyyy-MM-dd";

    public static NoticeBook Read(CityFiles files)
    {
        var table = files.Table("notices.csv", "step", "what", "who", "channel", "from", "to", "subject", "text", "secret");
        return new NoticeBook([.. table.Rows.Select(Rule).OfType<NoticeRule>()]);
    }

    /// <summary>By the unit's code; empty for a city without such a list.</summary>
    public static Dictionary<string, NoticeContact> Contacts(CityFiles files, IReadOnlyList<HandlingUnit> units)
    {
        const string Name = "notice-contacts.csv";
        Dictionary<string, NoticeContact> contacts = new(StringComparer.Ordinal);
        if (files.FindOptional(Name) is null)
        {
            return contacts;
        }
        foreach (var row in CodeTables.Unique(files.Table(Name, "who", "mobile", "mail"), "who", "who"))
        {
            if (row["who"] != Leader && units.All(unit => unit.Code != row["who"]))
            {
                row.Problem("who", $"\"{row["who"]}\" is no code of units.csv; correct it, or write {Leader} for whoever leads the shift");
            }
            else if (row["mobile"].Length > 0 && !MobileNumbers.IsOne(row["mobile"]))
            {
                row.Problem("mobile", $"\"{row["mobile"]}\" is no mobile number; write its eleven digits, or leave it empty");
            }
            else if (row["mail"].Length > 0 && !MimeKit.MailboxAddress.TryParse(row["mail"], out _))
            {
                row.Problem("mail", $"\"{row["mail"]}\" is no address of a mailbox; write one as post@example.gov.cn, or leave it empty");
            }
            else
            {
                contacts[row["who"]] = new NoticeContact(row["mobile"], row["mail"]);
            }
        }
        return contacts;
    }

    private static NoticeRule? Rule(CsvRow row)
    {
        var (audience, channel, from, to) = (Word<NoticeAudience>(row, "who"), Word<NoticeChannel>(row, "channel"), Day(row, "from"), Day(row, "to"));
        if (!NoticeSteps.Know(row["step"]))
        {
            row.Problem("step",
                $"\"{row["step"]}\" is no step of a ticket; write a command as dispatch, accepted, expedite, warn, overdue, or * for any");
            return null;
        }
        if (!NoticeSteps.KnowWhat(row["step"], row["what"]))
        {
            row.Problem("what",
                $"\"{row["what"]}\" is nothing that {row["step"]} leads to; write a state as closed, of warn and overdue a clock as handle");
            return null;
        }
        if (from is null && row["from"].Length == 0)
        {
            row.Problem("from", "is empty; write the first day as 2026-01-01");
        }
        if (audience is not { } who || channel is not { } way || from is not { } first || (row["to"].Length > 0 && to is null))
        {
            return null;
        }
        if (to < first)
        {
            row.Problem("to", "is before the first day; write a later one, or leave it empty");
            return null;
        }
        return Words(row, who, way)
            ? new NoticeRule(row["step"], row["what"], who, way, first, to, row["subject"], row["text"], row["secret"]) : null;
    }

    /// <summary>What is said fits whom it is said to, and by which way.</summary>
    private static bool Words(CsvRow row, NoticeAudience who, NoticeChannel way)
    {
        if (way == NoticeChannel.Desk)
        {
            return who != NoticeAudience.Citizen || Wrong(row, "who", "a citizen has no desk; write units, lead or leader, or another channel");
        }
        if (row["text"].Length == 0 || (way == NoticeChannel.Mail && row["subject"].Length == 0))
        {
            return Wrong(row, row["text"].Length == 0 ? "text" : "subject", "is empty; write what is said");
        }
        if (who == NoticeAudience.Citizen && way == NoticeChannel.Mail)
        {
            return Wrong(row, "channel", "tickets hold no mail address of citizens; write sms");
        }
        if (way == NoticeChannel.Sms && Math.Max(row["text"].Length, row["secret"].Length) > NoticeText.SmsMax)
        {
            return Wrong(row, "text", Invariant($"is longer than {NoticeText.SmsMax} characters; shorten it"));
        }
        // Where nothing else is said of a confidential ticket, the text itself is.
        var ofSecret = NoticeText.Allowed(who, secret: true);
        return Fits(row, "text", row["secret"].Length > 0 ? NoticeText.Allowed(who, secret: false) : ofSecret) && Fits(row, "secret", ofSecret)
            && Fits(row, "subject", ofSecret);
    }

    private static bool Fits(CsvRow row, string column, IReadOnlySet<string> allowed) =>
        NoticeText.Problem(row[column], allowed) is not { } problem || Wrong(row, column, problem);

    private static bool Wrong(CsvRow row, string column, string text)
    {
        row.Problem(column, text);
        return false;
    }

    private static T? Word<T>(CsvRow row, string column) where T : struct, Enum
    {
        if (Code.TryParse<T>(row[column], out var word))
        {
            return word;
        }
        row.Problem(column, $"\"{row[column]}\" is not known; write one of {string.Join(", ", Enum.GetValues<T>().Select(one => Code.Of(one)))}");
        return null;
    }

    private static DateOnly? Day(CsvRow row, string column)
    {
        if (row[column].Length == 0)
        {
            return null;
        }
        if (DateOnly.TryParseExact(row[column], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }
        row.Problem(column, $"\"{row[column]}\" is no day; write it as 2026-01-01");
        return null;
    }
}

/// <summary>Which numbers get short messages.</summary>
internal static class MobileNumbers
{
    private const int Length = 11;

    /// <summary>A mobile of this country, with its eleven digits.</summary>
    public static bool IsOne(string number) =>
        number.Length == Length && number[0] == '1' && number[1] is >= '3' and <= '9' && number.All(char.IsAsciiDigit);

    /// <summary>A citizen's numbers as people here write them: the one he gave, then the one he called from; empty where nobody knows one.</summary>
    public static IReadOnlyList<string> Of(CallerNumbers callers, string? given, string? caller) =>
        [.. new[] { given, caller }.Select(number => callers.Normal(number ?? "")).Where(number => number.Length > 0).Distinct()];

    /// <summary>The one that messages go to: the first mobile. Where he has none, the first, to be shown; empty for none.</summary>
    public static string Shown(IReadOnlyList<string> numbers) => numbers.FirstOrDefault(IsOne) ?? (numbers.Count > 0 ? numbers[0] : "");
}
