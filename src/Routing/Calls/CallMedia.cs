namespace Hotline.Routing;

/// <summary>What a citizen hears besides people: prompts (played into the bridge) and music (played to him alone).</summary>
internal sealed class CallMedia(Floor floor)
{
    /// <summary>Ends a hold: the citizen stands in the bridge again, without music.</summary>
    public void BackIntoBridge(Call call)
    {
        if (call.HeldSince is not null)
        {
            call.HeldSince = null;
            StopMusic(call);
            floor.Emit(new Effect.JoinBridge(call.Id, call.Leg));
        }
    }

    public void StartMusic(Call call)
    {
        if (floor.Settings.Music && !call.Music)
        {
            call.Music = true;
            floor.Emit(new Effect.StartMusic(call.Id, call.Leg));
        }
    }

    public void StopMusic(Call call)
    {
        if (call.Music)
        {
            call.Music = false;
            floor.Emit(new Effect.StopMusic(call.Id, call.Leg));
        }
    }

    /// <summary>What is being said to him, and what would be said next, is said no more.</summary>
    public void StopPrompt(Call call)
    {
        if (call.Playing is { } playing)
        {
            floor.Emit(new Effect.StopPrompt(call.Id, call.Leg.Node, playing));
        }
        call.PlayNext = null;
    }

    /// <summary>Neither music nor words: somebody talks with him now, or something else is said.</summary>
    public void Silence(Call call)
    {
        StopMusic(call);
        StopPrompt(call);
    }

    public void Play(Call call, Prompt prompt, QueuePlace? place = null)
    {
        call.Playing = prompt;
        floor.Emit(new Effect.PlayPrompt(call.Id, call.Leg.Node, prompt, call.Agent, place));
    }

    /// <summary>Sets when the caller is told his place for the first time, or the next.</summary>
    public void AnnouncePlaceIn(Call call, TimeSpan span)
    {
        if (floor.Settings.PlaceAfter > TimeSpan.Zero)
        {
            call.AnnounceAt = floor.Now + span;
            floor.WakeAt(call, call.AnnounceAt.Value);
        }
    }

    /// <summary>Tells a caller who waits where he stands when it is time, unless he hears something else.</summary>
    public void Due(Call call)
    {
        if (call.State != CallState.Waiting || !(call.AnnounceAt <= floor.Now))
        {
            return;
        }
        AnnouncePlaceIn(call, floor.Settings.PlaceEvery);
        if (call is { Class: { } line, Playing: null })
        {
            StopMusic(call);
            Play(call, Prompt.Place, line.PlaceOf(call, floor.Now));
        }
    }
}
