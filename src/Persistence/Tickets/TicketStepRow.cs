using Hotline.Tickets;

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

    public static TicketStepRow Of(TicketStep step) => new()
    {
        TicketId = step.TicketId,
        StepNo = step.Number,
        Who = step.By.Id,
        Role = Code.Of(step.By.Role),
        FromState = Code.Of(step.From),
        ToState = Code.Of(step.To),
        At = step.At,
        Reason = step.Reason,
        FollowUp = Code.Of(step.FollowUp),
        CallId = step.CallId,
    };

    public TicketStep ToStep() => new(
        TicketId, StepNo, new TicketActor(Who, Code.Parse<TicketRole>(Role)),
        FromState is null ? null : Code.Parse<TicketState>(FromState), Code.Parse<TicketState>(ToState), At, Reason,
        FollowUp is null ? null : Code.Parse<FollowUpKind>(FollowUp), CallId);
}
