namespace Hotline.Tickets;

/// <summary>
/// The kind of a demand (诉求类型), by its code. An open set: a city may have types of its own (CALL-09: Changzhi also
/// takes 业务查询, 公共服务, 民意调查); which codes a city uses, and their deadlines, are its configuration.
/// </summary>
public readonly record struct DemandType(string Code)
{
    /// <summary>咨询.</summary>
    public static readonly DemandType Consultation = new("consultation");

    /// <summary>求助.</summary>
    public static readonly DemandType Help = new("help");

    /// <summary>投诉.</summary>
    public static readonly DemandType Complaint = new("complaint");

    /// <summary>举报.</summary>
    public static readonly DemandType ViolationReport = new("violation-report");

    /// <summary>建议.</summary>
    public static readonly DemandType Suggestion = new("suggestion");

    /// <summary>表扬.</summary>
    public static readonly DemandType Praise = new("praise");

    public override string ToString() => Code;
}
