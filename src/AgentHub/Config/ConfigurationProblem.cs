namespace Hotline.AgentHub.Config;

/// <summary>One mistake in a city's files: where it stands, what is wrong and what to write instead.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Line">From 1; 0 where the file as a whole is meant.</param>
/// <param name="Column">The column's or setting's name; empty where the line as a whole is meant.</param>
/// <param name="Text">What is wrong and what to do.</param>
public sealed record ConfigurationProblem(string File, int Line, string Column, string Text)
{
    public override string ToString() =>
        File + (Line > 0 ? $":{Line}" : "") + (Column.Length > 0 ? $" [{Column}]" : "") + $": {Text}";
}
