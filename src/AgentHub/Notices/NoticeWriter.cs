using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.Persistence;
using Hotline.Tickets;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;
using Hotline.Tickets.Notices;

namespace Hotline.AgentHub.Notices;

/// <summary>What is said of something that happened, to desks and out of the house.</summary>
/// <param name="Desks">For desks.</param>
/// <param name="Out">To go out.</param>
internal sealed record WrittenNotices(IReadOnlyList<CaseNoticeRow> Desks, IReadOnlyList<DeliveryRow> Out);

/// <summary>Writes the notices that the city's list asks for, in its words.</summary>
internal sealed class NoticeWriter(CityConfiguration city)
{
    private const string Topic = "step";

    /// <summary>Whether the citizen is told a code of something that happened.</summary>
    public static bool NeedsCode(NoticeHappening happening) => !happening.IsClock && happening.What == Code.Of(TicketState.Accepted);

    /// <summary>Of a step of a ticket.</summary>
    /// <param name="happening">What happened.</param>
    /// <param name="subject">The ticket, after it.</param>
    /// <param name="step">Number of the step.</param>
    /// <param name="at">When.</param>
    /// <param name="due">Until when a unit has, by the number of its task; null where nobody knows.</param>
    /// <param name="code">With which the citizen asks for his ticket; empty where it is not said.</param>
    public WrittenNotices OfStep(
        NoticeHappening happening, TicketCase subject, int step, DateTimeOffset at, Func<Assignment, DateTimeOffset?> due, string code) =>
        Write(happening, subject, Invariant($"{step}"), step, at, unit => DueOf(subject, unit, due), code);

    /// <summary>Of a clock: the desks are told by who looks after it.</summary>
    /// <param name="subject">The ticket.</param>
    /// <param name="running">The clock.</param>
    /// <param name="overdue">It has ended; else it warns.</param>
    /// <param name="at">When.</param>
    public IReadOnlyList<DeliveryRow> OfClock(TicketCase subject, CaseTimer running, bool overdue, DateTimeOffset at)
    {
        var happening = NoticeHappening.OfClock(running.Timer, running.Task, overdue);
        // The same end, however often it is come to, is the same notice.
        var moment = Invariant($"{happening.Step}/{happening.What}/{running.Task ?? 0}/{at.ToUnixTimeMilliseconds()}");
        return Write(happening, subject, moment, 0, at, _ => running.Due, "").Out;
    }

    private WrittenNotices Write(
        NoticeHappening happening, TicketCase subject, string moment, int step, DateTimeOffset at, Func<string, DateTimeOffset?> due, string code)
    {
        List<CaseNoticeRow> desks = [];
        List<DeliveryRow> @out = [];
        foreach (var (rule, unit) in city.Notices.Of(happening, subject, city.DateAt(at)))
        {
            if (rule.Channel == NoticeChannel.Desk)
            {
                desks.Add(new CaseNoticeRow
                {
                    TicketId = subject.Ticket.Id, Tenant = subject.Ticket.Tenant, Unit = unit, Topic = Topic, What = happening.Step, At = at,
                });
                continue;
            }
            var (audience, channel) = (Code.Of(NoticeBook.Addressee(rule.Audience)), Code.Of(rule.Channel));
            var lane = $"{subject.Ticket.Id}/{audience}/{unit}/{channel}";
            var values = Values(happening, subject, rule.Audience == NoticeAudience.Citizen ? subject.Lead?.Unit ?? "" : unit, due(unit), code);
            @out.Add(new DeliveryRow
            {
                DeliveryId = IdOf($"{lane}/{moment}"),
                Tenant = subject.Ticket.Tenant,
                TicketId = subject.Ticket.Id,
                StepNo = step,
                StepCode = happening.Step,
                What = happening.What,
                Way = channel,
                Audience = audience,
                Unit = unit,
                Lane = lane,
                Subject = NoticeText.Fill(rule.Subject, values),
                Body = NoticeText.Fill(rule.TextOf(subject.Ticket.Form.Confidential || subject.Restricted), values),
                CreatedAt = at,
                DueAt = at,
            });
        }
        return new WrittenNotices(desks, @out);
    }

    private Dictionary<string, string> Values(NoticeHappening happening, TicketCase subject, string unit, DateTimeOffset? due, string code) => new()
    {
        ["ticket"] = subject.Ticket.Number ?? "",
        ["code"] = code,
        ["city"] = city.Name,
        ["unit"] = city.Units.FirstOrDefault(one => one.Code == unit)?.Name ?? Text.Of("notice.noUnit"),
        ["due"] = due is { } end
            ? end.ToOffset(city.TimeZoneOffset).ToString(Text.Of("notice.moment"), CultureInfo.InvariantCulture) : Text.Of("notice.noDue"),
        ["timer"] = Code.TryParse<DeadlineTimer>(happening.What, out var timer) ? Text.Of($"deadline.timer.{timer}") : "",
        ["title"] = subject.Ticket.Form.Title,
    };

    private static DateTimeOffset? DueOf(TicketCase subject, string unit, Func<Assignment, DateTimeOffset?> due) =>
        subject.Assignments.LastOrDefault(task => !task.IsOver && (unit.Length == 0 ? task == subject.Lead : task.Unit == unit)) is { } task
            ? due(task) : null;

    private static string IdOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
