namespace Hotline.Tickets.Import;

/// <summary>What a column of a table of old tickets holds.</summary>
public enum ImportField
{
    /// <summary>The number in the system of before: by it a ticket is known again.</summary>
    SourceNumber,
    AcceptedAt,
    DemandType,
    Category,
    Title,
    Text,
    Place,
    RequesterName,
    ContactNumber,
    Urgency,
    Confidential,
    Unit,
    DispatchedAt,
    SignedAt,
    ClosedAt,

    /// <summary>Where it stands; where there is no such column, the times say it.</summary>
    State,
}

/// <summary>Why a cell, or a row, was not understood.</summary>
public enum ImportMistake
{
    /// <summary>The row cannot be read at all: quotation marks or cells are wrong.</summary>
    Unreadable,

    /// <summary>The cell must not be empty.</summary>
    Missing,

    /// <summary>The text is longer than a ticket holds.</summary>
    TooLong,

    /// <summary>It stands in none of the city's lists.</summary>
    NotInList,

    /// <summary>It is no date with a time of day.</summary>
    NoMoment,

    /// <summary>It lies in the future.</summary>
    InFuture,

    /// <summary>It lies before what must have come first.</summary>
    WrongOrder,

    /// <summary>The number of before stands in a row above, too.</summary>
    Twice,
}
