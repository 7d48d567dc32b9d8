using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Hotline.Tidy.Tests;

/// <summary>What a built assembly refers to and defines, read from its metadata without loading it.</summary>
internal sealed class Assembly : IDisposable
{
    private readonly PEReader _image;
    private readonly string _path;

    private Assembly(string path)
    {
        _path = path;
        _image = new PEReader(File.OpenRead(path));
        Metadata = _image.GetMetadataReader();
    }

    public MetadataReader Metadata { get; }

    /// <param name="name">Without extension; it lies beside the tests.</param>
    public static Assembly Open(string name) => new(Path.Combine(AppContext.BaseDirectory, name + ".dll"));

    public IReadOnlyList<string> References =>
        [.. Metadata.AssemblyReferences.Select(r => Metadata.GetString(Metadata.GetAssemblyReference(r).Name))];

    /// <summary>Types of other assemblies that the code names, as Namespace.Name.</summary>
    public IEnumerable<string> ForeignTypes => Metadata.TypeReferences.Select(h => NameOf(Metadata.GetTypeReference(h)));

    /// <summary>Members of other assemblies that the code uses, as Namespace.Type.Member.</summary>
    public IEnumerable<string> ForeignMembers => Metadata.MemberReferences
        .Select(Metadata.GetMemberReference)
        .Select(m => (Type: TypeOf(m.Parent), Name: Metadata.GetString(m.Name)))
        .Where(m => m.Type is not null)
        .Select(m => $"{m.Type}.{m.Name}");

    public IEnumerable<string> TypeNames => Metadata.TypeDefinitions.Select(h => Metadata.GetString(Metadata.GetTypeDefinition(h).Name));

    /// <summary>Each method with code of its own: where it stands and how many lines its body spans.</summary>
    public IEnumerable<(string File, string Method, int Lines)> Methods()
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(_path, ".pdb")));
        var symbols = provider.GetMetadataReader();
        foreach (var handle in Metadata.MethodDefinitions)
        {
            var information = symbols.GetMethodDebugInformation(handle);
            SequencePoint[] points = [.. information.GetSequencePoints().Where(p => !p.IsHidden)];
            if (points.Length == 0 || points[0].Document.IsNil)
            {
                continue;
            }

            var method = Metadata.GetMethodDefinition(handle);
            var name = Metadata.GetString(method.Name);
            var file = symbols.GetString(symbols.GetDocument(points[0].Document).Name).Replace('\\', '/');
            var ours = !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains(".g.", StringComparison.Ordinal);

            // A constructor also spans the initialisers of fields, wherever in the file they stand.
            if (ours && name is not (".ctor" or ".cctor"))
            {
                var type = Metadata.GetString(Metadata.GetTypeDefinition(method.GetDeclaringType()).Name);
                yield return (file, $"{type}.{name}", points.Max(p => p.EndLine) - points.Min(p => p.StartLine) + 1);
            }
        }
    }

    public void Dispose() => _image.Dispose();

    private string NameOf(TypeReference type)
    {
        var name = Metadata.GetString(type.Name);
        return type.ResolutionScope.Kind is HandleKind.TypeReference
            ? $"{NameOf(Metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope))}.{name}"
            : $"{Metadata.GetString(type.Namespace)}.{name}";
    }

    private string? TypeOf(EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => NameOf(Metadata.GetTypeReference((TypeReferenceHandle)parent)),
        HandleKind.TypeSpecification => TypeOfSpecification((TypeSpecificationHandle)parent),
        _ => null,
    };

    // A generic type: its definition stands behind GENERICINST and CLASS or VALUETYPE.
    private string? TypeOfSpecification(TypeSpecificationHandle handle)
    {
        var signature = Metadata.GetBlobReader(Metadata.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() is not SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        signature.ReadSignatureTypeCode();
        var type = signature.ReadTypeHandle();
        return type.Kind is HandleKind.TypeReference ? NameOf(Metadata.GetTypeReference((TypeReferenceHandle)type)) : null;
    }
}
