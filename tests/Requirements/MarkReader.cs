using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Hotline.Requirements;

/// <summary>Reads the [Requirement] marks of a test assembly from its metadata: nothing of it is loaded or run.</summary>
public static class MarkReader
{
    private const string AttributeName = "RequirementAttribute";

    public static IReadOnlyList<RequirementMark> Read(string assemblyPath)
    {
        using FileStream file = File.OpenRead(assemblyPath);
        using PEReader image = new(file);
        MetadataReader metadata = image.GetMetadataReader();
        List<RequirementMark> marks = [];
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            string name = metadata.GetString(type.Name);
            Collect(metadata, type.GetCustomAttributes(), name, marks);
            foreach (MethodDefinitionHandle method in type.GetMethods())
            {
                MethodDefinition definition = metadata.GetMethodDefinition(method);
                Collect(metadata, definition.GetCustomAttributes(), $"{name}.{metadata.GetString(definition.Name)}", marks);
            }
        }

        return marks;
    }

    private static void Collect(
        MetadataReader metadata, CustomAttributeHandleCollection attributes, string test, List<RequirementMark> marks)
    {
        foreach (CustomAttribute attribute in attributes.Select(metadata.GetCustomAttribute))
        {
            if (NameOf(metadata, attribute) == AttributeName)
            {
                CustomAttributeValue<string> value = attribute.DecodeValue(new TypeNames());
                marks.Add(new RequirementMark(
                    (string)value.FixedArguments[0].Value!,
                    value.NamedArguments.FirstOrDefault(a => a.Name == "Part").Value as string,
                    test));
            }
        }
    }

    private static string? NameOf(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind is not HandleKind.MemberReference)
        {
            return null;
        }

        EntityHandle parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return parent.Kind is HandleKind.TypeReference
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name)
            : null;
    }

    // The mark holds strings only, so a type's name is all that decoding asks for.
    private sealed class TypeNames : ICustomAttributeTypeProvider<string>
    {
        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSystemType() => "System.Type";

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeDefinition(handle).Name);

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeReference(handle).Name);

        public string GetTypeFromSerializedName(string name) => name;

        public PrimitiveTypeCode GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;

        public bool IsSystemType(string type) => type == "System.Type";
    }
}
