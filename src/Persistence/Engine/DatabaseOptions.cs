namespace Hotline.Persistence;

/// <summary>Which database.</summary>
/// <param name="Provider">"sqlite", "postgres" or "sqlserver".</param>
/// <param name="ConnectionString">As the provider writes it, for example <c>Data Source=data/hotline.db</c>.</param>
public sealed record DatabaseOptions(string Provider, string ConnectionString);
