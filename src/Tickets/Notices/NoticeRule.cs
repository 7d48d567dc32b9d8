namespace Hotline.Tickets.Notices;

/// <summary>The way a notice goes.</summary>
public enum NoticeChannel
{
    /// <summary>Onto the desk of a unit, or of the hotline.</summary>
    Desk,

    /// <summary>As a short message.</summary>
    Sms,

    /// <summary>By mail.</summary>
    Mail,
}

/// <summary>Who is told.</summary>
public enum NoticeAudience
{
    /// <summary>Whoever called.</summary>
    Citizen,

    /// <summary>The unit that handles and answers; of a clock, the unit that it runs for.</summary>
    Lead,

    /// <summary>All units with a task that is not over; of a clock, the unit that it runs for.</summary>
    Units,

    /// <summary>Whoever leads the hotline's shift.</summary>
    Leader,
}

/// <summary>One line of the city's list of notices: which step tells whom, by which way, in which words (TKT-22).</summary>
/// <param name="Step">Code of the step (<see cref="NoticeSteps"/>), or * for any.</param>
/// <param name="What">Code of the state it leads to, of a clock the clock's; empty for any.</param>
/// <param name="Audience">Whom.</param>
/// <param name="Channel">By which way.</param>
/// <param name="From">First day on which it holds, city-local.</param>
/// <param name="To">Last day; null while none is known.</param>
/// <param name="Subject">Of a mail; empty for the others.</param>
/// <param name="Text">What is said, with placeholders (<see cref="NoticeText"/>); empty on a desk, which has words of its own.</param>
/// <param name="Secret">What is said of a confidential ticket or a special piece; empty where the same is.</param>
public sealed record NoticeRule(
    string Step, string What, NoticeAudience Audience, NoticeChannel Channel, DateOnly From, DateOnly? To, string Subject, string Text, string Secret)
{
    /// <summary>For any step.</summary>
    public const string AnyStep = "*";

    /// <summary>What is said of this ticket.</summary>
    /// <param name="secret">It is confidential, or a special piece.</param>
    public string TextOf(bool secret) => secret && Secret.Length > 0 ? Secret : Text;

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && !(To < day);

    /// <summary>Whether it is for what happened.</summary>
    public bool IsFor(NoticeHappening happening)
    {
        ArgumentNullException.ThrowIfNull(happening);
        return Step == happening.Step ? What.Length == 0 || What == happening.What
            : Step == AnyStep && !happening.IsClock && What == happening.What;
    }
}
