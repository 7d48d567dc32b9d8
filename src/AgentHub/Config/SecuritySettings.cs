namespace Hotline.AgentHub.Config;

/// <summary>"security" in DIR/hotline.json: how long a sign-in lasts, what is asked of passwords. All may be left out.</summary>
/// <remarks>Set, not init: the serializer would else forget what stands here for what is left out.</remarks>
public sealed record SecuritySettings
{
    /// <summary>The most that <see cref="AttachmentMegabytes"/> may be.</summary>
    internal const int AttachmentMegabytesMax = 50;

    /// <summary>A sign-in ends after so long without a request.</summary>
    public int IdleMinutes { get; set; } = 720;

    /// <summary>And after so long in any case.</summary>
    public int SessionHours { get; set; } = 16;

    /// <summary>So many wrong passwords in a row from one address lock the account for that address.</summary>
    public int TriesMax { get; set; } = 5;

    /// <summary>For so long.</summary>
    public int LockMinutes { get; set; } = 10;

    /// <summary>
    /// So many in a row from all addresses lock it for those from which its owner never signed in. From his own he still does: nobody shuts
    /// him out by guessing.
    /// </summary>
    public int StrangerTriesMax { get; set; } = 20;

    /// <summary>Of a password that somebody chooses himself.</summary>
    public int PasswordLengthMin { get; set; } = 12;

    /// <summary>So many former ones are not taken again.</summary>
    public int PasswordsRemembered { get; set; } = 5;

    /// <summary>After so many days a new one is asked for before anything else; 0 for never.</summary>
    public int PasswordDays { get; set; }

    /// <summary>Roles that need a code that changes every 30 seconds (TOTP) besides the password.</summary>
    public IReadOnlyList<string> TotpRoles { get; set; } = [];

    /// <summary>Names by which browsers may ask for us; empty for all. This machine itself always may.</summary>
    public IReadOnlyList<string> Hosts { get; set; } = [];

    /// <summary>
    /// Agents find and read every ticket that is submitted and not confidential, and not only their own, those of the citizen they talk with, and
    /// one whose number they are told.
    /// </summary>
    public bool AgentsReadAllTickets { get; set; }

    /// <summary>SIP telephones on the desk may be set up in place of the page's own; left out, in the demonstration alone.</summary>
    public bool? DeskPhones { get; set; }

    /// <summary>Recordings older than so many days are removed each night; 0 keeps all.</summary>
    public int RecordingDays { get; set; }

    /// <summary>Megabytes of a file that is attached to a case.</summary>
    public int AttachmentMegabytes { get; set; } = 10;

    /// <summary>What is wrong with it, or null.</summary>
    public string? Wrong() =>
        Outside(nameof(IdleMinutes), IdleMinutes, 5, 1440) ?? Outside(nameof(SessionHours), SessionHours, 1, 72)
        ?? Outside(nameof(TriesMax), TriesMax, 3, 20) ?? Outside(nameof(LockMinutes), LockMinutes, 1, 1440)
        ?? Outside(nameof(StrangerTriesMax), StrangerTriesMax, TriesMax, 1000) ?? Outside(nameof(PasswordLengthMin), PasswordLengthMin, 8, 64)
        ?? (RecordingDays == 0 ? null : Outside(nameof(RecordingDays), RecordingDays, 30, 36500))
        ?? Outside(nameof(AttachmentMegabytes), AttachmentMegabytes, 1, AttachmentMegabytesMax)
        ?? Outside(nameof(PasswordsRemembered), PasswordsRemembered, 0, 20) ?? Outside(nameof(PasswordDays), PasswordDays, 0, 3650);

    private static string? Outside(string name, int value, int least, int most) => value >= least && value <= most
        ? null
        : Invariant($"\"{char.ToLowerInvariant(name[0])}{name[1..]}\" is {value}; write a whole number from {least} to {most}");
}
