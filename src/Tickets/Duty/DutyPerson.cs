namespace Hotline.Tickets.Duty;

/// <summary>Somebody on a unit's list of duty phones (URG-03).</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Number">What is dialled, digits.</param>
/// <param name="Trunk">On which trunk.</param>
public sealed record DutyPerson(string Name, string Number, string Trunk);
