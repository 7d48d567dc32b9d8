namespace Hotline.Persistence;

/// <summary>The states of a notice on its way, as rows and pages spell them.</summary>
public static class DeliveryStates
{
    /// <summary>Not tried yet.</summary>
    public const string Queued = "queued";

    /// <summary>Tried in vain; it is tried again.</summary>
    public const string Failed = "failed";

    /// <summary>Taken by the gateway or the relay.</summary>
    public const string Sent = "sent";

    /// <summary>Given up by the system: somebody has to look at it.</summary>
    public const string Dead = "dead";

    /// <summary>Not sent, and rightly so; the reason says why.</summary>
    public const string Skipped = "skipped";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Queued, Failed, Sent, Dead, Skipped];
}

/// <summary>Why a notice was not sent, or not yet, as rows and pages spell it.</summary>
public static class DeliveryReasons
{
    /// <summary>The way is not set up in this installation.</summary>
    public const string NotSetUp = "notSetUp";

    /// <summary>Nobody knows the citizen's number: he withheld it, and gave none.</summary>
    public const string NoNumber = "noNumber";

    /// <summary>He has none that gets short messages.</summary>
    public const string NoMobile = "noMobile";

    /// <summary>The unit's post, or the leader's, has no number or address in the city's list.</summary>
    public const string NoAddress = "noAddress";

    /// <summary>He wants no messages.</summary>
    public const string OptedOut = "optedOut";

    /// <summary>Somebody gave it up, and wrote down why.</summary>
    public const string GivenUp = "givenUp";

    /// <summary>The other side will never take it.</summary>
    public const string Refused = "refused";

    /// <summary>Nobody has that number or mailbox.</summary>
    public const string Address = "address";

    /// <summary>The other side does not know us: name, password or secret are wrong.</summary>
    public const string Credentials = "credentials";

    /// <summary>The other side cannot take it now.</summary>
    public const string Busy = "busy";

    /// <summary>It answered something that nobody understands.</summary>
    public const string Answer = "answer";

    /// <summary>It did not answer in time.</summary>
    public const string Timeout = "timeout";

    /// <summary>It is not there.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>Nothing secret can be agreed on with it.</summary>
    public const string Tls = "tls";

    /// <summary>A fault of ours.</summary>
    public const string Fault = "fault";
}

/// <summary>One notice to one addressee by one way.</summary>
public sealed record DeliveryRow
{
    /// <summary>Grows: rows of one lane go out in this order.</summary>
    public long RowNo { get; init; }

    /// <summary>The same for the same notice, however often it is written down.</summary>
    public string DeliveryId { get; init; } = "";

    public string Tenant { get; init; } = "";
    public string TicketId { get; init; } = "";

    /// <summary>Number of the step; 0 for a clock's.</summary>
    public int StepNo { get; init; }

    /// <summary>Code of the step.</summary>
    public string StepCode { get; init; } = "";

    /// <summary>Code of the state that it led to, or of the clock.</summary>
    public string What { get; init; } = "";

    public string Way { get; init; } = "";
    public string Audience { get; init; } = "";

    /// <summary>Empty for the citizen and the hotline.</summary>
    public string Unit { get; init; } = "";

    public string Lane { get; init; } = "";

    /// <summary>Of a mail.</summary>
    public string Subject { get; init; } = "";

    public string Body { get; init; } = "";

    /// <summary>One of <see cref="DeliveryStates"/>.</summary>
    public string State { get; init; } = DeliveryStates.Queued;

    /// <summary>Code; empty where there is nothing to say.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What the other side said, or why somebody gave it up.</summary>
    public string Detail { get; init; } = "";

    /// <summary>How often it was tried since it was queued.</summary>
    public int Attempts { get; init; }

    /// <summary>How often it was queued: 1, and one more each time somebody sends it again.</summary>
    public int Sendings { get; init; } = 1;

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next; null once nothing more is.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it was sent, died or was given up.</summary>
    public DateTimeOffset? DoneAt { get; init; }
}

/// <summary>A line of the list of notices, with what it takes to say whom it was for.</summary>
public sealed class DeliveryListedRow
{
    public long RowNo { get; init; }
    public string DeliveryId { get; init; } = "";
    public string TicketId { get; init; } = "";
    public string? TicketNumber { get; init; }
    public string StepCode { get; init; } = "";
    public string What { get; init; } = "";
    public string Way { get; init; } = "";
    public string Audience { get; init; } = "";
    public string Unit { get; init; } = "";
    public string State { get; init; } = "";
    public string Reason { get; init; } = "";
    public string Detail { get; init; } = "";
    public int Attempts { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>The citizen's, whole: whoever shows it masks it.</summary>
    public string? ContactNumber { get; init; }

    /// <summary>Likewise.</summary>
    public string? CallerNumber { get; init; }
}
