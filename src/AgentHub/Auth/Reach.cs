namespace Hotline.AgentHub.Auth;

/// <summary>How far a permission goes. The further one holds the nearer ones.</summary>
public enum Reach
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>What is one's own.</summary>
    Mine,

    /// <summary>And what is of the citizen whom one talks with now.</summary>
    MyCaller,

    /// <summary>And what is one's handling unit's.</summary>
    MyUnit,

    /// <summary>Everything of the city.</summary>
    All,
}
