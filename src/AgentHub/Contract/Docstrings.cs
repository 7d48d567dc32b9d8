using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hotline.AgentHub.Contract;

/// <summary>
/// What the documentation file of an assembly says of its records. A docstring with Chinese in it is left out: the desk's words stand in its files of
/// texts alone.
/// </summary>
internal sealed partial class Docstrings
{
    private readonly Dictionary<string, XElement> _members;

    private Docstrings(XDocument file) =>
        _members = file.Descendants("member").ToDictionary(m => m.Attribute("name")!.Value);

    /// <summary>The file that the build puts beside the assembly.</summary>
    public static Docstrings Beside(Assembly assembly) => new(XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")));

    public string? Of(Type type) => Said(_members.GetValueOrDefault($"T:{NameOf(type)}")?.Element("summary"));

    /// <summary>Of a member: a property's own, or the parameter's that made it.</summary>
    public string? Of(Type type, string member) =>
        Said(_members.GetValueOrDefault($"P:{NameOf(type)}.{member}")?.Element("summary"))
        ?? Said(_members.GetValueOrDefault($"T:{NameOf(type)}")?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == member));

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private static string? Said(XElement? element)
    {
        if (element is null)
        {
            return null;
        }
        var text = string.Concat(element.Nodes().Select(n => n switch
        {
            XElement e => e.Value.Length > 0 ? e.Value : (e.Attribute("cref") ?? e.Attribute("name"))?.Value.Split('.')[^1],
            XText t => t.Value,
            _ => "",
        }));
        text = Space().Replace(text, " ").Trim();
        return text.Length == 0 || Chinese().IsMatch(text) ? null : text;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")]
    private static partial Regex Chinese();
}
