using Hotline.Routing;
using Hotline.Testkit;

namespace Hotline.Telephony.Tests;

/// <summary>Ids that sort by time and never meet, and secrets that nobody guesses.</summary>
public sealed class IdSourceTests
{
    private readonly HandTime _time = new();
    private readonly IdSource _ids;

    public IdSourceTests() => _ids = new IdSource(_time);

    [Fact]
    public void New_call_call_and_ticket_are_one_id_with_two_letters()
    {
        var (call, ticket) = _ids.NewCall();
        call.Value.ShouldMatch("^c[0-9a-hjkmnp-tv-z]{15}$");
        ticket.Value.ShouldBe("t" + call.Value[1..]);
        LegNames.CallOf(LegNames.Bridge(call)).ShouldBe(call);
    }

    /// <summary>30 bits of chance: of a hundred in one millisecond two meet once in 200,000 times.</summary>
    [Fact]
    public void New_call_many_in_one_millisecond_do_not_meet() =>
        Enumerable.Range(0, 100).Select(_ => _ids.NewCall().Call).ShouldBeUnique();

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(86_400_000)]
    [InlineData(30L * 365 * 86_400_000)]
    public void New_call_later_one_sorts_behind(long milliseconds)
    {
        var first = _ids.NewCall().Call.Value;
        _time.Pass(TimeSpan.FromMilliseconds(milliseconds));
        string.CompareOrdinal(first, _ids.NewCall().Call.Value).ShouldBeLessThan(0);
    }

    [Fact]
    public void New_secret_has_160_bits_and_is_never_the_same()
    {
        var secrets = Enumerable.Range(0, 100).Select(_ => IdSource.NewSecret()).ToList();
        secrets.ShouldBeUnique();
        secrets.ShouldAllBe(s => s.Length == 32);
        string.Concat(secrets).Distinct().Count().ShouldBe(32); // five bits in each character
    }

    [Fact]
    public void Derived_same_secret_and_purpose_is_the_same_and_no_other_is()
    {
        var password = IdSource.Derived("secret", "demo 1001", 8);
        password.Length.ShouldBe(8);
        IdSource.Derived("secret", "demo 1001", 8).ShouldBe(password);
        IdSource.Derived("secret", "demo 1002", 8).ShouldNotBe(password);
        IdSource.Derived("secreT", "demo 1001", 8).ShouldNotBe(password);
    }
}
