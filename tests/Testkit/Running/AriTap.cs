using System.Buffers.Binary;
using System.Text;

namespace Hotline.Testkit.Running;

/// <summary>
/// Writes down what Asterisk tells the server, byte for byte: the events of ARI one a line, and the manager interface as it came. Golden
/// files are made with it (tests/Telephony.Tests/Ari/Golden/README.md).
/// </summary>
/// <param name="folder">Where <c>events.jsonl</c> and <c>manager.txt</c> are written.</param>
internal sealed class AriTap(string folder)
{
    /// <summary>Names the folder; nothing is written down where it is not set.</summary>
    private const string Variable = "HOTLINE_RECORD_ARI";
    private readonly Lock _lock = new();

    /// <summary>What the environment asks for; null where it asks for nothing.</summary>
    public static AriTap? FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? new AriTap(Directory.CreateDirectory(folder).FullName) : null;

    /// <summary>For one connection to the manager interface.</summary>
    public Action<ReadOnlyMemory<byte>> Manager() => bytes => Append("manager.txt", bytes.Span);

    /// <summary>For one connection to Asterisk's HTTP server: what is no WebSocket is passed over.</summary>
    public Action<ReadOnlyMemory<byte>> Http() => new Frames(text => Append("events.jsonl", [.. text, (byte)'\n'])).Feed;

    private void Append(string file, ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            using var to = new FileStream(Path.Combine(folder, file), FileMode.Append);
            to.Write(bytes);
        }
    }

    /// <summary>RFC 6455, from the server's side: frames without a mask.</summary>
    private sealed class Frames(Action<byte[]> text)
    {
        private const int Text = 1, Continuation = 0, Final = 0x80;
        private readonly List<byte> _bytes = [];
        private readonly List<byte> _message = [];
        private bool? _isWebSocket;

        public void Feed(ReadOnlyMemory<byte> bytes)
        {
            if (_isWebSocket == false)
            {
                return;
            }
            _bytes.AddRange(bytes.Span);
            if (_isWebSocket is null && !Greeted())
            {
                return;
            }
            while (_isWebSocket == true && TakeFrame())
            {
            }
        }

        private bool Greeted()
        {
            var head = Encoding.Latin1.GetString([.. _bytes]);
            var end = head.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0)
            {
                return false;
            }
            _isWebSocket = head.StartsWith("HTTP/1.1 101", StringComparison.Ordinal);
            _bytes.RemoveRange(0, end + 4);
            return true;
        }

        private bool TakeFrame()
        {
            if (_bytes.Count < 2)
            {
                return false;
            }
            var (first, length, head) = (_bytes[0], _bytes[1] & 0x7f, 2);
            var more = length switch { 126 => 2, 127 => 8, _ => 0 };
            if (_bytes.Count < head + more)
            {
                return false;
            }
            byte[] size = [.. _bytes.GetRange(head, more)];
            length = more switch { 2 => BinaryPrimitives.ReadUInt16BigEndian(size), 8 => checked((int)BinaryPrimitives.ReadInt64BigEndian(size)),
                _ => length };
            head += more;
            if (_bytes.Count < head + length)
            {
                return false;
            }
            if ((first & 0x0f) is Text or Continuation)
            {
                _message.AddRange(_bytes.GetRange(head, length));
                if ((first & Final) != 0)
                {
                    text([.. _message]);
                    _message.Clear();
                }
            }
            _bytes.RemoveRange(0, head + length);
            return true;
        }
    }
}
