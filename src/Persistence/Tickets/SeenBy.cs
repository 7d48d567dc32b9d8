using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>A <see cref="TicketSight"/> as statements ask for it.</summary>
/// <param name="Reach">2 for everybody's, 1 for everybody's that are not confidential, 0 for one's own alone.</param>
/// <param name="Who">Agent number.</param>
/// <param name="Unit">His handling unit, or null.</param>
/// <param name="No">False, as each database has it.</param>
internal readonly record struct SeenBy(int Reach, string Who, string? Unit, bool No)
{
    public static SeenBy Of(TicketSight sight) =>
        new(sight is { Confidential: true, Open: true } ? 2 : sight.Open ? 1 : 0, sight.Who, sight.Unit, No: false);
}
