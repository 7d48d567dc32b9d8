using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.Watchdog;

/// <summary>What the watchdog reads of DIR/hotline.json.</summary>
internal sealed record WatchdogFile
{
    public required HttpPlace Http { get; init; }
    public required AsteriskPlace Asterisk { get; init; }

    /// <summary>Where the server listens.</summary>
    public sealed record HttpPlace(string Address, int Port);

    /// <summary>Asterisk's manager interface, and the user that may only serve waiting callers.</summary>
    public sealed record AsteriskPlace
    {
        public required string AmiHost { get; init; }
        public required int AmiPort { get; init; }
        public required string AmiWatchdogUser { get; init; }
        public required string AmiWatchdogSecret { get; init; }
    }

    /// <summary>Reads the file of an installation's folder.</summary>
    /// <exception cref="IOException">It is missing.</exception>
    /// <exception cref="JsonException">It is not JSON, or lacks something; the text says what.</exception>
    public static WatchdogFile Read(string folder) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, "hotline.json")), WatchdogJson.Default.WatchdogFile)
        ?? throw new JsonException("hotline.json is empty");

    /// <summary>The server's health page. A server that listens on all addresses is asked on loopback.</summary>
    public Uri HealthAddress =>
        new UriBuilder("http", Http.Address is "0.0.0.0" or "*" or "::" ? "127.0.0.1" : Http.Address, Http.Port, "healthz").Uri;
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(WatchdogFile))]
internal sealed partial class WatchdogJson : JsonSerializerContext;
