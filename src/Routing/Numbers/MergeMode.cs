namespace Hotline.Routing.Numbers;

/// <summary>How a hotline number was merged into 12345 (归并方式). Each number has its own (一号一策, NUM-10).</summary>
public enum MergeMode
{
    /// <summary>12345 itself (NUM-14), or a province's entry (NUM-15).</summary>
    Main,

    /// <summary>整体并入: the number is cancelled; what still arrives on its line is accepted and labelled with its origin (NUM-01).</summary>
    FullMerge,

    /// <summary>双号并行: the number stays, its seats work inside 12345 (NUM-02).</summary>
    DualNumber,

    /// <summary>双号并行 with 暂时保留座席: the number stays and, for now, so do its own seats and platform (NUM-03).</summary>
    DualNumberSeatsRetained,

    /// <summary>设分中心: number and seats stay, with call transfer to and from 12345 (NUM-04).</summary>
    SubCentre,

    /// <summary>并行接听: the other hotline and 12345 each accept by themselves (NUM-06).</summary>
    ParallelAnswering,

    /// <summary>来电转移: no seats left; the number is diverted to 12345 (NUM-07).</summary>
    CallDiversion,

    /// <summary>转接电话: a department's old local number, now a transfer phone of the platform (NUM-08).</summary>
    LegacyTransferNumber,

    /// <summary>保留话务座席: not ready to merge; seats stay, with call transfer (NUM-09).</summary>
    SeatsKeptWithTransfer,
}
