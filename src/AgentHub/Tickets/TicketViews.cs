using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Web;
using Hotline.Tickets;

namespace Hotline.AgentHub.Tickets;

// The ticket as the desk's contract spells it (desk/src/shared/contract.ts).

/// <summary>A ticket as a line of a list; <c>caller</c> is masked.</summary>
public record TicketSummary
{
    public required string Id { get; init; }
    public required string? Number { get; init; }
    public required string State { get; init; }
    public required string StateText { get; init; }
    public required string? DemandType { get; init; }
    public required string? Category { get; init; }
    public required string Title { get; init; }
    public required string? Unit { get; init; }
    public required string Caller { get; init; }
    public required string Dialled { get; init; }
    public required string CallId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string AgentId { get; init; }

    /// <summary>How often its citizen asked for it, and when he last did.</summary>
    public required int Expedited { get; init; }
    public required DateTimeOffset? ExpeditedAt { get; init; }
}

/// <summary>A whole ticket, as its page shows it.</summary>
public sealed record TicketView : TicketSummary
{
    public required int Version { get; init; }
    public required string Text { get; init; }
    public required string Place { get; init; }
    public required string RequesterName { get; init; }
    public required string RequesterKind { get; init; }
    public required string ContactNumber { get; init; }

    /// <summary>Code of the unit that is complained about; null for none, and for units.</summary>
    public required string? AccusedUnit { get; init; }

    public required bool Confidential { get; init; }
    public required string Urgency { get; init; }
    public required string? Outcome { get; init; }
    public required string Summary { get; init; }
    public required string? ReasonCode { get; init; }
    public required DateTimeOffset? AcceptedAt { get; init; }
    public required DateTimeOffset SavedAt { get; init; }
    public required bool Recording { get; init; }

    /// <summary>The ticket that the matter had already; null for one of its own.</summary>
    public required EarlierTicket? Earlier { get; init; }

    /// <summary>What later calls added, in their order; of a ticket that is read. An answer to a change does not tell them.</summary>
    public required IReadOnlyList<FollowUpView> FollowUps { get; init; }
}

/// <summary>The ticket that a matter had already, by its id and the number that citizens know.</summary>
public sealed record EarlierTicket(string Id, string? Number);

/// <summary>What a later call added to a ticket: added to it or asked for it, who took that call, and what the citizen said.</summary>
public sealed record FollowUpView(string Kind, DateTimeOffset At, string AgentId, string CallId, string Words);

/// <summary>
/// One page of a search; pages count from 1. <paramref name="Capped"/>: there may be more than the total, which was not counted further.
/// </summary>
public sealed record TicketListView(IReadOnlyList<TicketSummary> Items, int Total, int Page, int PageSize, bool Capped);

/// <summary>
/// One's own drafts, newest first: as many as were asked for, and how many there are in all. <paramref name="Capped"/>: there may be more
/// than the total, which was not counted further.
/// </summary>
public sealed record DraftListView(IReadOnlyList<TicketSummary> Items, int Total, bool Capped);

/// <summary>A draft as the page sends it while somebody types.</summary>
public record DraftForm : INamesCodes
{
    public int Version { get; init; }
    public string? DemandType { get; init; }
    public string? Category { get; init; }
    public string Title { get; init; } = "";
    public string Text { get; init; } = "";
    public string Place { get; init; } = "";
    public string RequesterName { get; init; } = "";
    public string RequesterKind { get; init; } = "person";
    public string ContactNumber { get; init; } = "";
    public string? Unit { get; init; }

    /// <summary>Code of the unit that is complained about: it gets nothing of the ticket (ACC-13).</summary>
    public string? AccusedUnit { get; init; }

    public bool Confidential { get; init; }
    public string Urgency { get; init; } = "normal";

    /// <summary>In a draft: what is chosen so far; nothing is recorded by it.</summary>
    public string? Outcome { get; init; }

    /// <summary>Direct answer: what was answered. Refusal, referral: the guidance given. Transfer: to whom and whether taken over.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Refusal and referral only: the code of the reason (ACC-10, ACC-14).</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The outcome that is being written; null where none is chosen.</summary>
    public CallOutcome? ToOutcome() => Code.TryParse<OutcomeKind>(Outcome, out var kind) && CallOutcome.Chosen.Contains(kind)
        ? CallOutcome.Of(kind, Summary, ReasonCode) : null;

