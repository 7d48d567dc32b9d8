using Hotline.Routing.Numbers;

namespace Hotline.AgentHub.Config;

/// <summary>Reads merge modes in the words of the merge lists. What agents read stands in Texts/zh-CN.json.</summary>
public static class MergeModeText
{
    /// <summary>The remark that makes 双号并行 a mode of its own (NUM-03).</summary>
    public const string SeatsRetainedRemark = "暂时保留座席";

    private static readonly Dictionary<string, MergeMode> Modes = new()
    {
        ["主号码"] = MergeMode.Main,
        ["整体并入"] = MergeMode.FullMerge,
        ["双号并行"] = MergeMode.DualNumber,
        ["设分中心"] = MergeMode.SubCentre,
        ["并行接听"] = MergeMode.ParallelAnswering,
        ["来电转移"] = MergeMode.CallDiversion,
        ["转接电话"] = MergeMode.LegacyTransferNumber,
        ["保留话务座席"] = MergeMode.SeatsKeptWithTransfer,
    };

    /// <summary>The headings a list may use.</summary>
    public static IReadOnlyCollection<string> Headings => Modes.Keys;

    /// <summary>The mode of a list's heading and remark; null when the heading is unknown.</summary>
    public static MergeMode? Parse(string heading, string remark) => Modes.TryGetValue(heading, out var mode)
        ? mode is MergeMode.DualNumber && remark == SeatsRetainedRemark ? MergeMode.DualNumberSeatsRetained : mode
        : null;
}
