namespace Hotline.Tickets.Deadlines;

/// <summary>The clocks that can run for a ticket (T1 to T10 of the state machine, part D of the domain).</summary>
public enum DeadlineTimer
{
    /// <summary>T1: the hotline hands it to a unit (转办).</summary>
    Dispatch,

    /// <summary>T2: the unit signs for it (签收).</summary>
    Sign,

    /// <summary>T3: so long the unit may give it back (退单). Later it still may, and the ticket is overdue; if it does not, nothing is.</summary>
    Return,

    /// <summary>T4: the unit answers (办理).</summary>
    Handle,

    /// <summary>T5a: the first response to an urgent matter (初步响应意见).</summary>
    FirstResponse,

    /// <summary>T5b: what was done about an urgent matter (处理情况).</summary>
    Feedback,

    /// <summary>T6: the next report on a temporarily closed ticket (报送工作进展).</summary>
    Report,

    /// <summary>T7: the day that was promised for a temporarily closed ticket (承诺办结时限).</summary>
    Promise,

    /// <summary>T8: the hotline asks the citizen (回访).</summary>
    Revisit,

    /// <summary>T9: so long the citizen may rate; then it is 基本满意 by default.</summary>
    Rating,

    /// <summary>T10: what a supervisory talk (约谈) asked to be put right.</summary>
    Correction,
}

/// <summary>What a clock counts from.</summary>
public enum ClockStart
{
    /// <summary>受理; after a return that was granted, the moment it is the hotline's again.</summary>
    Accepted,

    /// <summary>转办.</summary>
    Dispatched,

    /// <summary>The unit has it (收到): the moment of the dispatch, where the unit's system does not say otherwise.</summary>
    Received,

    /// <summary>签收.</summary>
    SignedFor,

    /// <summary>临时办结; from the second report on, the report before.</summary>
    TemporarilyClosed,

    /// <summary>The unit's reply.</summary>
    Replied,

    /// <summary>The citizen was asked.</summary>
    RevisitStarted,

    /// <summary>约谈.</summary>
    Interviewed,
}

/// <summary>Why a ticket is an overdue one (超期办理件), even where it was done on time in the end (TKT-11, URG-07).</summary>
public enum OverdueCause
{
    Sign,
    Return,
    FirstResponse,
    Handle,
    Report,
    Promise,

    /// <summary>The hotline's own: it was dispatched late. That makes it no overdue one of its units (TKT-03, TKT-11).</summary>
    Dispatch,
}
