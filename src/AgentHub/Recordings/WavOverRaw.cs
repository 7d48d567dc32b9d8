using System.Buffers.Binary;
using System.Text;

namespace Hotline.AgentHub.Recordings;

/// <summary>Raw 16-bit stereo samples at 8 kHz, read as a WAV file: a header of 44 bytes, then the file. Nothing is copied.</summary>
internal sealed class WavOverRaw : Stream
{
    private const int HeaderLength = 44;
    private const int Rate = 8000;
    private const short Channels = 2;
    private const short Bits = 16;
    private readonly FileStream _raw;
    private readonly byte[] _header = new byte[HeaderLength];
    private readonly long _length;
    private long _position;

    private WavOverRaw(FileStream raw)
    {
        _raw = raw;
        var samples = raw.Length / 4 * 4; // a call that still lasts may end in half a sample
        _length = HeaderLength + samples;
        Encoding.ASCII.GetBytes("RIFF....WAVEfmt ....................data....", _header);
        BinaryPrimitives.WriteUInt32LittleEndian(_header.AsSpan(4), (uint)(_length - 8));
        BinaryPrimitives.WriteUInt32LittleEndian(_header.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(_header.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(_header.AsSpan(22), Channels);
        BinaryPrimitives.WriteInt32LittleEndian(_header.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(_header.AsSpan(28), Rate * Channels * Bits / 8);
        BinaryPrimitives.WriteInt16LittleEndian(_header.AsSpan(32), Channels * Bits / 8);
        BinaryPrimitives.WriteInt16LittleEndian(_header.AsSpan(34), Bits);
        BinaryPrimitives.WriteUInt32LittleEndian(_header.AsSpan(40), (uint)samples);
    }

    /// <summary>Null where there is no recording, or nothing in it yet.</summary>
    public static WavOverRaw? Open(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }
        var raw = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 16 * 1024, useAsync: true);
        return new WavOverRaw(raw);
    }

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position < HeaderLength)
        {
            var part = (int)Math.Min(buffer.Length, HeaderLength - _position);
            _header.AsMemory((int)_position, part).CopyTo(buffer);
            _position += part;
            return part;
        }
        var room = (int)Math.Min(buffer.Length, _length - _position);
        if (room <= 0)
        {
            return 0;
        }
        _raw.Position = _position - HeaderLength;
        var read = await _raw.ReadAsync(buffer[..room], cancellationToken);
        _position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("read asynchronously");

    public override long Seek(long offset, SeekOrigin origin) => _position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => _length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _raw.Dispose();
        }
        base.Dispose(disposing);
    }
}
