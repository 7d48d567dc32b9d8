using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hotline.Testkit.Running;

namespace Hotline.Setup.Tests;

/// <summary>What must hold between compose.yaml, the Dockerfile, the scripts and hotline.json. Each rule names what breaks it.</summary>
/// <param name="composeText">containers/compose.yaml.</param>
/// <param name="imageText">containers/Dockerfile.</param>
/// <param name="ignoreText">containers/Dockerfile.dockerignore.</param>
/// <param name="settings">hotline.json as tools/settings.mjs makes it for the folder <see cref="Data"/>, with PostgreSQL.</param>
internal sealed partial class ContainerRules(string composeText, string imageText, string ignoreText, JsonNode settings)
{
    public const string Data = "/var/lib/hotline";

    /// <summary>The server takes up to four seconds to stop (HotlineServer.StopMax).</summary>
    private const int StopSeconds = 5;

    private readonly ComposeFile _compose = new(composeText);
    private readonly ImageFile _images = new(imageText);

    public IEnumerable<string> Broken() =>
        [.. Bases(), .. Copies(), .. Targets(), .. Commands(), .. OneSettingsFile(), .. Places(), .. Database(), .. Network(), .. Secrets(),
            .. Rights(), .. Lives()];

    private IEnumerable<string> Bases() =>
        _images.Stages.Select(s => s.Base).Concat(_compose.Services.Select(s => s.Text("image")).Where(i => !IsOurs(i)))
        .Where(i => !FixedTag().IsMatch(i) || i.Contains("latest", StringComparison.Ordinal)).Select(i => $"{i} has no fixed tag");

    private IEnumerable<string> Copies()
    {
        string[] sent = [.. ignoreText.Split('\n').Where(l => l.StartsWith('!')).Select(l => l[1..])];
        List<string> known = [];
        foreach (var stage in _images.Stages)
        {
            foreach (var words in stage.All("COPY"))
            {
                var from = words[0].StartsWith("--from=", StringComparison.Ordinal) ? words[0]["--from=".Length..] : "";
                foreach (var source in from.Length > 0 ? [] : words[..^1])
                {
                    if (!Exists(source))
                    {
                        yield return $"{stage.Name} copies {source}, which is not in the tree";
                    }
                    if (!sent.Any(s => Regex.IsMatch(source, $"^{Regex.Escape(s).Replace(@"\*", ".*", StringComparison.Ordinal)}(/|$)")))
                    {
                        yield return $"{stage.Name} copies {source}, which .dockerignore keeps back";
                    }
                }
                if (from.Length > 0 && !known.Contains(from))
                {
                    yield return $"{stage.Name} copies from {from}, which is no stage before it";
                }
            }
            known.Add(stage.Name);
        }
    }

    private IEnumerable<string> Targets()
    {
        foreach (var service in _compose.Services.Where(s => IsOurs(s.Text("image"))))
        {
            var target = ImageOf(service);
            var stage = _images.Stages.FirstOrDefault(s => s.Name == target);
            var built = _compose.Services.Any(s => s.Text("build", "target") == target && s.Text("image") == service.Text("image"));
            if (stage is null || !built || service.Text("build", "target") is { Length: > 0 } own && own != target)
            {
                yield return $"{service.Name} runs {target}, which is not built";
            }
            else if (!PlainUser().IsMatch(stage.Last("USER")))
            {
                yield return $"{target} runs as root";
            }
        }
    }

    private IEnumerable<string> Commands()
    {
        string script = Read("hotline"), prepare = Read("tools/prepare.sh"), watchdog = Read("src/Watchdog/Program.cs"), publish = imageText;
        string[] setup = [.. Words(_compose["setup"])];
        if (!script.Contains($"  {setup[0]}) {setup[0]} ", StringComparison.Ordinal))
        {
            yield return $"./hotline knows no {setup[0]}";
        }
        foreach (var option in setup.Where(w => w.StartsWith("--", StringComparison.Ordinal)
            && !prepare.Contains($"{w})", StringComparison.Ordinal)))
        {
            yield return $"./hotline prepare knows no {option}";
        }
        foreach (var service in _compose.Services)
        {
            foreach (var program in Words(service).Concat(service.List("healthcheck", "test")).Select(w => Program().Match(w))
                .Where(m => m.Success))
            {
                string folder = program.Groups[1].Value, project = program.Groups[2].Value;
                if (!publish.Contains($"-o /out/{folder} src/{project}", StringComparison.Ordinal)
                    || !Exists($"src/{project}/Hotline.{project}.csproj"))
                {
                    yield return $"{service.Name} runs {program.Value}, which is not published";
                }
            }
            foreach (var option in service.List("healthcheck", "test")
                .Where(w => w.StartsWith("--o", StringComparison.Ordinal) && !watchdog.Contains($"\"{w}\"", StringComparison.Ordinal)))
            {
                yield return $"the watchdog knows no {option}";
            }
        }
    }

