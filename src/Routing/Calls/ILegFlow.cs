namespace Hotline.Routing;

/// <summary>What happens to the legs of one role. <see cref="CallDistributor"/> only finds the flow.</summary>
internal interface ILegFlow
{
    /// <summary>Its far phone rings.</summary>
    void Rang(Call call, in CallLeg leg) { }

    /// <summary>It is up.</summary>
    void Answered(Call call, in CallLeg leg);

    /// <summary>It is gone, and not because we hung it up; it stands in no index any more.</summary>
    void Ended(Call call, in CallLeg leg);

    /// <summary>A command for it failed. Whether it still stands depends on the command.</summary>
    void Failed(Call call, in CallLeg leg, FailedCommand command);
}
