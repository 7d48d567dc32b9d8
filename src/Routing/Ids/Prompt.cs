namespace Hotline.Routing;

/// <summary>Announcements. Each is a list of sound files, chosen by the shell; the floor knows only what they are for.</summary>
public enum Prompt { Greeting, AgentNumber, LineLost, AllBusy, Place, CallBackOffer, CallBackTaken }
