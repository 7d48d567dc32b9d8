using Hotline.Requirements;

// Prints how far each requirement of docs/requirements.tsv is proven by the tests that passed when the suites ran last.
var root = args is [{ } given, ..] ? given : Environment.CurrentDirectory;
var list = Path.Combine(root, "docs", "requirements.tsv");
if (!File.Exists(list))
{
    Console.Error.WriteLine($"{list} is missing; give the folder of the repository as the first word.");
    return 2;
}

RequirementReport report = new(Requirement.Parse(File.ReadLines(list)), Results.Of(root));
report.Write(Console.Out);
foreach (var mistake in report.Mistakes)
{
    Console.Error.WriteLine(mistake);
}

return report.Mistakes.Count == 0 ? 0 : 1;
