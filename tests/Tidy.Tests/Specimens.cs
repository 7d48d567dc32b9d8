namespace Hotline.Tidy.Tests;

/// <summary>Code that breaks every rule, so that the rules are seen to fail. Nothing runs it.</summary>
internal static class Specimens
{
    private static readonly Lock Gate = new();

#pragma warning disable RS0030 // The banned calls are the point of it.
#pragma warning disable CA5394
    public static string Impure()
    {
        lock (Gate)
        {
            return $"{DateTime.UtcNow}{DateTimeOffset.Now}{Guid.NewGuid()}{new Random().Next()}{Environment.TickCount64}"
                + $"{System.Diagnostics.Stopwatch.GetTimestamp()}{File.Exists("x")}{TimeProvider.System.GetTimestamp()}";
        }
    }
#pragma warning restore

    public static async Task<int> Asynchronous(Task<int> before) => await before + 1;

    public static async ValueTask<int> AlsoAsynchronous(Task before)
    {
        await before;
        return 1;
    }

    public static IEnumerable<int> Enumerator(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return i;
        }
    }
}
