namespace Hotline.Tickets.Loop;

/// <summary>What the forms of the loop must have. Null: nothing to blame.</summary>
internal static class LoopForm
{
    /// <summary>Refuses where a field is empty, and names all that are.</summary>
    public static LoopDecision.Refused? Needs(params ReadOnlySpan<(LoopField Field, string? Text)> texts)
    {
        List<LoopField> missing = [];
        foreach (var (field, text) in texts)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                missing.Add(field);
            }
        }

        return missing.Count > 0 ? LoopMove.Refuse(LoopRefusal.FieldsMissing, [.. missing]) : NotTooLong(TicketLimits.TextMax, texts);
    }

    /// <summary>Refuses where a text is longer, and names all that are.</summary>
    public static LoopDecision.Refused? NotTooLong(int max, params ReadOnlySpan<(LoopField Field, string? Text)> texts)
    {
        List<LoopField> tooLong = [];
        foreach (var (field, text) in texts)
        {
            if (text?.Length > max)
            {
                tooLong.Add(field);
            }
        }

        return tooLong.Count > 0 ? LoopMove.Refuse(LoopRefusal.FieldsTooLong, [.. tooLong]) : null;
    }

    /// <summary>Tasks on an order of the group need a scan for reply, return and extension (RET-05).</summary>
    public static LoopDecision.Refused? ScanOf(Assignment task, string? scan) =>
        task.Order is not null && string.IsNullOrWhiteSpace(scan) ? LoopMove.Refuse(LoopRefusal.ScanMissing, LoopField.Scan) : null;
}
