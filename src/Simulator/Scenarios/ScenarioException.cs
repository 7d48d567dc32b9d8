namespace Hotline.Simulator.Scenarios;

/// <summary>A scenario file is wrong; the message names the place and says what to write there.</summary>
public sealed class ScenarioException(string message) : Exception(message);
