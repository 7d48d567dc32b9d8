using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Hotline.AgentHub.Texts;

/// <summary>What people see, in Chinese, from the resource file Texts/zh-CN.json. A missing key is a fault of ours and throws.</summary>
public static class Text
{
    private static readonly FrozenDictionary<string, string> All = Load();

    public static string Of(string key) => All[key];

    public static string Of(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, All[key], values);

    /// <summary>The sentence for a refusal of the floor or of an API.</summary>
    public static string Refusal(string code, params object[] values) => Of("refused." + code, values);

    public static bool Has(string key) => All.ContainsKey(key);

    private static FrozenDictionary<string, string> Load()
    {
        using var file = typeof(Text).Assembly.GetManifestResourceStream("Hotline.AgentHub.Texts.zh-CN.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary();
    }
}
