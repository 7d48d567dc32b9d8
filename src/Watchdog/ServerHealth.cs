using System.Text.Json;

namespace Hotline.Watchdog;

/// <summary>Asks the server whether it can take a call.</summary>
/// <param name="http">Bears the time-out.</param>
/// <param name="address">The server's /healthz.</param>
internal sealed class ServerHealth(HttpClient http, Uri address)
{
    /// <summary>An answer that takes longer is none.</summary>
    public static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(1);

    /// <summary>
    /// True where the server answers and says ready. A server that runs but takes no call leaves its callers waiting as surely as one that is dead.
    /// </summary>
    public async Task<bool> ThereAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(address, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                return false;
            }
            using var body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
            return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("ready", out var ready)
                && ready.ValueKind == JsonValueKind.True;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false; // the time-out
        }
    }
}