    /// <summary>setup writes it; server and watchdog read it; what Asterisk reads, setup filled in from it.</summary>
    private IEnumerable<string> OneSettingsFile()
    {
        var settingsFile = MountOf(_compose["setup"], $"{Data}/hotline.json");
        foreach (var name in new[] { "setup", "server", "watchdog" })
        {
            string[] words = [.. Words(_compose[name])];
            if (MountOf(_compose[name], $"{Data}/hotline.json").Volume != settingsFile.Volume || Array.IndexOf(words, "--data") is var i
                && (i < 0 || words[i + 1] != Data))
            {
                yield return $"{name} does not use the one hotline.json";
            }
        }
        const string Configuration = $"{Data}/asterisk/etc/asterisk.conf";
        if (!Words(_compose["asterisk"]).Contains(Configuration) || !_compose["asterisk"].List("healthcheck", "test").Contains(Configuration)
            || MountOf(_compose["asterisk"], Configuration).Volume != MountOf(_compose["setup"], Configuration).Volume)
        {
            yield return "asterisk does not read what setup wrote";
        }
        foreach (var mount in _compose.Services.SelectMany(s => s.Mounts).Where(m => !_compose.Volumes.Contains(m.Volume)))
        {
            yield return $"{mount.Volume} is no volume";
        }
    }

    /// <summary>All places that hotline.json names lie in volumes, and who writes there may.</summary>
    private IEnumerable<string> Places()
    {
        (string Place, string Writer)[] places =
        [
            ($"{settings["journal"]}", "server"), ($"{Data}/data/hotline.db", "server"),
            ($"{settings["asterisk"]!["spool"]}", "asterisk"), ($"{settings["asterisk"]!["celFile"]}", "asterisk"),
        ];
        foreach ((var place, var writer) in places)
        {
            var written = MountOf(_compose[writer], place);
            if (!written.Writable || MountOf(_compose["server"], place).Volume != written.Volume
                || MountOf(_compose["setup"], place).Volume != written.Volume)
            {
                yield return $"{place} is not kept, or not the same for all";
            }
        }
    }

    private IEnumerable<string> Database()
    {
        var host = Host().Match($"{settings["database"]!["connectionString"]}").Groups[1].Value;
        var postgres = _compose["postgres"];
        if (!postgres.Command.Any(w => w.Split('=', ',').Contains(host))
            || postgres.Text("environment", "POSTGRES_PASSWORD_FILE") != $"{host}/password"
            || new[] { "setup", "server" }.Any(s => MountOf(_compose[s], host).Volume != MountOf(postgres, host).Volume))
        {
            yield return "postgres and server do not meet";
        }
        var asked = Default().Match(string.Join(' ', _compose["setup"].Command)).Groups[1].Value;
        if (!Exists($"src/Persistence/Sql/{asked}"))
        {
            yield return $"the server knows no database {asked}";
        }
    }

    /// <summary>Ports stand in hotline.json alone, which <c>./hotline up</c> reads too.</summary>
    private IEnumerable<string> Network()
    {
        foreach (var service in _compose.Services)
        {
            if (service.Text("network_mode") != (service.Name == "postgres" ? "none" : "host") || service.List("ports").Count > 0)
            {
                yield return $"{service.Name} is on a network of its own";
            }
        }
        var asterisk = settings["asterisk"]!;
        string[] ports = [$"{settings["http"]!["port"]}", new Uri($"{asterisk["http"]}").Port.ToString(CultureInfo.InvariantCulture),
            $"{asterisk["amiPort"]}", $"{asterisk["sip"]}", "5432"];
        foreach (var port in ports.Where(p => Regex.IsMatch(composeText + imageText, $@"\b{p}\b")))
        {
            yield return $"port {port} stands outside of hotline.json";
        }
    }

