using System.Text;
using Hotline.AgentHub.Config;

namespace Hotline.AgentHub.Tests.Config;

/// <summary>Every mistake is named with file, line and column, and with what to do.</summary>
public sealed class CityConfigurationErrorTests : IDisposable
{
    private readonly SpoiledCity _city = new();

    public static TheoryData<string, string, string, string, string> Mistakes => new()
    {
        { "numbers.csv", "双号并行,3,", "双号并联,3,", "mode", "双号并行" },
        { "numbers.csv", "12319,市城市管理局", ",市城市管理局", "number", "empty" },
        { "numbers.csv", "12319,市城市管理局", "12319,市城管局", "units", "units.csv" },
        { "numbers.csv", "数字城管平台,12319", "数字城管平台,119", "number", "emergency" },
        { "numbers.csv", "数字城管平台,12319", "数字城管平台,1231九", "number", "digits" },
        { "numbers.csv", "*,city-management,2022-05-19", "*,city-management,2022-13-19", "effective_from", "2022-05-19" },
        { "numbers.csv", "*,city-management,2022-05-19,,", "*,city-management,2022-05-19,2022-05-01,", "effective_to", "before" },
        { "numbers.csv", "*,city-management,2022-05-19", "*,city-mgmt,2022-05-19", "skill", "skills.csv" },
        { "numbers.csv", "city-management 20s; any", "city-management 20; any", "plan", "law 20s" },
        { "numbers.csv", "city-management 20s; any", "city-management 20s", "plan", "last step" },
        { "numbers.csv", "双号并行,3,", "双号并行,2,", "serial", "12329" },
        { "numbers.csv", "双号并行,3,", "双号并行,three,", "serial", "number" },
        { "numbers.csv", "数字城管平台,12319", "数字城管平台12319", "", "commas" },
        { "numbers.csv", "list,mode,serial", "list,modus,serial", "mode", "missing" },
        { "skills.csv", "law,公共法律服务", "law,", "name", "empty" },
        { "units.csv", "410203,顺河", "410202,顺河", "code", "already" },
        { "categories.csv", "0201,供水服务,02,", "0201,供水服务,77,", "parent", "row above" },
        { "units.csv", "kf-cg,市城市管理局,kf,city", "kf-cg,市城市管理局,kf,town", "level", "township" },
        { "units.csv", "kf-gas,市燃气公司,kf,city,,no", "kf-gas,市燃气公司,kf,city,,maybe", "station", "yes or no" },
        { "demo/people.csv", "4001,董浩,unit,,kf-cg", "4001,董浩,unit,,kf-none", "unit", "units.csv" },
        { "demo/people.csv", "1008,黄勇,agent,,", "1008,黄勇,agent,,kf-cg", "unit", "leave it empty" },
        { "parties.csv", ",subCentre,", ",subcenter,", "kind", "subCentre" },
        { "parties.csv", "subcentre,yes", ",yes", "trunk", "dialled" },
        { "parties.csv", "110,公安报警服务台,emergency,,no", "110,公安报警服务台,emergency,,maybe", "callable", "yes or no" },
        { "demo/people.csv", "1007,赵悦,agent,", "1007,赵悦,boss,", "roles", "shiftLeader" },
        { "demo/people.csv", "1006,杨帆,agent,work-safety", "1006,杨帆,agent,fire", "skills", "skills.csv" },
        { "referral-reasons.csv", "petition,已进入信访渠道", "secrecy-privacy,已进入信访渠道", "code", "either referred or refused" },
        { "referral-reasons.csv", "已进入信访渠道,原受理的信访部门", "已进入信访渠道,", "responsible", "empty" },
        { "settings.json", "\"ringTimeoutSeconds\": 20", "\"ringTimeoutSeconds\": 2", "ringTimeoutSeconds", "5 to 120" },
        { "settings.json", "\"answeredSoonSeconds\": 15", "\"answeredSoonSeconds\": 0", "answeredSoonSeconds", "1 to 300" },
        { "settings.json", "+08:00", "Beijing", "timeZone", "+08:00" },
        { "settings.json", "\"answeredSoonSeconds\": 15,", "\"duty\": { \"ringSeconds\": 1 },", "ringSeconds", "5 to 120" },
        { "settings.json", "410200", "4102", "tenant", "six digits" },
    };

    /// <summary>The list of notices is common to cities: a mistake in it is one row of a city's own.</summary>
    public static TheoryData<string, string, string> NoticeMistakes => new()
    {
        { "dispatched,,citizen,sms,2022-01-01,,,工单{ticket},", "step", "dispatch" },
        { "*,,citizen,sms,2022-01-01,,,工单{ticket},", "what", "closed" },
        { "warn,closed,units,sms,2022-01-01,,,工单{ticket},", "what", "handle" },
        { "dispatch,,caller,sms,2022-01-01,,,工单{ticket},", "who", "citizen" },
        { "dispatch,,citizen,fax,2022-01-01,,,工单{ticket},", "channel", "sms" },
        { "dispatch,,citizen,sms,,,,工单{ticket},", "from", "2026-01-01" },
        { "dispatch,,citizen,sms,2022-01-01,2021-01-01,,工单{ticket},", "to", "before" },
        { "dispatch,,citizen,sms,2022-01-01,,,,", "text", "empty" },
        { "dispatch,,units,mail,2022-01-01,,,工单{ticket},", "subject", "empty" },
        { "dispatch,,citizen,mail,2022-01-01,,工单,工单{ticket},", "channel", "sms" },
        { "dispatch,,citizen,desk,2022-01-01,,,,", "who", "desk" },
        { "dispatch,,units,sms,2022-01-01,,,{caller}来电,", "text", "{ticket}" },
        { "dispatch,,units,sms,2022-01-01,,,{title},", "text", "{ticket}" }, // nothing else is said of a confidential ticket
        { "dispatch,,units,sms,2022-01-01,,,{title},{title}", "secret", "{ticket}" },
        { "dispatch,,citizen,sms,2022-01-01,,,{title},工单", "text", "{ticket}" },
        { "dispatch,,units,sms,2022-01-01,,,{code},工单", "text", "{ticket}" },
    };

