using Hotline.AgentHub.Config;
using Hotline.Upkeep;
using Quartz;

namespace Hotline.AgentHub.Health;

/// <summary>
/// What is done at a time of the city's day. What only has to be done every so often is a <see cref="SteadyService"/> instead; a time that
/// was missed while the server was down is made up for at the start.
/// </summary>
internal static class CityCalendar
{
    /// <summary>The quietest hour of a hotline.</summary>
    private const string AtNight = "0 30 3 * * ?";

    /// <param name="services">The host's.</param>
    /// <param name="city">Whose day it is.</param>
    /// <param name="more">Jobs of other rooms.</param>
    public static void AddCityCalendar(this IServiceCollection services, CityConfiguration city, Action<IQuartzBuilder, TimeZoneInfo>? more = null)
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone(city.Tenant.Value, city.TimeZoneOffset, displayName: null, standardDisplayName: null);
        services.AddQuartz(calendar =>
        {
            calendar.AddJobListener<CalendarFaults>();
            calendar.AddNightly<JournalRetentionJob>(zone);
            more?.Invoke(calendar, zone);
        });
        services.AddQuartzHostedService();
    }

    /// <param name="calendar">The day.</param>
    /// <param name="zone">The city's.</param>
    /// <param name="atStart">Also at each start: for what is cheap, and may have been missed.</param>
    public static void AddNightly<TJob>(this IQuartzBuilder calendar, TimeZoneInfo zone, bool atStart = true)
        where TJob : class, IJob
    {
        var key = new JobKey(typeof(TJob).Name);
        calendar.AddJob<TJob>(job => job.WithIdentity(key).DisallowConcurrentExecution());
        if (atStart)
        {
            calendar.AddTrigger(trigger => trigger.ForJob(key).StartNow());
        }
        calendar.AddTrigger(trigger => trigger.ForJob(key).WithCronSchedule(AtNight, at => at.InTimeZone(zone)));
    }

    /// <summary>A job that falls is counted like any other service; its next time comes all the same.</summary>
    private sealed class CalendarFaults(ServiceFaults faults) : IJobListener
    {
        public string Name => nameof(CalendarFaults);

        public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken) => default;

        public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken) => default;

        public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken)
        {
            if (jobException is not null)
            {
                faults.Note(context.JobDetail.Key.Name);
            }
            return default;
        }
    }
}
