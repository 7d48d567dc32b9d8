using Hotline.AgentHub.Health;
using Hotline.AgentHub.Tests.Config;
using Hotline.Exchange;
using Hotline.Upkeep;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Hotline.AgentHub.Tests.Services;

/// <summary>What is done at night is done then, made up for at the start, and done again after it fell.</summary>
public sealed class CityCalendarTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hotline-calendar").FullName;
    private readonly ServiceFaults _faults = new();
    private ServiceProvider? _services;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Old_files_of_the_journal_go_at_the_start_and_each_night_of_the_city()
    {
        var (old, newest) = (File("floor-00000001.journal", days: 8), File("floor-00000002.journal", days: 8));

        var scheduler = await StartAsync();

        await UntilAsync(() => !System.IO.File.Exists(old));
        System.IO.File.Exists(newest).ShouldBeTrue();
        var night = (await NextAsync(scheduler)).ToOffset(Cities.Kaifeng.TimeZoneOffset);
        (night.Hour, night.Minute).ShouldBe((3, 30));
    }

    [Fact]
    public async Task A_job_that_falls_is_counted_and_comes_again()
    {
        Directory.Delete(_folder, recursive: true);

        var scheduler = await StartAsync();

        await UntilAsync(() => _faults.Total > 0);
        _faults.All.ShouldBe([(nameof(JournalRetentionJob), 1)]);
        (await NextAsync(scheduler)).ShouldBeGreaterThan(TimeProvider.System.GetUtcNow());
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            foreach (var service in _services.GetServices<IHostedService>())
            {
                await service.StopAsync(CancellationToken.None);
            }
            await _services.DisposeAsync();
        }
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task<IScheduler> StartAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(_faults);
        services.AddSingleton(new JournalFiles(_folder, TimeProvider.System));
        services.AddSingleton<IHostApplicationLifetime, Started>();
        services.AddCityCalendar(Cities.Kaifeng);
        _services = services.BuildServiceProvider();
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StartAsync(Cancel);
        }
        return await _services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancel);
    }

    private static async Task<DateTimeOffset> NextAsync(IScheduler scheduler) =>
        (await scheduler.GetTriggersOfJob(new JobKey(nameof(JournalRetentionJob)), Cancel)).Max(t => t.NextFireTimeUtc).ShouldNotBeNull();

    private string File(string name, int days)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, "");
        System.IO.File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-days));
        return path;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (!holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), limit.Token);
        }
    }

    private sealed class Started : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => new(canceled: true);
        public CancellationToken ApplicationStopping => CancellationToken.None;
        public CancellationToken ApplicationStopped => CancellationToken.None;
        public void StopApplication()
        {
        }
    }
}
