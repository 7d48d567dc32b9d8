using System.Text.Json;
using System.Text.Json.Serialization;
using Hotline.AgentHub.Config;
using Hotline.Persistence;
using Hotline.Telephony;

namespace Hotline.AgentHub;

/// <summary>DIR/hotline.json: this installation's addresses and secrets, made by <c>./hotline up</c>, mode 0600.</summary>
public sealed record HotlineFile
{
    public required string Tenant { get; init; }

    /// <summary>The city's folder (numbers, units, settings).</summary>
    public required string City { get; init; }

    /// <summary>Load the city's demo people.</summary>
    public bool Demo { get; init; }

    /// <summary>
    /// Telephony is measured by itself (./hotline bench): agents write no outcomes. Only with <see cref="Demo"/>, never where citizens call.
    /// </summary>
    public bool Measuring { get; init; }
    public required HttpPlace Http { get; init; }
    public required AsteriskOptions Asterisk { get; init; }
    public required DatabasePlace Database { get; init; }

    /// <summary>Folder of the journal.</summary>
    public required string Journal { get; init; }

    /// <summary>
    /// Folder of the keys (of cookies, journal and spill file); by itself they lie in DIR. Elsewhere, on another disk or in memory, whoever gets
    /// hold of DIR reads none of it.
    /// </summary>
    public string? Keys { get; init; }

    /// <summary>How long sign-ins last, what is asked of passwords; may be left out.</summary>
    public SecuritySettings? Security { get; init; }

    /// <summary>By which ways notices go to citizens and units; may be left out: by none but the desk.</summary>
    public NoticeSettings? Notices { get; init; }

    /// <summary>Where the desk is served.</summary>
    public sealed record HttpPlace(string Address, int Port);

    /// <summary>Which database: sqlite, postgres or sqlserver, and the text that its driver connects with (a secret).</summary>
    public sealed record DatabasePlace(string Provider, string ConnectionString)
    {
        internal DatabaseOptions Options => new(Provider, ConnectionString);
    }

    /// <summary>Where a key lies.</summary>
    internal string KeyPath(string folder, string name) => Path.Combine(Keys ?? folder, name);

    /// <summary>Reads the file of an installation's folder.</summary>
    /// <exception cref="HotlineFileException">Missing, not JSON, or lacking something; the text says which and what to do.</exception>
    public static HotlineFile Read(string folder)
    {
        var path = Path.Combine(folder, "hotline.json");
        try
        {
            var file = JsonSerializer.Deserialize(File.ReadAllBytes(path), HotlineFileJson.Default.HotlineFile)
                ?? throw new HotlineFileException($"{path} is empty. Remove it and run ./hotline up: it is made anew.");
            return file.Measuring && !file.Demo
                ? throw new HotlineFileException($"{path}: \"measuring\" is for ./hotline bench alone, with \"demo\"; take it out.")
                : file.Security?.Wrong() is { } wrong ? throw new HotlineFileException($"{path}: in \"security\" {wrong}.")
                : file.Notices?.Wrong() is { } fault ? throw new HotlineFileException($"{path}: in \"notices\" {fault}.")
                : file;
        }
        catch (IOException e)
        {
            throw new HotlineFileException($"{path} cannot be read ({e.Message}). ./hotline up makes it; the server is started with --data DIR.");
        }
        catch (JsonException e)
        {
            throw new HotlineFileException(Invariant($"{path} is wrong at line {e.LineNumber + 1}: {e.Message}"));
        }
    }
}

/// <summary>The installation's file is missing or wrong; the message is for the operator.</summary>
public sealed class HotlineFileException(string message) : Exception(message);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(HotlineFile))]
internal sealed partial class HotlineFileJson : JsonSerializerContext;
