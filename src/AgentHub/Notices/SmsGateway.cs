using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hotline.AgentHub.Config;
using Hotline.Persistence;

namespace Hotline.AgentHub.Notices;

/// <summary>
/// A gateway that takes short messages by HTTP, as the settings describe it. It is told the key of each message: one that is told twice, since
/// nobody knew whether the first came through, is sent once.
/// </summary>
internal sealed class SmsGateway(SmsSettings settings, TimeProvider time) : INoticeCarrier, IDisposable
{
    /// <summary>Bytes of an answer that are looked at.</summary>
    private const int AnswerMax = 64 * 1024;
    private const int DetailMax = 60;

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = AnswerMax,
    };

    /// <summary>400 and the like say that it never will be taken; whoever forbids it wants other settings, and is asked again.</summary>
    public async Task<Carried> SendAsync(Message message, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var request = Request(message);
            using var answer = await _http.SendAsync(request, either.Token);
            var status = Invariant($"HTTP {(int)answer.StatusCode}");
            return answer.StatusCode switch
            {
                >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => Read(await answer.Content.ReadAsStringAsync(either.Token), status),
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.ProxyAuthenticationRequired =>
                    new Carried.Later(DeliveryReasons.Credentials, status),
                HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
                    new Carried.Later(DeliveryReasons.Busy, status, After(answer.Headers.RetryAfter)),
                >= HttpStatusCode.BadRequest => new Carried.Refused(DeliveryReasons.Refused, status),
                _ => new Carried.Later(DeliveryReasons.Answer, status),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Carried.Later(DeliveryReasons.Timeout, "");
        }
        catch (HttpRequestException e)
        {
            // The message of an exception may name the address with what stands in it.
            return new Carried.Later(DeliveryReasons.Unreachable, e.HttpRequestError.ToString());
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(Message message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, settings.Url)
        {
            Content = new StringContent(Filled(settings.Body, message)!.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in settings.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value.Replace(SmsSettings.SecretPlace, settings.Secret, StringComparison.Ordinal));
        }
        request.Headers.TryAddWithoutValidation(settings.KeyHeader, message.Key);
        return request;
    }

    // Text by text: whatever a message holds, it stays a text of the body.
    private JsonNode? Filled(JsonNode? node, Message message) => node switch
    {
        null => null,
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Filled(member.Value, message)))),
        JsonArray items => new JsonArray([.. items.Select(item => Filled(item, message))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(text switch
        {
            SmsSettings.NumberPlace => message.To,
            SmsSettings.TextPlace => message.Text,
            _ => text.Replace(SmsSettings.SecretPlace, settings.Secret, StringComparison.Ordinal)
                .Replace(SmsSettings.KeyPlace, message.Key, StringComparison.Ordinal)
                .Replace(SmsSettings.NumberPlace, message.To, StringComparison.Ordinal)
                .Replace(SmsSettings.TextPlace, message.Text, StringComparison.Ordinal),
        }),
        _ => node.DeepClone(),
    };

    private Carried Read(string answer, string status)
    {
        if (settings.OkField.Length == 0)
        {
            return new Carried.Sent();
        }
        var said = Field(answer);
        var detail = said is null ? status : Invariant($"{status}, {settings.OkField} {(said.Length > DetailMax ? said[..DetailMax] : said)}");
        return said is null ? new Carried.Later(DeliveryReasons.Answer, detail)
            : settings.OkValues.Contains(said) ? new Carried.Sent()
            : settings.RefusedValues.Contains(said) ? new Carried.Refused(DeliveryReasons.Refused, detail)
            : new Carried.Later(DeliveryReasons.Busy, detail);
    }

    private string? Field(string answer)
    {
        try
        {
            return JsonNode.Parse(answer) is JsonObject members && members[settings.OkField] is JsonValue value ? value.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private TimeSpan? After(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date && date > time.GetUtcNow() ? date - time.GetUtcNow() : null);
}
