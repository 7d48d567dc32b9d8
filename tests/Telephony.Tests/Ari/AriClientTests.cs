using Hotline.Telephony.Ari;

namespace Hotline.Telephony.Tests.Ari;

/// <summary>A listing comes whole and in time, or it did not come.</summary>
public sealed class AriClientTests : IAsyncLifetime
{
    private FakeAri _ari = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _ari = await FakeAri.StartAsync();

    public async ValueTask DisposeAsync() => await _ari.DisposeAsync();

    [Fact]
    public async Task Get_body_that_stops_in_the_middle_is_given_up()
    {
        _ari.Does("GET channels", async http =>
        {
            http.Response.ContentLength = 1000;
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(http.Response, "[{");
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
        });
        using var client = new AriClient(_ari.Options, new HastyTime());

        (await Should.ThrowAsync<HttpRequestException>(client.GetAsync("channels", AriJson.Default.AriChannelArray, Cancel)
            .WaitAsync(TimeSpan.FromSeconds(20), Cancel)))
            .Message.ShouldContain("not answered within");
    }

    [Theory]
    [InlineData("<html>no JSON</html>")]
    [InlineData("[{\"id\":")]
    [InlineData("{\"message\":\"an object where a list was asked for\"}")]
    [InlineData("null")]
    [InlineData("")]
    public async Task Get_what_is_no_listing_is_an_error_of_the_node(string body)
    {
        _ari.Says("GET channels", body);
        using var client = new AriClient(_ari.Options, TimeProvider.System);

        await Should.ThrowAsync<HttpRequestException>(client.GetAsync("channels", AriJson.Default.AriChannelArray, Cancel));
    }

    [Fact]
    public async Task Get_when_we_stop_is_a_cancellation()
    {
        using var stop = new CancellationTokenSource();
        _ari.Does("GET channels", async http =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
        });
        using var client = new AriClient(_ari.Options, TimeProvider.System);

        await Should.ThrowAsync<OperationCanceledException>(client.GetAsync("channels", AriJson.Default.AriChannelArray, stop.Token));
    }
}
