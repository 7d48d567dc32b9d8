using System.Text.Json.Serialization;

namespace Hotline.Persistence;

/// <summary>The lines of the spill file and of the refused.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(QueuedWrite))]
internal sealed partial class SpillJson : JsonSerializerContext;
