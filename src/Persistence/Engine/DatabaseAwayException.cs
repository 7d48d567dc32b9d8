using System.Data.Common;

namespace Hotline.Persistence;

/// <summary>No connection is to be had, or the one there was is gone: what drivers tell as a mistake of the caller.</summary>
public sealed class DatabaseAwayException : DbException
{
    public DatabaseAwayException(string message, Exception innerException) : base(message, innerException) { }

    public DatabaseAwayException(string message) : base(message) { }

    public DatabaseAwayException() { }
}
