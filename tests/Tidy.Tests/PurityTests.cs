namespace Hotline.Tidy.Tests;

/// <summary>Routing and Tickets are pure and deterministic: time, ids and chance come in as arguments (docs/ARCHITECTURE.md).</summary>
public sealed class PurityTests
{
    [Theory]
    [InlineData("Hotline.Routing")]
    [InlineData("Hotline.Tickets")]
    public void Core_knows_no_clock_no_task_no_chance_no_file(string core)
    {
        using var assembly = Assembly.Open(core);

        PurityRule.Violations(assembly).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("System.Threading.Tasks.Task")]
    [InlineData("System.Threading.Tasks.Task`1")]
    [InlineData("System.Threading.Tasks.ValueTask`1")]
    [InlineData("System.Threading.Lock")]
    [InlineData("System.Runtime.CompilerServices.IAsyncStateMachine")]
    [InlineData("System.TimeProvider")]
    [InlineData("System.Random")]
    [InlineData("System.Diagnostics.Stopwatch")]
    [InlineData("System.IO.File")]
    [InlineData("System.DateTime.get_UtcNow")]
    [InlineData("System.DateTimeOffset.get_Now")]
    [InlineData("System.Guid.NewGuid")]
    [InlineData("System.Environment.get_TickCount64")]
    public void Rule_sees_each_forbidden_thing_in_a_specimen(string forbidden)
    {
        using var specimen = Assembly.Open("Hotline.Tidy.Tests");

        PurityRule.Violations(specimen).ShouldContain(forbidden);
    }

    [Fact]
    public void Rule_leaves_what_the_compiler_adds_for_enumerators()
    {
        using var specimen = Assembly.Open("Hotline.Tidy.Tests");

        specimen.ForeignMembers.ShouldContain("System.Environment.get_CurrentManagedThreadId");
        PurityRule.Violations(specimen).ShouldNotContain("System.Environment.get_CurrentManagedThreadId");
    }
}
