namespace Hotline.Simulator.Results;

/// <summary>A figure that mathematics knows exactly, beside the simulated one.</summary>
/// <param name="Figure">What, and of which class.</param>
/// <param name="Exact">The law's value.</param>
/// <param name="Simulated">Ours.</param>
/// <param name="Law">Whose law.</param>
public sealed record LawFigure(string Figure, double Exact, Estimate Simulated, string Law);
