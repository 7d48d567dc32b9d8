using System.Text.Json;

namespace Hotline.Persistence;

/// <summary>
/// Lists as parameters: a JSON array, which each database turns into rows (json_each, openjson, json_array_elements_text). One parameter whatever
/// the length, one plan, and no SQL put together from parts.
/// </summary>
internal static class JsonList
{
    public static string Of(IEnumerable<int> numbers) => JsonSerializer.Serialize([.. numbers], ListJson.Default.Int32Array);

    public static string Of(IEnumerable<long> numbers) => JsonSerializer.Serialize([.. numbers], ListJson.Default.Int64Array);

    public static string Of(IEnumerable<string> words) => JsonSerializer.Serialize([.. words], ListJson.Default.StringArray);
}
