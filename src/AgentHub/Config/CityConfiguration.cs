using Hotline.Routing;
using Hotline.Routing.Numbers;
using Hotline.Telephony;
using Hotline.Tickets.Calendar;
using Hotline.Tickets.Import;
using Hotline.Tickets.Duty;
using Hotline.Tickets.Notices;
using Hotline.Tickets.Loop;

namespace Hotline.AgentHub.Config;

/// <summary>
/// All that differs from city to city, read once at start and never changed: <c>config/CITY</c> (config/README.md).
/// A folder with a mistake is refused as a whole, with every mistake named.
/// </summary>
public sealed record CityConfiguration
{
    public required TenantId Tenant { get; init; }

    /// <summary>The office's name, as agents and citizens read it.</summary>
    public required string Name { get; init; }

    /// <summary>China has one time zone without summer time, so an offset says it all.</summary>
    public required TimeSpan TimeZoneOffset { get; init; }

    public required NumberBook Numbers { get; init; }

    public required IReadOnlyList<Skill> Skills { get; init; }

    public required IReadOnlyList<HandlingUnit> Units { get; init; }

    /// <summary>The roots of the tree.</summary>
    public required IReadOnlyList<Category> Categories { get; init; }

    /// <summary>Categories that may not be handed down to townships and villages; what stands below one neither.</summary>
    public IReadOnlySet<string> NotForGrassRoots { get; init; } = new HashSet<string>();

    /// <summary>Which unit a matter usually goes to; empty for a city without a catalogue.</summary>
    public DispatchCatalogue Catalogue { get; init; } = DispatchCatalogue.None;

    public required IReadOnlyList<CodeName> DemandTypes { get; init; }

    public required IReadOnlyList<CodeName> BreakReasons { get; init; }

    public required IReadOnlyList<NotAcceptReason> NotAcceptReasons { get; init; }

    public required IReadOnlyList<ReferralReason> ReferralReasons { get; init; }

    /// <summary>Reasons that tickets of before name and that nobody chooses any more.</summary>
    public required IReadOnlyList<CodeName> FormerReasons { get; init; }

    public required IReadOnlyList<Party> Parties { get; init; }

    /// <summary>Who is rung at which unit for urgent tickets.</summary>
    public DutyPhones DutyPhones { get; init; } = DutyPhones.Nobody;

    /// <summary>How they are rung.</summary>
    public DutyLimits Duty { get; init; } = new();

    public required CallerAreas Areas { get; init; }

    /// <summary>By trunk, where it says who calls and what was dialled; "*" for the others.</summary>
    public required IReadOnlyDictionary<string, TrunkRules> Trunks { get; init; }

    /// <summary>How callers' numbers are written.</summary>
    public required CallerNumbers Callers { get; init; }

    public required RoutingSettings Settings { get; init; }

    /// <summary>An answer within it is counted as soon enough, on the shift leader's page and in what he exports.</summary>
    public required TimeSpan AnsweredSoon { get; init; }

    /// <summary>What deadlines are counted with.</summary>
    public required CityTimes Times { get; init; }

    /// <summary>By which tables of old tickets are understood.</summary>
    public required ImportWords ImportWords { get; init; }

    /// <summary>When it is said that the holidays of the next year are missing.</summary>
    public CalendarWatch CalendarWatch { get; init; } = CalendarWatch.Usual;

    /// <summary>Which step of a ticket tells whom, by which way, in which words.</summary>
    public required NoticeBook Notices { get; init; }

    /// <summary>Where units, and whoever leads the shift, are reached from outside the desk.</summary>
    public required IReadOnlyDictionary<string, NoticeContact> NoticeContacts { get; init; }

    /// <summary>Worked examples of them, for the desk and for tests.</summary>
    public DeadlineExamples Examples { get; init; } = DeadlineExamples.None;

    /// <summary>Empty for a city without a demonstration.</summary>
    public required IReadOnlyList<DemoPerson> DemoPeople { get; init; }

    /// <summary>
    /// Why this is the configuration of before, in words for people; null where it is what the files say (<see cref="LastGoodCity"/>).
    /// </summary>
    public string? Outdated { get; init; }

