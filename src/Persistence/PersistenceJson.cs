using System.Text.Json.Serialization;

namespace Hotline.Persistence;

/// <summary>What this project writes as JSON: lists for parameters, and the lines of the spill file.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(long[]))]
[JsonSerializable(typeof(QueuedWrite))]
internal sealed partial class PersistenceJson : JsonSerializerContext;
