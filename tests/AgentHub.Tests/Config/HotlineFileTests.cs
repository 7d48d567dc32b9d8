using Hotline.AgentHub.Config;

namespace Hotline.AgentHub.Tests.Config;

/// <summary>What an installation's file may leave out, and what it may not say.</summary>
public sealed class HotlineFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hotline-file").FullName;

    [Fact]
    public void Security_left_out_is_none() => Read("").Security.ShouldBeNull();

    [Fact]
    public void Security_in_part_leaves_the_rest_as_usual()
    {
        var security = Read("""
            , "security": { "idleMinutes": 30, "totpRoles": ["auditor"], "hosts": ["desk.example.gov.cn"] }
            """).Security.ShouldNotBeNull();

        (security.IdleMinutes, security.SessionHours, security.TriesMax, security.PasswordLengthMin).ShouldBe((30, 16, 5, 12));
        (security.TotpRoles.Single(), security.Hosts.Single(), security.DeskPhones).ShouldBe(("auditor", "desk.example.gov.cn", null));
    }

    [Theory]
    [InlineData("idleMinutes", 0)]
    [InlineData("triesMax", 1000)]
    [InlineData("passwordLengthMin", 4)]
    [InlineData("recordingDays", 1)]
    public void Security_that_is_none_is_refused_and_named(string name, int value) =>
        Should.Throw<HotlineFileException>(() => Read($$""", "security": { "{{name}}": {{value}} }""")).Message.ShouldContain($"\"{name}\" is {value}");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private HotlineFile Read(string more)
    {
        File.WriteAllText(Path.Combine(_folder, "hotline.json"), $$"""
            {
              "tenant": "410200", "city": "config/kaifeng", "http": { "address": "127.0.0.1", "port": 8080 },
              "database": { "provider": "sqlite", "connectionString": "Data Source=hotline.db" }, "journal": "journal",
              "asterisk": {
                "node": "n", "http": "http://127.0.0.1:1", "user": "u", "password": "p", "phoneWebSocket": "ws://127.0.0.1:1/ws", "phoneDomain": "d",
                "amiHost": "127.0.0.1", "amiPort": 1, "amiUser": "u", "amiSecret": "s", "spool": "spool"
              }{{more}}
            }
            """);
        return HotlineFile.Read(_folder);
    }
}
