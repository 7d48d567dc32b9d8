using Hotline.Tickets;
using Hotline.Tickets.Loop;

namespace Hotline.Persistence;

/// <summary>A step as its row says it.</summary>
internal sealed class TicketStepRow
{
    public string TicketId { get; init; } = "";
    public int StepNo { get; init; }
    public string Who { get; init; } = "";
    public string Role { get; init; } = "";
    public string? FromState { get; init; }
    public string ToState { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string Reason { get; init; } = "";
    public string? FollowUp { get; init; }
    public string? CallId { get; init; }

    /// <summary>By which command of the loop; null for what happened before it.</summary>
    public string? Verb { get; init; }

    public string? Unit { get; init; }
    public string? TimersBefore { get; init; }
    public string? TimersAfter { get; init; }

    public static TicketStepRow Of(TicketStep step) => new()
    {
        TicketId = step.TicketId,
        StepNo = step.Number,
        Who = step.By.Id,
        Role = Code.Of(step.By.Role),
        Unit = step.By.Unit,
        FromState = Code.Of(step.From),
        ToState = Code.Of(step.To),
        At = step.At,
        Reason = step.Reason,
        FollowUp = Code.Of(step.FollowUp),
        CallId = step.CallId,
    };

    public static TicketStepRow Of(LoopStep step) => new()
    {
        TicketId = step.Step.TicketId,
        StepNo = step.Step.Number,
        Who = step.Step.By.Id,
        Role = Code.Of(step.Step.By.Role),
        Unit = step.Step.By.Unit,
        FromState = Code.Of(step.Step.From),
        ToState = Code.Of(step.Step.To),
        At = step.Step.At,
        Reason = step.Step.Reason,
        Verb = Code.Of(step.Verb),
        TimersBefore = CaseJson.Of(step.Before),
        TimersAfter = CaseJson.Of(step.After),
    };

    public TicketStep ToStep() => new(
        TicketId, StepNo, new TicketActor(Who, Code.Parse<TicketRole>(Role), Unit),
        FromState is null ? null : Code.Parse<TicketState>(FromState), Code.Parse<TicketState>(ToState), At, Reason,
        FollowUp is null ? null : Code.Parse<FollowUpKind>(FollowUp), CallId);

    public CaseStep ToCaseStep() => new(
        ToStep(), Verb is null ? null : Code.Parse<LoopVerb>(Verb), CaseJson.TimersOf(TimersBefore), CaseJson.TimersOf(TimersAfter));
}
