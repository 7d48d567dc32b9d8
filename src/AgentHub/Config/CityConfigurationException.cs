namespace Hotline.AgentHub.Config;

/// <summary>A city's files cannot be used. The message lists every mistake, for people: show it without a stack trace.</summary>
public sealed class CityConfigurationException : Exception
{
    public CityConfigurationException(string folder, IReadOnlyList<ConfigurationProblem> problems)
        : base(Describe(folder, problems)) => Problems = problems;

    public CityConfigurationException(string message)
        : base(message)
    {
    }

    public CityConfigurationException()
    {
    }

    public CityConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public IReadOnlyList<ConfigurationProblem> Problems { get; } = [];

    private static string Describe(string folder, IReadOnlyList<ConfigurationProblem> problems) =>
        $"The configuration in {folder} has {problems.Count} {(problems.Count == 1 ? "mistake" : "mistakes")}:{Environment.NewLine}"
        + string.Join(Environment.NewLine, problems.Select(p => "  " + p));
}
