using YamlDotNet.RepresentationModel;

namespace Hotline.Setup.Tests;

/// <summary>compose.yaml, with its merge keys resolved.</summary>
internal sealed class ComposeFile
{
    private readonly YamlMappingNode _root;

    public ComposeFile(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        _root = (YamlMappingNode)yaml.Documents[0].RootNode;
        Services = [.. Map("services", _root).Select(s => new Service((string)s.Key!, (YamlMappingNode)s.Value))];
        Volumes = [.. Map("volumes", _root).Select(v => (string)v.Key!)];
    }

    public IReadOnlyList<Service> Services { get; }

    public IReadOnlyList<string> Volumes { get; }

    public Service this[string name] =>
        Services.FirstOrDefault(s => s.Name == name) ?? throw new KeyNotFoundException($"compose.yaml has no service {name}.");

    private static YamlMappingNode Map(string key, YamlMappingNode node) =>
        node.Children.TryGetValue(key, out var map) ? (YamlMappingNode)map : [];

    /// <summary>A place where a volume appears in a service.</summary>
    public sealed record Mount(string Volume, string Path, bool Writable);

    public sealed class Service(string name, YamlMappingNode node)
    {
        public string Name => name;

        /// <summary>A value that is one word; empty where there is none.</summary>
        public string Text(params string[] path) => Find(path) is YamlScalarNode text ? text.Value! : "";

        /// <summary>A list; empty where there is none.</summary>
        public IReadOnlyList<string> List(params string[] path) => Find(path) switch
        {
            YamlSequenceNode list => [.. list.Select(i => i.ToString())],
            YamlScalarNode one => [one.Value!],
            _ => [],
        };

        public IReadOnlyList<string> Keys(params string[] path) =>
            Find(path) is YamlMappingNode map ? [.. map.Children.Keys.Select(k => k.ToString())] : [];

        public IReadOnlyList<string> Command => [.. List("command"), .. List("healthcheck", "test")];

        public IReadOnlyList<Mount> Mounts =>
            [.. List("volumes").Select(v => v.Split(':')).Select(v => new Mount(v[0], v[1], v is not [_, _, "ro"]))];

        private YamlNode? Find(string[] path) => path.Aggregate((YamlNode?)node, Child);

        private static YamlNode? Child(YamlNode? at, string key) => at is not YamlMappingNode map ? null
            : map.Children.TryGetValue(key, out var own) ? own
            : map.Children.TryGetValue("<<", out var merged) ? Child(merged, key) : null;
    }
}
