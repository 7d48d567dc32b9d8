using System.Text.RegularExpressions;

namespace Hotline.Tidy.Tests;

/// <summary>The tree names no machine it was written on and no feed it was built from: it builds anywhere, with anybody's mirror.</summary>
public sealed partial class TraceTests
{
    [Fact]
    public void No_file_names_a_machines_path_or_a_registry() =>
        Tree.TextFiles.SelectMany(f => Traces(Tree.Read(f)).Select(t => $"{f}: {t}")).ShouldBeEmpty();

    [Fact]
    public void No_lock_file_records_where_a_package_came_from() =>
        Tree.Files.Where(f => Path.GetFileName(f) == "package-lock.json" && RecordsOrigin(Tree.Read(f))).ShouldBeEmpty();

    [Fact]
    public void Rules_see_what_they_forbid()
    {
        Traces("cd /ro" + "ot/x").ShouldNotBeEmpty();
        Traces("\"/ho" + "me/li/hotline\"").ShouldNotBeEmpty();
        Traces("at /wo" + "rk/main/src").ShouldNotBeEmpty();
        Traces("C:\\Us" + "ers\\li").ShouldNotBeEmpty();
        Traces("https://regis" + "try.npmjs.org/react").ShouldNotBeEmpty();
        Traces("https://api.nu" + "get.org/v3/index.json").ShouldNotBeEmpty();
        Traces("/etc/asterisk and src/framework/work/x and docs/home/page").ShouldBeEmpty();
        Traces("""ls "$cache"/ro""" + "ot/usr/lib").ShouldBeEmpty();
        RecordsOrigin("""{ "packages": { "a": { "resolved": "x" } } }""").ShouldBeTrue();
        RecordsOrigin("""{ "packages": { "a": { "version": "1" } } }""").ShouldBeFalse();
    }

    private static IEnumerable<string> Traces(string text) => Trace().Matches(text).Select(m => m.Value);

    private static bool RecordsOrigin(string lockFile) => lockFile.Contains("\"resolved\"", StringComparison.Ordinal);

    [GeneratedRegex("""(?<![\w.$}/-]|\w["'])/(root|home|work)/[\w.-]+|[A-Z]:\\Users\\|\bregistry\.(npmjs|yarnpkg|npmmirror)\.|\bapi\.nuget\.org|\bpkgs\.dev\.azure""")]
    private static partial Regex Trace();
}
