namespace Hotline.Persistence;

/// <summary>The database's schema is not one this program may work on. People must decide; trying again does not help.</summary>
public sealed class SchemaException : Exception
{
    public SchemaException(string message) : base(message) { }

    public SchemaException() { }

    public SchemaException(string message, Exception innerException) : base(message, innerException) { }
}
