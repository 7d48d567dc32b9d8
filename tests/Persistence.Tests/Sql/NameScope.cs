using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Hotline.Persistence.Tests;

/// <summary>The tables that a query may name its columns from: alias → columns; no columns where they cannot be known.</summary>
internal sealed class NameScope
{
    private readonly Dictionary<string, IReadOnlySet<string>?> _tables = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string alias, IReadOnlySet<string>? columns) => _tables[alias] = columns;

    /// <summary>True where the column is one of this scope's tables, or of the one it names.</summary>
    public bool Has(ColumnReferenceExpression column)
    {
        var parts = column.MultiPartIdentifier.Identifiers;
        var name = parts[^1].Value;
        return parts.Count == 1
            ? _tables.Values.Any(columns => columns is null || columns.Contains(name))
            : _tables.TryGetValue(parts[^2].Value, out var own) && (own is null || own.Contains(name));
    }
}
