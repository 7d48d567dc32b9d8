using System.Diagnostics;
using System.Text.Json.Nodes;
using Hotline.Testkit.Running;

namespace Hotline.Setup.Tests;

/// <summary>containers/ stays in step with ./hotline up (docs/containers.md).</summary>
public sealed class ContainerTests
{
    private static readonly string Compose = Read("compose.yaml"), Image = Read("Dockerfile"), Ignore = Read("Dockerfile.dockerignore");
    private static readonly Lazy<JsonNode> Settings = new(MakeSettings);

    [Fact]
    public void Containers_keep_all_rules() => new ContainerRules(Compose, Image, Ignore, Settings.Value).Broken().ShouldBeEmpty();

    /// <summary>Each rule sees what it is for: a change to a file, and the complaint.</summary>
    [Theory]
    [InlineData("postgres:17-trixie", "postgres:latest", "no fixed tag")]
    [InlineData("debian:13-slim", "debian", "no fixed tag")]
    [InlineData("COPY tools tools", "COPY tool tool", "not in the tree")]
    [InlineData("COPY tools tools", "COPY docs docs", "keeps back")]
    [InlineData("COPY --from=desk", "COPY --from=dsk", "no stage before it")]
    [InlineData("target: server }", "target: sever }", "is not built")]
    [InlineData("USER 1654:1654\nENTRYPOINT [\"asterisk\"", "USER 1654\nENTRYPOINT [\"asterisk\"", "asterisk runs as root")]
    [InlineData("command: [prepare,", "command: [prepair,", "knows no prepair")]
    [InlineData("--database, ", "--db, ", "prepare knows no --db")]
    [InlineData("/out/watchdog src/Watchdog", "/out/dog src/Watchdog", "which is not published")]
    [InlineData("--once", "--one", "watchdog knows no --one")]
    [InlineData("volumes: [settings:/var/lib/hotline:ro]", "volumes: [asterisk:/var/lib/hotline:ro]", "watchdog does not use the one hotline.json")]
    [InlineData("CMD [\"server/Hotline.AgentHub.dll\", \"--data\", \"/var/lib/hotline\"]",
        "CMD [\"server/Hotline.AgentHub.dll\", \"--data\", \"/data\"]", "server does not use")]
    [InlineData("etc/asterisk.conf, -rx", "asterisk.conf, -rx", "asterisk does not read what setup wrote")]
    [InlineData("\n  settings:\n", "\n", "settings is no volume")]
    [InlineData("volumes: [asterisk:/var/lib/hotline/asterisk]", "volumes: [asterisk:/var/lib/hotline/asterisk:ro]", "is not kept")]
    [InlineData("asterisk:/var/lib/hotline/asterisk:ro, ", "", "is not kept, or not the same for all")]
    [InlineData("unix_socket_directories=/var/run/postgresql,/var/lib/hotline/database", "unix_socket_directories=/var/run/postgresql",
        "do not meet")]
    [InlineData("HOTLINE_DATABASE:-sqlite", "HOTLINE_DATABASE:-oracle", "knows no database oracle")]
    [InlineData("network_mode: host", "network_mode: bridge", "network of its own")]
    [InlineData("    user: postgres\n", "    user: postgres\n    ports: [\"127.0.0.1:5432:5432\"]\n", "port 5432")]
    [InlineData("ENV ASPNETCORE_HTTP_PORTS=\n", "ENV ASPNETCORE_HTTP_PORTS=8080\n", "port 8080")]
    [InlineData("POSTGRES_PASSWORD_FILE: /var/lib/hotline/database/password", "POSTGRES_PASSWORD: hotline", "POSTGRES_PASSWORD is written down")]
    [InlineData("POSTGRES_DB: hotline", "POSTGRES_DB: hotline\n      PGOPTIONS: password=abc", "password=abc is written down")]
    [InlineData("cap_drop: [ALL]", "cap_drop: []", "more rights")]
    [InlineData("    user: postgres\n", "", "postgres has more rights")]
    [InlineData("ulimits: { nofile: 16384 }", "privileged: true", "asterisk has more rights")]
    [InlineData("required: false }", "required: false, restart: true }", "ends calls")]
    [InlineData("target: asterisk }\n    depends_on: { setup:", "target: asterisk }\n    depends_on: { server:", "ends calls")]
    [InlineData("stop_grace_period: 6s", "stop_grace_period: 1s", "server is not started again")]
    [InlineData("restart: \"no\"", "restart: always", "setup is not started again")]
    public void Rule_sees_what_breaks_it(string before, string after, string complaint)
    {
        (Compose + Image).ShouldContain(before, Case.Sensitive);

        var broken = new ContainerRules(
            Compose.Replace(before, after, StringComparison.Ordinal), Image.Replace(before, after, StringComparison.Ordinal), Ignore, Settings.Value)
            .Broken();

        broken.ShouldContain(b => b.Contains(complaint, StringComparison.Ordinal));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(SourceTree.Root, "containers", file));

    /// <summary>hotline.json as the service "setup" makes it, with the data folder's name there.</summary>
    private static JsonNode MakeSettings()
    {
        var folder = Directory.CreateTempSubdirectory("hotline-setup-").FullName;
        try
        {
            using var node =
                Process.Start("node", [Path.Combine(SourceTree.Root, "tools", "settings.mjs"), "make", folder, "", "", "", "", "postgres"]);
            node.WaitForExit();
            node.ExitCode.ShouldBe(0);
            File.ReadAllText(Path.Combine(folder, "database", "password")).Length.ShouldBeGreaterThanOrEqualTo(32);
            return JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "hotline.json"))
                .Replace(folder, ContainerRules.Data, StringComparison.Ordinal))!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
