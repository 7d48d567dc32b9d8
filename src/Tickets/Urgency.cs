namespace Hotline.Tickets;

/// <summary>How fast it must be answered: ordinary, 特殊事项 or 特殊紧急事项.</summary>
public enum Urgency
{
    Normal,
    Special,
    SpecialUrgent,
}
