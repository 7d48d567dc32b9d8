using Hotline.Tickets;
using Hotline.Tickets.Import;

namespace Hotline.AgentHub.Config;

/// <summary>Reads import-words.csv, and adds to it the city's own lists by code and by name.</summary>
internal static class ImportWordsTable
{
    /// <summary>The words by which tables of old tickets are understood.</summary>
    public static ImportWords Read(
        CityFiles files, IReadOnlyList<CodeName> demands, IReadOnlyList<Category> categories, IReadOnlyList<HandlingUnit> units)
    {
        ImportWords words = new();
        foreach (var row in files.Table("import-words.csv", "list", "code", "word").Rows)
        {
            Add(words, row);
        }

        foreach (var code in Enum.GetValues<Urgency>().Select(Code.Of))
        {
            words.AddValue(ImportField.Urgency, code, code);
        }

        foreach (var demand in demands)
        {
            words.AddValue(ImportField.DemandType, demand.Code, demand.Code);
            words.AddValue(ImportField.DemandType, demand.Name, demand.Code);
        }

        foreach (var leaf in Leaves(categories))
        {
            words.AddValue(ImportField.Category, leaf.Code, leaf.Code);
            words.AddValue(ImportField.Category, leaf.Name, leaf.Code);
        }

        foreach (var unit in units)
        {
            words.AddValue(ImportField.Unit, unit.Code, unit.Code);
            words.AddValue(ImportField.Unit, unit.Name, unit.Code);
        }

        return words;
    }

    private static void Add(ImportWords words, CsvRow row)
    {
        if (row.Required("word") is not { } word)
        {
            return;
        }

        switch (row["list"])
        {
            case "column" when Code.TryParse<ImportField>(row["code"], out var field):
                words.AddColumn(word, field);
                break;
            case "state" when row["code"] is "accepted" or "dispatched" or "handling" or "archived":
                words.AddValue(ImportField.State, word, row["code"]);
                break;
            case "urgency" when Code.TryParse<Urgency>(row["code"], out _):
                words.AddValue(ImportField.Urgency, word, row["code"]);
                break;
            case "confidential" when row["code"] is "yes" or "no":
                words.AddValue(ImportField.Confidential, word, row["code"]);
                break;
            default:
                row.Problem("code", $"\"{row["code"]}\" is no code of the list \"{row["list"]}\"; config/README.md says which there are");
                break;
        }
    }

    private static IEnumerable<Category> Leaves(IEnumerable<Category> categories) =>
        categories.SelectMany(category => category.Children.Count == 0 ? [category] : Leaves(category.Children));
}
