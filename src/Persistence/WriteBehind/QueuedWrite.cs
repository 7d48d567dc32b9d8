namespace Hotline.Persistence;

/// <summary>An item on its way, with the id by which a repeated writing of it is recognised.</summary>
internal sealed record QueuedWrite(string Id, WriteItem Item);
