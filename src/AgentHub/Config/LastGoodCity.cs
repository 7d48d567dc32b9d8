using Hotline.AgentHub.Texts;

namespace Hotline.AgentHub.Config;

/// <summary>
/// The configuration with which the server last started, kept in a folder of its own: where somebody made a mistake in the city's files
/// since, calls go on as before, and it is said.
/// </summary>
internal static class LastGoodCity
{
    private const string Common = "common";

    /// <summary>Loads the city's files, and keeps a copy of them; where they have a mistake, the copy of before.</summary>
    /// <param name="city">The city's folder.</param>
    /// <param name="kept">Where the copy lies.</param>
    /// <param name="say">Tells the operator what was wrong.</param>
    /// <exception cref="CityConfigurationException">The files have a mistake, and no copy is kept.</exception>
    public static CityConfiguration Load(string city, string kept, Action<string> say)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(city));
        var copy = Path.Combine(kept, Path.GetFileName(folder));
        try
        {
            var loaded = CityConfiguration.Load(city);
            Keep(folder, kept, say);
            return loaded;
        }
        catch (CityConfigurationException wrong) when (Directory.Exists(copy))
        {
            say($"{wrong.Message}\nThe server goes on with the configuration of its last start ({copy}). Mend it, then restart the server.");
            return CityConfiguration.Load(copy) with { Outdated = Text.Of("city.outdated", wrong.Problems.Count) };
        }
    }

    // Never half a copy: the one before stays until the new one is whole.
    private static void Keep(string folder, string kept, Action<string> say)
    {
        try
        {
            var fresh = kept + ".new";
            Delete(fresh);
            Copy(folder, Path.Combine(fresh, Path.GetFileName(folder)));
            var common = Path.Combine(Path.GetDirectoryName(folder)!, Common);
            if (Directory.Exists(common))
            {
                Copy(common, Path.Combine(fresh, Common));
            }
            Delete(kept);
            Directory.Move(fresh, kept);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            say($"The configuration could not be kept for a start with a mistake in it: {e.Message}");
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
