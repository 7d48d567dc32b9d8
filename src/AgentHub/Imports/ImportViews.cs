namespace Hotline.AgentHub.Imports;

/// <summary>A file of old tickets.</summary>
/// <param name="Name">Its name; .csv or .xlsx.</param>
/// <param name="Content">Its bytes, as Base64.</param>
public sealed record ImportForm(string Name, string Content);

/// <summary>What a file was understood as; nothing is imported yet.</summary>
/// <param name="Columns">Its columns, in order.</param>
/// <param name="MissingColumns">What there is no column for and must be, in words.</param>
/// <param name="Ready">How many tickets would be imported.</param>
/// <param name="Known">How many are here already.</param>
/// <param name="Refused">How many rows were not understood.</param>
/// <param name="Problems">What was not, the first of them.</param>
public sealed record ImportTrialView(
    IReadOnlyList<ImportColumnView> Columns, IReadOnlyList<string> MissingColumns, int Ready, int Known, int Refused,
    IReadOnlyList<ImportProblemView> Problems);

/// <summary>A column.</summary>
/// <param name="Header">As the file has it.</param>
/// <param name="Field">What it was understood as, in words; null where its header is not known, and it is left out.</param>
public sealed record ImportColumnView(string Header, string? Field);

/// <summary>What was not understood.</summary>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="Column">The column's header.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Why">What is wrong, in words.</param>
public sealed record ImportProblemView(int Line, string Column, string Value, string Why);

/// <summary>An import.</summary>
/// <param name="No">Its number.</param>
/// <param name="At">When it was begun.</param>
/// <param name="By">Number of who began it.</param>
/// <param name="FileName">Of the file.</param>
/// <param name="Rows">How many tickets it holds.</param>
/// <param name="Looked">How many of them were looked at so far.</param>
/// <param name="Added">How many were imported.</param>
/// <param name="Known">How many were here already.</param>
/// <param name="Failed">How many could not be kept.</param>
/// <param name="Refused">How many places of the file were not understood: the report says which.</param>
/// <param name="Done">Whether it is over.</param>
public sealed record ImportView(
    int No, DateTimeOffset At, string By, string FileName, int Rows, int Looked, int Added, int Known, int Failed, int Refused, bool Done);
