using System.Security.Cryptography;

namespace Hotline.AgentHub.Notices;

/// <summary>Makes the codes (提取码) with which citizens ask for their tickets: by chance, of characters that nobody mistakes for another.</summary>
internal static class TicketCodes
{
    private const string Characters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 6;

    /// <summary>A new one.</summary>
    public static string Make() => RandomNumberGenerator.GetString(Characters, Length);
}
