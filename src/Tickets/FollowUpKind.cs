namespace Hotline.Tickets;

/// <summary>What a citizen who calls again about his matter wants of the ticket that it has already.</summary>
public enum FollowUpKind
{
    /// <summary>补充: what he says now is added to it.</summary>
    Supplement,

    /// <summary>催办: he asks for it to be dealt with.</summary>
    Expedite,
}