    IEnumerable<NamedCode> INamesCodes.NamedCodes() =>
    [
        new(TicketField.DemandType, CodeList.DemandTypes, DemandType),
        new(TicketField.Category, CodeList.Categories, Category),
        new(TicketField.Unit, CodeList.Units, Unit),
        new(TicketField.AccusedUnit, CodeList.Units, AccusedUnit),
        new(TicketField.RequesterKind, CodeList.RequesterKinds, RequesterKind),
        new(TicketField.Urgency, CodeList.Urgencies, Urgency),
        new(TicketField.Outcome, CodeList.Outcomes, Outcome),
        // Only these two outcomes keep a reason, each its own.
        .. ToOutcome() switch
        {
            CallOutcome.NotAccepted => [new NamedCode(TicketField.ReasonCode, CodeList.NotAcceptReasons, ReasonCode)],
            CallOutcome.Referral => [new NamedCode(TicketField.ReasonCode, CodeList.ReferralReasons, ReasonCode)],
            _ => Array.Empty<NamedCode>(),
        },
    ];

    public TicketForm ToForm() => new()
    {
        DemandType = DemandType is { } code ? new DemandType(code) : null,
        Category = Category,
        Title = Title,
        Text = Text,
        Place = Place,
        RequesterName = RequesterName,
        RequesterKind = Code.TryParse<RequesterKind>(RequesterKind, out var kind) ? kind : default,
        ContactNumber = ContactNumber,
        Unit = Unit,
        AccusedUnit = AccusedUnit,
        Confidential = Confidential,
        Urgency = Code.TryParse<Urgency>(Urgency, out var urgency) ? urgency : default,
    };
}

/// <summary>The call is about a matter that has a ticket: that one gets the words, and the call's own draft, as it stands, ends.</summary>
public sealed record FollowUpForm : DraftForm
{
    /// <summary>Supplement or expedite.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Id of the ticket that there is already.</summary>
    public string Earlier { get; init; } = "";

    /// <summary>The version of that ticket that the agent has before him.</summary>
    public int EarlierVersion { get; init; }

    /// <summary>What the citizen said; may be empty where he only asks for it.</summary>
    public string Words { get; init; } = "";
}

/// <summary>One of the outcomes of CALL-07 with what it needs, to be recorded.</summary>
public sealed record OutcomeForm : DraftForm;

internal static class TicketViews
{
    public static TicketSummary Summary(Ticket t) => new()
    {
        Id = t.Id,
        Number = t.Number,
        State = Code.Of(t.State),
        StateText = Text.Of($"ticket.{t.State}"),
        DemandType = t.Form.DemandType?.Code,
        Category = t.Form.Category,
        Title = t.Form.Title,
        Unit = t.Form.Unit,
        Caller = MaskedNumber.Of(t.Caller),
        Dialled = t.Dialled,
        CallId = t.CallId ?? "",
        CreatedAt = t.CreatedAt,
        AgentId = t.AgentId ?? "",
        Expedited = t.Expedited,
        ExpeditedAt = t.ExpeditedAt,
    };

    public static TicketView View(Ticket t, bool recording, string? earlierNumber = null, IReadOnlyList<TicketStep>? steps = null) => new()
    {
        Id = t.Id,
        Number = t.Number,
        State = Code.Of(t.State),
        StateText = Text.Of($"ticket.{t.State}"),
        DemandType = t.Form.DemandType?.Code,
        Category = t.Form.Category,
        Title = t.Form.Title,
        Unit = t.Form.Unit,
        Caller = MaskedNumber.Of(t.Caller),
        Dialled = t.Dialled,
        CallId = t.CallId ?? "",
        CreatedAt = t.CreatedAt,
        AgentId = t.AgentId ?? "",
        Version = t.Version,
        Text = t.Form.Text,
        Place = t.Form.Place,
        RequesterName = t.Form.RequesterName,
        RequesterKind = Code.Of(t.Form.RequesterKind),
        ContactNumber = t.Form.ContactNumber,
        AccusedUnit = t.Form.AccusedUnit,
        Confidential = t.Form.Confidential,
        Urgency = Code.Of(t.Form.Urgency),
        Outcome = Code.Of(t.Outcome),
        Summary = t.Summary,
        ReasonCode = t.ReasonCode,
        AcceptedAt = t.AcceptedAt,
        SavedAt = t.SavedAt,
        Recording = recording,
        Expedited = t.Expedited,
        ExpeditedAt = t.ExpeditedAt,
        Earlier = t.EarlierTicket is { } earlier ? new EarlierTicket(earlier, earlierNumber) : null,
        FollowUps = [.. from step in steps ?? []
                        where step.FollowUp is not null
                        select new FollowUpView(Code.Of(step.FollowUp!.Value), step.At, step.By.Id, step.CallId ?? "", step.Reason)],
    };
}
