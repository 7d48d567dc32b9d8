namespace Hotline.Telephony;

/// <summary>Where news of lines to people on duty go.</summary>
public interface IDutyInbox
{
    /// <summary>Hands it on. Never waits.</summary>
    void Post(DutyNews news);
}

/// <summary>The way out to people on duty. Nothing here waits; what comes of it is told to the <see cref="IDutyInbox"/>.</summary>
public interface IDutyLines
{
    /// <summary>False while the node is away: nothing can be done, and what is true is told when it is back.</summary>
    bool Open { get; }

    /// <summary>Rings somebody.</summary>
    /// <param name="line">The line, which Asterisk makes at most once.</param>
    /// <param name="number">Whom.</param>
    /// <param name="trunk">On which trunk.</param>
    /// <param name="caller">The number that he sees.</param>
    /// <param name="limit">So long it rings at most; the host ends it before.</param>
    void Ring(DutyLine line, string number, string trunk, string caller, TimeSpan limit);

    /// <summary>Reads the notice, in place of the reading before.</summary>
    /// <param name="line">The line.</param>
    /// <param name="reading">Which time, from 1.</param>
    /// <param name="special">A special-urgent matter (特殊紧急); otherwise a special one.</param>
    /// <param name="number">The digits that are read of the ticket's number.</param>
    void Read(DutyLine line, int reading, bool special, string number);

    /// <summary>Thanks, in place of what is being read.</summary>
    /// <param name="line">The line.</param>
    /// <param name="reading">What is being read.</param>
    void Thank(DutyLine line, int reading);

    /// <summary>Ends the line, whether it rings or talks; one that is gone is no error.</summary>
    void HangUp(DutyLine line);
}
