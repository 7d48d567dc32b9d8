using Hotline.Routing;

namespace Hotline.Persistence;

/// <summary>What an auditor looks for; null for any.</summary>
/// <param name="Tenant">The city.</param>
/// <param name="Who">Agent number.</param>
/// <param name="Action">Code of the act.</param>
/// <param name="Subject">Call, ticket or account.</param>
/// <param name="Result">"ok", or how it was refused.</param>
/// <param name="Since">From then on.</param>
/// <param name="Until">Before then.</param>
/// <param name="Before">Only entries before this place of the chain: the next page.</param>
/// <param name="Max">So many at most.</param>
public sealed record AuditSearch(
    TenantId Tenant, string? Who, string? Action, string? Subject, string? Result, DateTimeOffset Since, DateTimeOffset Until, long Before, int Max);

/// <summary>An entry with its place in the chain.</summary>
public sealed record AuditPlaced(long Seq, AuditEntry Entry);

/// <summary>How the chain ended at some time, written down outside the database.</summary>
/// <param name="Seq">Place of the last entry; 0 for none.</param>
/// <param name="Hash">Its hash.</param>
public sealed record AuditHead(long Seq, string Hash);

/// <summary>What came of checking the chain.</summary>
/// <param name="Count">Entries.</param>
/// <param name="Head">The last one.</param>
/// <param name="Faults">What does not fit, in words for the operator; empty for a chain that is whole.</param>
public sealed record AuditVerdict(long Count, AuditHead Head, IReadOnlyList<string> Faults);
