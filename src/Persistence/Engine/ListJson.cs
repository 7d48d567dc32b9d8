using System.Text.Json.Serialization;

namespace Hotline.Persistence;

/// <summary>Lists for parameters, as JSON.</summary>
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(long[]))]
internal sealed partial class ListJson : JsonSerializerContext;
