using Hotline.AgentHub.Config;

namespace Hotline.AgentHub.Tests.Config;

/// <summary>A copy of Kaifeng's folder in which a test makes a mistake.</summary>
internal sealed class SpoiledCity : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("hotline-city-").FullName;

    public SpoiledCity()
    {
        foreach (var folder in new[] { "kaifeng", "common" })
        {
            var from = Cities.Folder(folder);
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(_root, folder, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
        }
    }

    public string Folder => Path.Combine(_root, "kaifeng");

    /// <summary>Replaces the one place where the old text stands; the line of that place is given back.</summary>
    public int Replace(string file, string old, string with)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{file} does not hold: {old}");
        File.WriteAllText(path, text[..at] + with + text[(at + old.Length)..]);
        return 1 + text[..at].Count(c => c == '\n');
    }

    public int Append(string file, string row)
    {
        File.AppendAllText(Path.Combine(Folder, file), row + "\n");
        return File.ReadAllLines(Path.Combine(Folder, file)).Length;
    }

    public void Delete(string file) => File.Delete(Path.Combine(Folder, file));

    public void Write(string file, byte[] bytes) => File.WriteAllBytes(Path.Combine(Folder, file), bytes);

    public CityConfigurationException Refusal() => Should.Throw<CityConfigurationException>(() => CityConfiguration.Load(Folder));

    /// <summary>The one mistake that is found.</summary>
    public ConfigurationProblem OnlyProblem() => Refusal().Problems.ShouldHaveSingleItem();

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