    [Theory]
    [MemberData(nameof(NoticeMistakes))]
    public void Load_notice_that_cannot_be_told_names_its_column_and_remedy(string row, string column, string remedy)
    {
        _city.Write("notices.csv", Encoding.UTF8.GetBytes($"step,what,who,channel,from,to,subject,text,secret\n{row}\n"));

        _city.OnlyProblem().ShouldSatisfyAllConditions(
            p => p.Line.ShouldBe(2), p => p.Column.ShouldBe(column), p => p.Text.ShouldContain(remedy));
    }

    [Theory]
    [InlineData("kf-none,13900000001,", "who", "units.csv")]
    [InlineData("kf-cg,0378123456,", "mobile", "eleven")]
    [InlineData("kf-cg,,post at example", "mail", "mailbox")]
    public void Load_address_that_reaches_nobody_names_its_column_and_remedy(string row, string column, string remedy)
    {
        _city.Write("notice-contacts.csv", Encoding.UTF8.GetBytes($"who,mobile,mail\nleader,13900000009,\n{row}\n"));

        _city.OnlyProblem().ShouldSatisfyAllConditions(
            p => p.Line.ShouldBe(3), p => p.Column.ShouldBe(column), p => p.Text.ShouldContain(remedy));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Load_mistake_names_file_line_column_and_remedy(string file, string right, string wrong, string column, string remedy)
    {
        var line = _city.Replace(file, right, wrong);

        var refusal = _city.Refusal();
        refusal.Problems.ShouldContain(
            p => p.File.EndsWith(file, StringComparison.Ordinal) && p.Line == line && p.Column == column
                && p.Text.Contains(remedy, StringComparison.Ordinal),
            refusal.Message);
    }

    [Fact]
    public void Load_same_number_twice_points_at_the_second_row()
    {
        var line = _city.Append("numbers.csv", "开封市,双号并行,10,公共法律服务专用电话,12348,市司法局,,*,law,2023-01-01,,any");

        _city.OnlyProblem().ShouldSatisfyAllConditions(
            p => p.Line.ShouldBe(line), p => p.Column.ShouldBe("effective_from"), p => p.Text.ShouldContain("two policies"));
    }

    [Fact]
    public void Load_cancelled_number_comes_back_is_refused()
    {
        _city.Replace("numbers.csv", "市商务局,,*,,2022-05-19,,any", "市商务局,,*,,2022-05-19,2023-12-31,any");
        var line = _city.Append("numbers.csv", "开封市,双号并行,10,商务领域举报投诉咨询服务电话,12312,市商务局,,*,,2024-01-01,,any");

        _city.OnlyProblem().ShouldSatisfyAllConditions(p => p.Line.ShouldBe(line), p => p.Text.ShouldContain("not restored"));
    }

    [Fact]
    public void Load_no_main_number_is_said_for_the_file()
    {
        _city.Replace("numbers.csv", ",主号码,0,", ",转接电话,0,");

        _city.OnlyProblem().Text.ShouldContain("12345");
    }

    [Fact]
    public void Load_unknown_setting_is_said_with_its_line()
    {
        var line = _city.Replace("settings.json", "\"music\": true", "\"musik\": true");

        _city.Refusal().Problems.ShouldContain(p => p.Line == line && p.Text.Contains("musik"), _city.Refusal().Message);
    }

    [Fact]
    public void Load_missing_setting_is_named()
    {
        _city.Replace("settings.json", "\"dialPrefix\": \"0371\",", "");

        _city.OnlyProblem().Text.ShouldContain("dialPrefix");
    }

    [Fact]
    public void Load_missing_file_is_said()
    {
        _city.Delete("units.csv");

        _city.Refusal().Message.ShouldContain("units.csv: is missing");
    }

    [Fact]
    public void Load_file_of_another_encoding_is_said()
    {
        _city.Write("skills.csv", [.. Encoding.ASCII.GetBytes("code,name\nlaw,"), 0xB7, 0xA8, 0xC2, 0xC9]);

        _city.Refusal().Message.ShouldContain("UTF-8");
    }

    [Fact]
    public void Load_quotation_mark_in_the_wrong_place_is_said()
    {
        var line = _city.Replace("numbers.csv", "数字城管平台", "数字\"城管\"平台");

        _city.Refusal().Problems.ShouldContain(p => p.Line == line && p.Text.Contains("quotation"), _city.Refusal().Message);
    }

    [Fact]
    public void Load_no_such_folder_is_said() =>
        Should.Throw<CityConfigurationException>(() => CityConfiguration.Load("config/nowhere")).Message.ShouldContain("no such folder");

    [Fact]
    public void Load_several_mistakes_are_one_readable_list()
    {
        _city.Replace("numbers.csv", "双号并行,3,", "双号并联,3,");
        _city.Replace("parties.csv", ",subCentre,", ",subcenter,");
        _city.Replace("settings.json", "\"music\": true", "\"music\": yes");

        var refusal = _city.Refusal();

        refusal.Problems.Count.ShouldBe(3, refusal.Message);
        refusal.Message.ShouldContain("3 mistakes");
        refusal.Message.ShouldNotContain("   at ");
        refusal.Message.ShouldNotContain("Hotline.AgentHub");
    }

    public void Dispose() => _city.Dispose();
}
