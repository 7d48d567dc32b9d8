using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>What is looked for among the tickets of a city.</summary>
/// <param name="Tenant">The city.</param>
/// <param name="Sight">Whose tickets the asking person sees; the others are not there for him, nor counted.</param>
/// <param name="Query">A ticket number or its last digits, a whole telephone number, or words; empty for all.</param>
/// <param name="State">Only tickets of this state; null for all.</param>
/// <param name="Page">1 is the newest.</param>
/// <param name="PageSize">At most <see cref="PageSizeMax"/>.</param>
public sealed record TicketSearch(TenantId Tenant, TicketSight Sight, string Query, TicketState? State = null, int Page = 1, int PageSize = 20)
{
    /// <summary>Nobody reads further; whoever sees it narrows the search.</summary>
    public const int TotalMax = 1000;

    /// <summary>The same for words: ten pages. It keeps a search for common words as fast as any other.</summary>
    public const int TotalOfWordsMax = 200;

    public const int PageSizeMax = 100;

    /// <summary>A sentence; more of a query is cut off.</summary>
    public const int QueryMax = 100;

    /// <summary>The shortest number that can be a caller's: an emergency line's three digits are words.</summary>
    private const int TelephoneDigitsMin = 5;

    private const int TelephoneDigitsMax = 20;

    /// <summary>The serial number of a day's tickets has six digits; fewer than four are words.</summary>
    private const int NumberEndMin = 4, NumberEndMax = 8;

    /// <summary>The query as callers' numbers are written here ("+86 138…" → "138…"); null for the query itself.</summary>
    public string? Telephone { get; init; }

    internal string Number => Telephone is { Length: > 0 } normal ? Clip.To(QueryMax, normal) : CutQuery;

    internal string CutQuery { get; } = Clip.To(QueryMax, Query).Trim();

    internal bool IsTelephone => IsTelephoneNumber(Number);

    /// <summary>Whether a query is a whole telephone number.</summary>
    public static bool IsTelephoneNumber(string query)
    {
        var digits = (query ?? "").AsSpan().Trim();
        return digits.Length is >= TelephoneDigitsMin and <= TelephoneDigitsMax && !digits.TrimStart('+').ContainsAnyExceptInRange('0', '9');
    }

    internal bool IsNumberEnd =>
        CutQuery.Length is >= NumberEndMin and <= NumberEndMax && !CutQuery.AsSpan().ContainsAnyExceptInRange('0', '9');
}
