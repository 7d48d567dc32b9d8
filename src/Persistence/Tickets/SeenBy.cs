using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>A <see cref="TicketSight"/> as statements ask for it.</summary>
/// <param name="Reach">2 for everything, 1 for everybody's that are submitted and not confidential, 0 for what he has to do with alone.</param>
/// <param name="Who">Agent number.</param>
/// <param name="Unit">His handling unit, or null.</param>
/// <param name="Talking">The number of the citizen whom he talks with, or null.</param>
/// <param name="Writing">The ticket of that call, or null.</param>
/// <param name="No">False, as each database has it.</param>
internal readonly record struct SeenBy(int Reach, string Who, string? Unit, string? Talking, string? Writing, bool No)
{
    public static SeenBy Of(TicketSight sight) => new(
        sight is { Confidential: true, Open: true } ? 2 : sight.Open ? 1 : 0, sight.Who, sight.Unit,
        sight.Caller is { Length: > 0 } caller ? caller : null, sight.Ticket, No: false);
}