    private IEnumerable<string> Secrets() => _compose.Services
        .SelectMany(s => s.Keys("environment").Where(k => Secret().IsMatch(k)).Select(k => (Key: k, Value: s.Text("environment", k))))
        .Where(e => !e.Key.EndsWith("_FILE", StringComparison.Ordinal) || !e.Value.StartsWith('/')).Select(e => $"{e.Key} is written down")
        .Concat(SecretValue().Matches(composeText + imageText).Select(m => $"{m.Value} is written down"));

    private IEnumerable<string> Rights() => _compose.Services
        .Where(s => s.Text("read_only") != "true" || !s.List("cap_drop").Contains("ALL") || !s.List("security_opt").Contains("no-new-privileges:true")
            || !IsOurs(s.Text("image")) && s.Text("user") is "" or "root" or "0" || s.Keys().Contains("privileged") || s.List("cap_add").Count > 0)
        .Select(s => $"{s.Name} has more rights than it needs");

    /// <summary>Calls go on while others restart; what ended is started again, but not what is done.</summary>
    private IEnumerable<string> Lives()
    {
        if (!_compose["asterisk"].Keys("depends_on").SequenceEqual(["setup"])
            || _compose.Services.Any(s => s.Keys("depends_on").Any(d => s.Text("depends_on", d, "restart").Length > 0)))
        {
            yield return "a restart of another service ends calls";
        }
        foreach (var service in _compose.Services)
        {
            var grace = service.Text("stop_grace_period").TrimEnd('s');
            if (service.Text("restart") != (service.Name == "setup" ? "no" : "unless-stopped") || service.Name != "setup"
                && (!int.TryParse(grace, CultureInfo.InvariantCulture, out var seconds) || seconds < StopSeconds))
            {
                yield return $"{service.Name} is not started again, or not given time to stop";
            }
            if (service.Name is not ("setup" or "watchdog") && service.List("healthcheck", "test").Count == 0)
            {
                yield return $"{service.Name} has no health check";
            }
        }
    }

    private static bool IsOurs(string image) => image.StartsWith("hotline/", StringComparison.Ordinal);

    private static string ImageOf(ComposeFile.Service service) => service.Text("image")["hotline/".Length..].Split(':')[0];

    /// <summary>What runs in the service: the image's entry point and the service's command, or else the image's.</summary>
    private IEnumerable<string> Words(ComposeFile.Service service)
    {
        var stage = IsOurs(service.Text("image")) ? _images.Stages.FirstOrDefault(s => s.Name == ImageOf(service)) : null;
        var command = service.List("command");
        string[] own = [.. Quoted().Matches(stage?.Last("ENTRYPOINT") ?? "")
            .Concat(command.Count > 0 ? [] : Quoted().Matches(stage?.Last("CMD") ?? "")).Select(m => m.Groups[1].Value)];
        return own.Concat(command).Where(w => w is not ("./hotline" or "dotnet"));
    }

    private static ComposeFile.Mount MountOf(ComposeFile.Service service, string path) =>
        service.Mounts.Where(m => path == m.Path || path.StartsWith(m.Path + "/", StringComparison.Ordinal)).MaxBy(m => m.Path.Length)
            ?? new ComposeFile.Mount("", "", Writable: false);

    private static bool Exists(string path) => Path.Exists(Path.Combine(SourceTree.Root, path));

    private static string Read(string path) => File.ReadAllText(Path.Combine(SourceTree.Root, path));

    [GeneratedRegex(@"^[\w./-]+:[\w.-]*\d[\w.-]*$")]
    private static partial Regex FixedTag();

    /// <summary>User and group: a user alone would have root's group.</summary>
    [GeneratedRegex("^[1-9][0-9]*:[1-9][0-9]*$")]
    private static partial Regex PlainUser();

    [GeneratedRegex(@"^(\w+)/Hotline\.(\w+)\.dll$")]
    private static partial Regex Program();

    [GeneratedRegex("^Host=([^;]*)")]
    private static partial Regex Host();

    [GeneratedRegex(@"\$\{HOTLINE_DATABASE:-(\w+)\}")]
    private static partial Regex Default();

    [GeneratedRegex("PASSWORD|SECRET|TOKEN")]
    private static partial Regex Secret();

    [GeneratedRegex("""(?i)(password|secret|token|auth)["']?\s*[:=]\s*[^\s/-]\S*""")]
    private static partial Regex SecretValue();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();
}
