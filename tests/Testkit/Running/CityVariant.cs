using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hotline.Testkit.Running;

/// <summary>The city of Kaifeng with other limits: tests do not wait 20 seconds for a time-out.</summary>
internal static class CityVariant
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>Writes the city into a folder; returns the city's path.</summary>
    public static string Write(string folder, (string Name, JsonNode Value)[] routing)
    {
        string target = Path.Combine(folder, "config", "kaifeng");
        foreach (string source in (string[])["common", "kaifeng"])
        {
            Copy(Path.Combine(SourceTree.Root, "config", source), Path.Combine(folder, "config", source));
        }
        string path = Path.Combine(target, "settings.json");
        var settings = JsonNode.Parse(File.ReadAllText(path))!;
        foreach (var (name, value) in routing)
        {
            // A setting that the city does not know is a slip of the test.
            _ = settings["routing"]![name] ?? throw new ArgumentException($"settings.json has no routing.{name}.", nameof(routing));
            settings["routing"]![name] = value;
        }
        File.WriteAllText(path, settings.ToJsonString(Readable));
        return target;
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
