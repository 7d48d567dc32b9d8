using System.Text.Json.Serialization;

namespace Hotline.Tickets.Loop;

/// <summary>What was decided about an application.</summary>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
/// <param name="Granted">True where it was granted.</param>
/// <param name="Note">Why.</param>
public sealed record ApplicationDecision(string By, DateTimeOffset At, bool Granted, string Note);

/// <summary>A unit gives a ticket back (退单, RET-01).</summary>
public sealed record ReturnApplication
{
    /// <summary>From 1.</summary>
    public required int No { get; init; }

    /// <summary>Number of the task.</summary>
    public required int Task { get; init; }

    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The state that it is handled on in if this is rejected.</summary>
    public required TicketState From { get; init; }

    public required string Reason { get; init; }

    /// <summary>The law, or the list of duties, that it stands on.</summary>
    public required string Basis { get; init; }

    /// <summary>Who should get it.</summary>
    public required string SuggestedUnit { get; init; }

    /// <summary>Scan with signature and seal (RET-05).</summary>
    public string? Scan { get; init; }

    public ReturnVerdict? Verdict { get; init; }
    public ApplicationDecision? Decision { get; init; }

    /// <summary>不当退单: counted (RET-03).</summary>
    public bool Improper { get; init; }
}

/// <summary>What becomes of a return (RET-02).</summary>
public enum ReturnVerdict
{
    /// <summary>Back at the hotline, to be dispatched anew.</summary>
    Accept,

    /// <summary>The unit handles on; its clock was never stopped.</summary>
    Reject,

    /// <summary>In dispute: the coordination group decides.</summary>
    Dispute,
}

/// <summary>A unit asks for more time (延期, EXT).</summary>
public sealed record ExtensionApplication
{
    /// <summary>From 1.</summary>
    public required int No { get; init; }

    public required int Task { get; init; }
    public required int Round { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>How much is asked for, in working days.</summary>
    public required int WorkingDays { get; init; }

    public required string Reason { get; init; }

    /// <summary>When it was explained to the caller (EXT-03).</summary>
    public required DateTimeOffset CallerToldAt { get; init; }

    public required ContactWay CallerToldBy { get; init; }
    public string? Scan { get; init; }

    /// <summary>Asked for by the hotline's supervisor, where there is none as a rule (EXT-04).</summary>
    public bool ByOverride { get; init; }

    public ApplicationDecision? Decision { get; init; }

    /// <summary>How much was granted, in working days; 0 while nothing was.</summary>
    public int GrantedDays { get; init; }
}

/// <summary>A unit asks for a temporary closure, or for a new promised day (临时办结, TMP).</summary>
public sealed record ClosureApplication
{
    /// <summary>From 1.</summary>
    public required int No { get; init; }

    public required int Task { get; init; }
    public required int Round { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The state that it is handled on in if this is rejected.</summary>
    public required TicketState From { get; init; }

    public required ClosureGround Ground { get; init; }
    public required string Progress { get; init; }
    public required string NextSteps { get; init; }

    /// <summary>The day by which it will be done, city-local.</summary>
    public required DateOnly PromisedFor { get; init; }

    /// <summary>The paper of the opened case (立案).</summary>
    public string? Filing { get; init; }

    public ApplicationDecision? Decision { get; init; }

    /// <summary>True where it asks for a new promise on a ticket that is temporarily closed already (TMP-06).</summary>
    [JsonIgnore]
    public bool IsNewPromise => From == TicketState.TemporarilyClosed;
}

/// <summary>Why a temporary closure (TMP-01).</summary>
public enum ClosureGround
{
    /// <summary>Very complex, and not to be solved soon.</summary>
    Complex,

    /// <summary>A case is opened (立案); its paper is attached.</summary>
    CaseFiled,
}

/// <summary>How a unit reached the citizen.</summary>
public enum ContactWay
{
    Phone,
    InPerson,
    OnSite,
    Message,
    Letter,
}
