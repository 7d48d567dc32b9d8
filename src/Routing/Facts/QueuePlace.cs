namespace Hotline.Routing;

/// <summary>Where a waiting caller stands, as he is told.</summary>
/// <param name="Ahead">Callers with the same need who go before him; null beyond <see cref="WaitingClass.PlacesMax"/>.</param>
/// <param name="Wait">How long he will probably still wait; null while nothing is known.</param>
public sealed record QueuePlace(int? Ahead, TimeSpan? Wait);
