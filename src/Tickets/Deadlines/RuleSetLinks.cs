using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Deadlines;

/// <summary>Joins the files of rule sets to a book, and looks at what only shows in all of them together.</summary>
public static class RuleSetLinks
{
    /// <summary>The book; null where something is wrong.</summary>
    /// <param name="files">All files, each read by itself.</param>
    /// <param name="demands">Codes of the kinds of demand that exist: a rule for another would never hold, and each must have its limits.</param>
    /// <param name="problems">Mistakes are added.</param>
    public static RuleSetBook? Join(IReadOnlyList<RuleSetFile> files, IReadOnlyCollection<string> demands, ICollection<DataProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(demands);
        ArgumentNullException.ThrowIfNull(problems);
        var before = problems.Count;
        Dictionary<string, RuleSetFile> byId = [];
        foreach (var file in files)
        {
            if (!byId.TryAdd(file.Set.Id, file))
            {
                problems.Add(new DataProblem(file.File, 0, "id", $"\"{file.Set.Id}\" is the id of {byId[file.Set.Id].File}, too; rename one"));
            }
        }

        List<DeadlineRuleSet> sets = [];
        foreach (var file in byId.Values)
        {
            CheckRules(file, demands, problems);
            if (Linked(file, byId, [], problems) is { } set)
            {
                sets.Add(set);
                CheckWhole(file, set, demands, problems);
            }
        }

        return problems.Count == before ? new RuleSetBook(sets) : null;
    }

    private static DeadlineRuleSet? Linked(
        RuleSetFile file, Dictionary<string, RuleSetFile> byId, List<string> above, ICollection<DataProblem> problems)
    {
        if (file.BaseId is not { } baseId)
        {
            return file.Set;
        }

        if (!byId.TryGetValue(baseId, out var below) || above.Contains(baseId) || baseId == file.Set.Id)
        {
            problems.Add(new DataProblem(file.File, 0, "base", $"\"{baseId}\" is no other set that stands beneath; name one that does"));
            return null;
        }

        return Linked(below, byId, [.. above, file.Set.Id], problems) is { } whole ? file.Set with { Base = whole } : null;
    }

    private static void CheckRules(RuleSetFile file, IReadOnlyCollection<string> demands, ICollection<DataProblem> problems)
    {
        foreach (var (id, scope) in file.Set.Rules.Select(rule => (rule.Id, rule.Scope)).Concat(file.Set.Extensions.Select(e => (e.Id, e.Scope))))
        {
            foreach (var unknown in scope.Demands.Except(demands))
            {
                problems.Add(new DataProblem(file.File, file.Lines[id], $"{id}.demand",
                    $"\"{unknown}\" is no code of demand-types.csv; correct it, or add it there"));
            }
        }

        foreach (var (one, other) in Pairs(file.Set.Rules))
        {
            if (one.Timer == other.Timer && one.Scope.Weight == other.Scope.Weight && one.Scope.Meets(other.Scope))
            {
                problems.Add(new DataProblem(file.File, file.Lines[other.Id], other.Id,
                    $"holds for the same matters as {one.Id}; say for which of them each is meant"));
            }
        }

        foreach (var (one, other) in Pairs(file.Set.Extensions))
        {
            if (one.Scope.Weight == other.Scope.Weight && one.Scope.Meets(other.Scope))
            {
                problems.Add(new DataProblem(file.File, file.Lines[other.Id], other.Id,
                    $"holds for the same matters as {one.Id}; say for which of them each is meant"));
            }
        }
    }

    // A ticket without a limit of handling would never be overdue, and nobody would see it.
    private static void CheckWhole(RuleSetFile file, DeadlineRuleSet set, IReadOnlyCollection<string> demands, ICollection<DataProblem> problems)
    {
        if (set.Jurisdiction.Length == 0)
        {
            return;
        }

        DeadlineTimer[] always = [.. Enum.GetValues<DeadlineTimer>().Where(t => t is not (DeadlineTimer.FirstResponse or DeadlineTimer.Feedback))];
        foreach (var demand in demands)
        {
            foreach (var timer in always.Where(timer => set.Find(timer, new TicketMatter(demand)) is null))
            {
                problems.Add(new DataProblem(file.File, 0, "rules",
                    $"neither this set nor a base of it says how long {Word.Of(timer)} may take for {demand}; add a rule"));
            }
        }
    }

    private static IEnumerable<(T One, T Other)> Pairs<T>(IReadOnlyList<T> all) =>
        from first in all.Index() from second in all.Skip(first.Index + 1) select (first.Item, second);
}
