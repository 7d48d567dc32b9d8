using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Hotline.Persistence.Tests;

/// <summary>Reads T-SQL with Microsoft's own parser (SQL Server 2019).</summary>
internal static class TransactSql
{
    /// <summary>The tree of a script.</summary>
    /// <exception cref="FormatException">The parser's complaints.</exception>
    public static TSqlFragment Parse(string text)
    {
        using var reader = new StringReader(text);
        var tree = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors.Count == 0
            ? tree
            : throw new FormatException(string.Join('\n', errors.Select(error => $"line {error.Line}: {error.Message}")));
    }

    /// <summary>The tables that the given scripts leave behind, in their order: name → columns.</summary>
    public static Dictionary<string, HashSet<string>> TablesOf(IEnumerable<string> scripts)
    {
        var tables = new TableReader();
        foreach (var script in scripts)
        {
            Parse(script).Accept(tables);
        }

        return tables.Tables;
    }

    private sealed class TableReader : TSqlFragmentVisitor
    {
        public Dictionary<string, HashSet<string>> Tables { get; } = new(StringComparer.OrdinalIgnoreCase);

        public override void ExplicitVisit(CreateTableStatement node) => Add(node.SchemaObjectName, node.Definition);

        public override void ExplicitVisit(AlterTableAddTableElementStatement node) => Add(node.SchemaObjectName, node.Definition);

        public override void ExplicitVisit(DropTableStatement node)
        {
            foreach (var name in node.Objects)
            {
                Tables.Remove(name.BaseIdentifier.Value).ShouldBeTrue($"no table {name.BaseIdentifier.Value} stands here to be dropped");
            }
        }

        private void Add(SchemaObjectName name, TableDefinition definition)
        {
            var table = name.BaseIdentifier.Value;
            if (!Tables.TryGetValue(table, out var columns))
            {
                Tables[table] = columns = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            }

            columns.UnionWith(definition.ColumnDefinitions.Select(column => column.ColumnIdentifier.Value));
        }
    }
}
