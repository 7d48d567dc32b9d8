using Hotline.Routing.Numbers;

namespace Hotline.Telephony.Tests;

/// <summary>A city of three numbers, which writes callers without the country's code.</summary>
internal sealed class PlainRules : IArrivalRules
{
    private static readonly string[] Ours = ["12345", "12348", "12319"];

    public TrunkRules Rules { get; init; } = TrunkRules.Usual;

    public TrunkRules Of(string trunk) => Rules;

    public string NormalCaller(string sent) => sent.StartsWith("+86", StringComparison.Ordinal) ? sent[3..] : sent;

    public string? NumberOf(string trunk, string written, DateTimeOffset at) =>
        DialledDigits.Normalise(written) is var digits && digits.StartsWith("86", StringComparison.Ordinal) ? Known(digits[2..]) : Known(digits);

    private static string? Known(string digits) => Ours.Contains(digits) ? digits : null;
}
