using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hotline.Testkit.Running;

/// <summary>
/// The city of Kaifeng with other limits: tests do not wait 20 seconds for a time-out. And with more rows in its list: numbers whose
/// plans end, which no document orders; and one each of what stands in other lists than Kaifeng's.
/// </summary>
public static class CityVariant
{
    public const string Announced = "12300", CalledBack = "12301", ToTheSubCentre = "12302";

    /// <summary>One that was found later; one that is diverted (来电转移, Changzhi); one whose mode differs by trunk (Zhejiang).</summary>
    public const string FoundLater = "12393", Diverted = "12303", ByTrunk = "12305";

    private const string Endings = $"""
        测试,双号并行,1,听忙音提示,{Announced},市司法局,,*,,2022-05-19,,any 1s; announcement
        测试,双号并行,2,可约回拨,{CalledBack},市司法局,,*,,2022-05-19,,any 1s; call-back
        测试,主号码,0,省级入口,0571-12345-*,市政府办公室,,*,,2022-05-19,,any
        测试,双号并行,3,转分中心,{ToTheSubCentre},市司法局,,*,,2022-05-19,,any 1s; to 12366
        测试,双号并行,4,医疗保障服务热线,{FoundLater},市医疗保障局,,*,,2026-01-01,,any
        测试,来电转移,1,供水服务热线,{Diverted},市供水集团,,*,,2022-05-19,,any
        测试,双号并行,5,邮政业用户申诉电话,{ByTrunk},市交通运输局、市信访局,,*,,2022-05-19,,any
        测试,设分中心,1,邮政业用户申诉电话,{ByTrunk},市交通运输局、市信访局,,subcentre,,2022-05-19,,any

        """;

    /// <summary>The unit whose duty phones stand behind the sub-centre's trunk, and they, in order.</summary>
    public const string UnitOnDuty = "kf-water", FirstOnDuty = "13900000001", SecondOnDuty = "13900000002";

    /// <summary>So long one of them rings: longer than a server takes to begin again.</summary>
    private const int DutyRingSeconds = 10;

    private const string Duty = $"""
        {UnitOnDuty},1,张三,{FirstOnDuty},subcentre,2022-05-19,
        {UnitOnDuty},2,李四,{SecondOnDuty},subcentre,2022-05-19,

        """;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>Writes the city into a folder; returns the city's path.</summary>
    internal static string Write(string folder, (string Name, JsonNode Value)[] routing)
    {
        var target = Path.Combine(folder, "config", "kaifeng");
        foreach (var source in (string[])["common", "kaifeng"])
        {
            Copy(Path.Combine(SourceTree.Root, "config", source), Path.Combine(folder, "config", source));
        }
        File.AppendAllText(Path.Combine(target, "numbers.csv"), Endings);
        File.AppendAllText(Path.Combine(target, "duty-phones.csv"), Duty);
        var path = Path.Combine(target, "settings.json");
        var settings = JsonNode.Parse(File.ReadAllText(path))!;
        settings["duty"] = new JsonObject { ["ringSeconds"] = DutyRingSeconds };
        foreach (var (name, value) in routing)
        {
            // A setting that the city does not know is a slip of the test.
            _ = settings["routing"]![name] ?? throw new ArgumentException($"settings.json has no routing.{name}.", nameof(routing));
            settings["routing"]![name] = value;
        }
        File.WriteAllText(path, settings.ToJsonString(Readable));
        return target;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
