using System.Text.Json.Serialization;
using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>
/// What the call path tells the database without waiting. Each may be written again, and late, without doing harm. The
/// discriminators stand in spill files: never rename one.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Ledger), "ledger")]
[JsonDerivedType(typeof(Draft), "draft")]
[JsonDerivedType(typeof(Closing), "closing")]
[JsonDerivedType(typeof(Audit), "audit")]
[JsonDerivedType(typeof(Session), "session")]
public abstract record WriteItem
{
    private WriteItem() { }

    /// <summary>A call as it stands now (<see cref="CallLedger"/>).</summary>
    public sealed record Ledger(TenantId Tenant, CallRecord Record) : WriteItem;

    /// <summary>A draft came into being, or changed hands (<see cref="TicketStore.OpenDraftAsync"/>).</summary>
    public sealed record Draft(TicketOpening Opening) : WriteItem;

    /// <summary>
    /// A call ended and nobody is left to write its outcome: its ticket is closed as handed on (<see cref="TicketCommands.CloseAsync"/>).
    /// </summary>
    /// <param name="Opening">Makes the draft where there is none.</param>
    /// <param name="Summary">To whom it was handed, and whether they took it; for people.</param>
    public sealed record Closing(TicketOpening Opening, string Summary) : WriteItem;

    /// <summary>Somebody did or saw something (<see cref="AuditLog"/>).</summary>
    public sealed record Audit(AuditEntry Entry) : WriteItem;

    /// <summary>How a sign-in stands (<see cref="SessionStore"/>).</summary>
    public sealed record Session(SessionRow Row) : WriteItem;
}