    /// <summary>The day in the city at this moment: number policies hold by the day.</summary>
    public DateOnly DateAt(DateTimeOffset now) => DateOnly.FromDateTime(now.ToOffset(TimeZoneOffset).DateTime);

    /// <summary>The skill's name; its code where a person brought one that the city no longer has.</summary>
    public string SkillName(SkillId skill) => Skills.FirstOrDefault(s => s.Id == skill)?.Name ?? skill.Value;

    /// <summary>Where the caller's fixed line stands; null when the number does not tell.</summary>
    public string? AreaOf(string callerNumber) => Areas.Of(callerNumber);

    /// <exception cref="CityConfigurationException">With all mistakes, file and line, for people to read.</exception>
    public static CityConfiguration Load(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new CityConfigurationException(path,
                [new ConfigurationProblem(path, 0, "", "there is no such folder; give a city's, as config/kaifeng")]);
        }

        List<ConfigurationProblem> problems = [];
        CityFiles files = new(path, problems);
        var city = Read(files);
        return problems.Count == 0 && city is not null ? city : throw new CityConfigurationException(path, problems);
    }

    private static CityConfiguration? Read(CityFiles files)
    {
        var settings = SettingsReader.Read(files);
        var skills = CodeTables.Skills(files);
        var units = UnitTable.Read(files);
        HashSet<string> skillCodes = [.. skills.Select(s => s.Id.Value)];
        TenantId tenant = new(settings?.Tenant ?? "");

        // Every file is read even if another is wrong: whoever repairs them wants the whole list.
        var parties = PeopleAndParties.Parties(files);
        var numbers = new NumberListReader(tenant, skillCodes, units.Select(u => u.Name).ToHashSet(), parties)
            .Read(files, settings?.DialPrefix ?? "");
        var categories = CodeTables.Categories(files);
        var notForGrassRoots = UnitTable.NotForGrassRoots(files);
        var catalogue = CatalogueTable.Read(files, units, categories);
        var demandTypes = CodeTables.Read(files, "demand-types.csv");
        var breakReasons = CodeTables.Read(files, "break-reasons.csv");
        var reasons = CodeTables.NotAcceptReasons(files);
        var referrals = CodeTables.ReferralReasons(files, reasons);
        var formerReasons = CodeTables.Read(files, "former-reasons.csv");
        var areas = CallerAreas.Read(files, settings?.Area ?? "");
        var trunks = TrunkTable.Read(files);
        var dutyPhones = DutyPhoneTable.Read(files, units);
        var notices = NoticeTable.Read(files);
        var contacts = NoticeTable.Contacts(files, units);
        var people = PeopleAndParties.Demo(files, skillCodes, units);
        var offset = SettingsReader.Offset(settings?.TimeZone ?? "") ?? TimeSpan.Zero;
        var times = CityTimes.Read(files, demandTypes, offset);
        var words = ImportWordsTable.Read(files, demandTypes, categories, units);
        var limits = times is null ? [] : UnitLimitTable.Read(files, units, demandTypes, times, tenant);
        var examples = DeadlineExamples.Read(files, times?.RuleSets);
        return settings is null || numbers is null || times is null ? null : new CityConfiguration
        {
            Tenant = tenant,
            Name = settings.Name,
            TimeZoneOffset = offset,
            Times = times with { UnitLimits = limits },
            Examples = examples,
            Numbers = numbers,
            Skills = skills,
            Units = units,
            Categories = categories,
            NotForGrassRoots = notForGrassRoots,
            Catalogue = catalogue,
            DemandTypes = demandTypes,
            BreakReasons = breakReasons,
            NotAcceptReasons = reasons,
            ReferralReasons = referrals,
            FormerReasons = formerReasons,
            Parties = parties,
            DutyPhones = dutyPhones,
            Duty = SettingsReader.Duty(settings),
            Areas = areas,
            Trunks = trunks,
            Callers = new CallerNumbers(settings.DialPrefix),
            Settings = SettingsReader.Floor(settings.Routing),
            ImportWords = words,
            CalendarWatch = SettingsReader.Watch(settings.Calendar),
            AnsweredSoon = SettingsReader.AnsweredSoon(settings),
            Notices = notices,
            NoticeContacts = contacts,
            DemoPeople = people,
        };
    }
}
