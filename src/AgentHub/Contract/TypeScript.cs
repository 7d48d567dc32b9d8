using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Hotline.AgentHub.Contract;

/// <summary>Writes C# records as TypeScript interfaces, as the server's serializer sends them: camel case, times as text, nothing left out.</summary>
/// <param name="roots">Where to begin; what their members hold follows.</param>
/// <param name="vocabulary">Members whose text is one of few words.</param>
/// <param name="docstrings">What stands above each in C#.</param>
internal sealed class TypeScript(IReadOnlyList<Type> roots, IReadOnlyList<Words> vocabulary, Docstrings docstrings)
{
    private const int LineMax = 120;

    private const string Head =
        """
        // Generated from the server's types by "Hotline.AgentHub contract FILE", which ./hotline does after each build of the server.
        // What is wrong here is put right in src/AgentHub/Contract and in the types themselves.

        """;

    private readonly List<Type> _found = [];
    private readonly HashSet<(Type, string)> _spoken = [];
    private readonly NullabilityInfoContext _nullability = new();

    public string Write()
    {
        foreach (var root in roots)
        {
            Find(root);
        }
        StringBuilder text = new(Head);
        foreach (var words in vocabulary)
        {
            text.Append('\n').Append(Union(words));
        }
        // By index: what a member holds is found while it is written.
        for (var i = 0; i < _found.Count; i++)
        {
            text.Append('\n').Append(Interface(_found[i]));
        }
        return vocabulary.SelectMany(w => w.Members).FirstOrDefault(m => !_spoken.Contains(m)) is { Owner: { } owner } unspoken
            ? throw new InvalidOperationException(
                $"The vocabulary of the contract names {owner.Name}.{unspoken.Member}, which is no text of the contract.")
            : text.ToString();
    }

    private static string Union(Words words)
    {
        var line = $"export type {words.Name} = {string.Join(" | ", words.Values.Select(w => $"'{w}'"))};\n";
        return line.Length <= LineMax ? line : $"export type {words.Name} =\n{string.Join('\n', words.Values.Select(w => $"  | '{w}'"))};\n";
    }

    private string Interface(Type type)
    {
        var parent = type.BaseType is { } ancestor && ancestor != typeof(object) ? Find(ancestor) : null;
        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(p => p.GetIndexParameters().Length == 0).ToList();
        StringBuilder text = new(Comment(docstrings.Of(type), ""));
        if (members.Count == 0 && parent is not null)
        {
            return text.Append(Invariant($"export type {type.Name} = {parent};\n")).ToString();
        }
        text.Append(Invariant($"export interface {type.Name}{(parent is null ? "" : $" extends {parent}")} {{\n"));
        foreach (var member in members)
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
            text.Append(Comment(docstrings.Of(type, member.Name), "  "))
                .Append(Invariant($"  {name}{(MayBeLeftOut(type, member) ? "?" : "")}: {Text(member)};\n"));
        }
        return text.Append("}\n").ToString();
    }

    /// <summary>Where the constructor has a value of its own for it, a form may come without it.</summary>
    private static bool MayBeLeftOut(Type type, PropertyInfo member) =>
        type.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.Name == member.Name && p.HasDefaultValue);

    private string Text(PropertyInfo member)
    {
        var words = vocabulary.FirstOrDefault(w => w.Members.Contains((member.DeclaringType!, member.Name)));
        if (words is not null)
        {
            _spoken.Add((member.DeclaringType!, member.Name));
        }
        return Text(member.PropertyType, _nullability.Create(member), words?.Name ?? "string");
    }

    /// <param name="type">What is to be written.</param>
    /// <param name="nullability">Of it and of what it holds.</param>
    /// <param name="word">What text is called here.</param>
    private string Text(Type type, NullabilityInfo nullability, string word)
    {
        var present = Nullable.GetUnderlyingType(type) ?? type;
        var text = ElementOf(present) is { } element ? List(Text(element, nullability.ElementType ?? nullability.GenericTypeArguments[0], word))
            : ValueOf(present) is { } value ? $"Readonly<Record<string, {Text(value, nullability.GenericTypeArguments[1], word)}>>"
            : present == typeof(string) ? word
            : present == typeof(bool) ? "boolean"
            : present == typeof(int) || present == typeof(long) || present == typeof(double) ? "number"
            : present == typeof(DateTimeOffset) || present == typeof(DateOnly) ? "string"
            : Find(present);
        return nullability.ReadState == NullabilityState.Nullable ? text + " | null" : text;
    }

    private static string List(string element) =>
        element.Contains(' ', StringComparison.Ordinal) ? $"readonly ({element})[]" : $"readonly {element}[]";

    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static Type? ValueOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) && type.GetGenericArguments()[0] == typeof(string)
            ? type.GetGenericArguments()[1] : null;

    /// <summary>Its name in the desk; it is written in its turn. A type that has no form in the desk is refused, not guessed.</summary>
    private string Find(Type type)
    {
        if (type.Assembly != typeof(TypeScript).Assembly || !type.IsClass)
        {
            throw new NotSupportedException($"{type} has no form in the desk's contract; give the view a text or a record in its place.");
        }
        if (_found.Any(t => t != type && t.Name == type.Name))
        {
            throw new NotSupportedException($"Two types of the desk's contract are called {type.Name}.");
        }
        if (!_found.Contains(type))
        {
            _found.Add(type);
        }
        return type.Name;
    }

    private static string Comment(string? text, string indent) => text is null ? "" : $"{indent}/** {text} */\n";
}
