namespace Hotline.Tickets;

/// <summary>What the agent fills in. Every field may be empty in a draft; the outcome decides which must not.</summary>
public sealed record TicketForm
{
    /// <summary>An empty form.</summary>
    public static readonly TicketForm Empty = new();

    public DemandType? DemandType { get; init; }

    /// <summary>Code of the category, a leaf of the city's tree.</summary>
    public string? Category { get; init; }

    public string Title { get; init; } = "";
    public string Text { get; init; } = "";
    public string Place { get; init; } = "";
    public string RequesterName { get; init; } = "";
    public RequesterKind RequesterKind { get; init; }
    public string ContactNumber { get; init; } = "";

    /// <summary>Code of the handling unit (承办单位).</summary>
    public string? Unit { get; init; }

    /// <summary>Code of the unit that is complained about (被反映单位): it gets nothing of the ticket (ACC-13).</summary>
    public string? AccusedUnit { get; init; }

    /// <summary>The requester asked for secrecy (保密).</summary>
    public bool Confidential { get; init; }

    public Urgency Urgency { get; init; }

    /// <summary>The same form in storable text, with empty codes as null.</summary>
    public TicketForm Cleaned() => this with
    {
        DemandType = string.IsNullOrWhiteSpace(DemandType?.Code) ? null : new DemandType(StorableText.Of(DemandType.Value.Code)),
        Category = StorableText.OrNull(Category),
        Title = StorableText.Of(Title),
        Text = StorableText.Of(Text),
        Place = StorableText.Of(Place),
        RequesterName = StorableText.Of(RequesterName),
        ContactNumber = StorableText.Of(ContactNumber),
        Unit = StorableText.OrNull(Unit),
        AccusedUnit = StorableText.OrNull(AccusedUnit),
    };
}
