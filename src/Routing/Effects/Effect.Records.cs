namespace Hotline.Routing;

public abstract partial record Effect
{
    /// <summary>The call's row in the ledger, whole; a higher revision replaces a lower one.</summary>
    public sealed record WriteLedger(CallRecord Record) : Effect;

    /// <summary>An agent has the call: its draft ticket begins.</summary>
    public sealed record OpenTicket(CallId Call, TicketId Ticket, AgentId Agent, string Dialled, string Caller) : Effect;

    /// <summary>
    /// A call is over and nobody is left who could write its outcome: its ticket is closed as handed on (CALL-07), with what was written so far.
    /// </summary>
    /// <param name="Call">Which.</param>
    /// <param name="Ticket">Its ticket; there may be no draft yet.</param>
    /// <param name="Because">Why no agent writes it.</param>
    /// <param name="Subject">The party's number, or the agent's.</param>
    /// <param name="Dialled">The number dialled.</param>
    /// <param name="Caller">Empty where withheld.</param>
    public sealed record CloseTicket(CallId Call, TicketId Ticket, ClosedBecause Because, string Subject, string Dialled, string Caller) : Effect;
}

/// <summary>Why a call has no agent who writes its outcome.</summary>
public enum ClosedBecause
{
    /// <summary>Its plan led it to a sub-centre, which took it.</summary>
    HandedToParty,

    /// <summary>The agent who had it is not signed in any more.</summary>
    AgentGone,
}
