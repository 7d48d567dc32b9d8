namespace Hotline.Routing;

/// <summary>
/// Something to be done by a shell. An effect returns nothing: what came of it arrives later as an <see cref="Input"/>.
/// </summary>
public abstract partial record Effect
{
    /// <summary>This agent's desk shows something new.</summary>
    public sealed record ShowDesk(AgentId Agent) : Effect;

    /// <summary>The floor changed for everybody who watches it.</summary>
    public sealed record ShowFloor : Effect;

    /// <summary>The answer to a person's wish: null refusal means done.</summary>
    public sealed record Reply(RequestId Request, string? Refusal) : Effect;

    /// <summary>A fact that should not have been; counted, never ignored silently.</summary>
    public sealed record NoteAnomaly(string Kind, string Subject) : Effect;
}
