using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Hotline.Persistence.Tests;

/// <summary>
/// Finds names in T-SQL that no table has: what a server would say at the first run, said here without one. A query sees
/// the tables of its own from clause, then those of the queries around it.
/// </summary>
internal sealed class NameCheck(IReadOnlyDictionary<string, HashSet<string>> tables) : TSqlFragmentVisitor
{
    private static readonly HashSet<string> OpenJsonColumns = new(["key", "value", "type"], StringComparer.OrdinalIgnoreCase);
    private readonly Stack<NameScope> _scopes = new();
    private readonly HashSet<string> _variables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong, in sentences.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>All complaints about a script.</summary>
    public static IReadOnlyList<string> Of(string script, IReadOnlyDictionary<string, HashSet<string>> tables)
    {
        var check = new NameCheck(tables);
        TransactSql.Parse(script).Accept(check);
        return check.Complaints;
    }

    public override void ExplicitVisit(DeclareTableVariableStatement node) => _variables.Add(node.Body.VariableName.Value);

    public override void ExplicitVisit(QuerySpecification node) => Within(ScopeOf(node.FromClause), () => base.ExplicitVisit(node));

    public override void ExplicitVisit(UpdateSpecification node) =>
        Within(ScopeOf(node.FromClause, node.Target), () => base.ExplicitVisit(node));

    public override void ExplicitVisit(DeleteSpecification node) =>
        Within(ScopeOf(node.FromClause, node.Target), () => base.ExplicitVisit(node));

    public override void ExplicitVisit(InsertSpecification node)
    {
        Within(ScopeOf(null, node.Target), () =>
        {
            foreach (var part in node.Columns.Concat<TSqlFragment?>([node.OutputClause, node.OutputIntoClause]).OfType<TSqlFragment>())
            {
                part.Accept(this);
            }
        });

        // What is written does not see the table that it is written to.
        node.InsertSource.Accept(this);
    }

    public override void ExplicitVisit(MergeSpecification node) => Complaints.Add("Merge is not understood here.");

    // Columns of table variables are not looked at.
    public override void ExplicitVisit(OutputIntoClause node)
    {
        foreach (var element in node.SelectColumns)
        {
            element.Accept(this);
        }
    }

    // Order by stands outside the query specification in the tree but sees its tables and its own column names.
    public override void ExplicitVisit(SelectStatement node)
    {
        if (node.QueryExpression is QuerySpecification { OrderByClause: { } order } query)
        {
            var scope = ScopeOf(query.FromClause);
            scope.Add("", ColumnsOf(query));
            Within(scope, () => order.Accept(this));
        }

        base.ExplicitVisit(node);
    }

    public override void ExplicitVisit(OrderByClause node)
    {
        if (_scopes.Count > 0)
        {
            base.ExplicitVisit(node);
        }
    }

    public override void ExplicitVisit(CreateIndexStatement node)
    {
        var scope = new NameScope();
        AddTable(scope, node.OnName.BaseIdentifier.Value, null);
        Within(scope, () => base.ExplicitVisit(node));
    }

    public override void ExplicitVisit(CreateTableStatement node)
    {
        var scope = new NameScope();
        AddTable(scope, node.SchemaObjectName.BaseIdentifier.Value, null);
        Within(scope, () => base.ExplicitVisit(node));
    }

    public override void ExplicitVisit(ForeignKeyConstraintDefinition node)
    {
        var table = node.ReferenceTableName.BaseIdentifier.Value;
        if (!tables.TryGetValue(table, out var columns))
        {
            Complaints.Add($"There is no table {table}.");
            return;
        }

        Complaints.AddRange(node.ReferencedTableColumns.Where(column => !columns.Contains(column.Value))
            .Select(column => $"{table} has no column {column.Value}."));
    }

    public override void ExplicitVisit(ColumnReferenceExpression node)
    {
        if (node.ColumnType == ColumnType.Regular && !_scopes.Any(scope => scope.Has(node)))
        {
            Complaints.Add($"Nothing here has a column {string.Join('.', node.MultiPartIdentifier.Identifiers.Select(part => part.Value))}.");
        }
    }

    private void Within(NameScope scope, Action visit)
    {
        _scopes.Push(scope);
        visit();
        _scopes.Pop();
    }

    private NameScope ScopeOf(FromClause? from, TableReference? target = null)
    {
        var scope = new NameScope();
        if (target is not null)
        {
            AddReference(scope, target);
            if (target is NamedTableReference named)
            {
                AddTable(scope, named.SchemaObject.BaseIdentifier.Value, "inserted");
            }
        }

        foreach (var reference in from?.TableReferences ?? [])
        {
            AddReference(scope, reference);
        }

        return scope;
    }

    private void AddReference(NameScope scope, TableReference reference)
    {
        switch (reference)
        {
            case NamedTableReference named:
                AddTable(scope, named.SchemaObject.BaseIdentifier.Value, named.Alias?.Value);
                break;
            case JoinTableReference join:
                AddReference(scope, join.FirstTableReference);
                AddReference(scope, join.SecondTableReference);
                break;
            case QueryDerivedTable derived:
                scope.Add(derived.Alias.Value, ColumnsOf(derived.QueryExpression));
                break;
            case OpenJsonTableReference json:
                scope.Add(json.Alias.Value, json.SchemaDeclarationItems.Count == 0
                    ? OpenJsonColumns
                    : json.SchemaDeclarationItems.Select(item => item.ColumnDefinition.ColumnIdentifier.Value)
                        .ToHashSet(StringComparer.OrdinalIgnoreCase));
                break;
            case VariableTableReference variable when _variables.Contains(variable.Variable.Name):
                scope.Add(variable.Variable.Name, null);
                break;
            default:
                Complaints.Add($"{reference.GetType().Name} is not understood here.");
                break;
        }
    }

    private void AddTable(NameScope scope, string table, string? alias)
    {
        if (tables.TryGetValue(table, out var columns))
        {
            scope.Add(alias ?? table, columns);
        }
        else
        {
            Complaints.Add($"There is no table {table}.");
        }
    }

    private static HashSet<string> ColumnsOf(QueryExpression query) => query switch
    {
        QuerySpecification specification => specification.SelectElements.OfType<SelectScalarExpression>()
            .Select(element => element.ColumnName?.Value
                ?? (element.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value ?? "")
            .ToHashSet(StringComparer.OrdinalIgnoreCase),
        BinaryQueryExpression both => ColumnsOf(both.FirstQueryExpression),
        _ => [],
    };
}
