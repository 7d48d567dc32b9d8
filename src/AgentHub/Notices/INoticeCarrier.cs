namespace Hotline.AgentHub.Notices;

/// <summary>One message on its way to one addressee. It is no record: what it holds is not printed.</summary>
/// <param name="key">Under which it is the same message, however often it is told.</param>
/// <param name="to">A mobile number, or the address of a mailbox.</param>
/// <param name="subject">Of a mail.</param>
/// <param name="text">What is said.</param>
internal sealed class Message(string key, string to, string subject, string text)
{
    public string Key => key;
    public string To => to;
    public string Subject => subject;
    public string Text => text;
}

/// <summary>What came of a try.</summary>
internal abstract record Carried
{
    /// <summary>It was taken.</summary>
    public sealed record Sent : Carried;

    /// <summary>It never will be: trying again is of no use.</summary>
    /// <param name="Reason">Code.</param>
    /// <param name="Detail">What the other side said, without what was sent.</param>
    public sealed record Refused(string Reason, string Detail) : Carried;

    /// <summary>Not now; perhaps it was taken all the same.</summary>
    /// <param name="Reason">Code.</param>
    /// <param name="Detail">What the other side said, without what was sent.</param>
    /// <param name="After">How long it asks to wait; null where it does not.</param>
    public sealed record Later(string Reason, string Detail, TimeSpan? After = null) : Carried;
}

/// <summary>A way out of the house: a gateway for short messages, a relay for mail.</summary>
internal interface INoticeCarrier
{
    /// <summary>Tries once. What goes wrong is an answer; only the server's stop throws.</summary>
    Task<Carried> SendAsync(Message message, CancellationToken cancellationToken);
}
