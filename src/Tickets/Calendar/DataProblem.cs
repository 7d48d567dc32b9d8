namespace Hotline.Tickets.Calendar;

/// <summary>One mistake in a data file of time: where it stands, what is wrong and what to write instead.</summary>
/// <param name="File">The file's name as it was given.</param>
/// <param name="Line">From 1; 0 where the file as a whole is meant.</param>
/// <param name="Place">The column, or the rule and its member; empty where the line as a whole is meant.</param>
/// <param name="Text">What is wrong and what to do.</param>
public sealed record DataProblem(string File, int Line, string Place, string Text);
