namespace Hotline.Persistence;

/// <summary>What a failed statement means for whoever sent it.</summary>
public enum DatabaseFault
{
    /// <summary>Somebody else holds a lock, or won a deadlock: the same again may succeed at once.</summary>
    Busy,

    /// <summary>Not reachable, not readable or not understood: try again later.</summary>
    Away,

    /// <summary>No room left: try again later, after somebody made room.</summary>
    Full,

    /// <summary>The database, or our own code, refuses this very data: the same again fails again.</summary>
    Refused,
}
