namespace Hotline.Telephony.Ami;

/// <summary>The answer to an action, and for a list its items.</summary>
public sealed record AmiAnswer(AmiMessage Response, IReadOnlyList<AmiMessage> Items);

/// <summary>Asterisk did not take our name and secret.</summary>
public sealed class AmiRefusedException(string message) : Exception(message);
