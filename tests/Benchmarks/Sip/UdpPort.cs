using System.Net;
using System.Net.Sockets;

namespace Hotline.Benchmarks.Sip;

/// <summary>Takes a packet with the moment of its coming. The packet is the caller's only until the method returns.</summary>
internal delegate void PacketTaken(ReadOnlySpan<byte> packet, int fromPort, long at);

/// <summary>One UDP socket with a thread that waits on it.</summary>
internal sealed class UdpPort : IDisposable
{
    private const int SocketLevel = 1, ReceiveBufferForce = 33, SendBufferForce = 32, BufferBytes = 8 << 20;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly PacketTaken _taken;
    private volatile bool _closed;

    public UdpPort(string address, string name, PacketTaken taken)
    {
        _taken = taken;
        Enlarge(ReceiveBufferForce, SocketOptionName.ReceiveBuffer);
        Enlarge(SendBufferForce, SocketOptionName.SendBuffer);
        _socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
        Address = address;
        Port = ((IPEndPoint)_socket.LocalEndPoint!).Port;
        new Thread(Receive) { IsBackground = true, Name = name, Priority = ThreadPriority.Highest }.Start();
    }

    public string Address { get; }
    public int Port { get; }

    public static SocketAddress To(string address, int port) => new IPEndPoint(IPAddress.Parse(address), port).Serialize();

    public void Send(ReadOnlySpan<byte> packet, SocketAddress to)
    {
        try
        {
            _socket.SendTo(packet, SocketFlags.None, to);
        }
        catch (SocketException) when (_closed)
        {
            // The run is over.
        }
        catch (ObjectDisposedException)
        {
            // The same.
        }
    }

    public void Dispose()
    {
        _closed = true;
        _socket.Dispose();
    }

    private void Enlarge(int force, SocketOptionName plain)
    {
        try
        {
            _socket.SetRawSocketOption(SocketLevel, force, BitConverter.GetBytes(BufferBytes)); // root may go above the system's limit
        }
        catch (SocketException)
        {
            _socket.SetSocketOption(SocketOptionLevel.Socket, plain, BufferBytes);
        }
    }

    private void Receive()
    {
        var buffer = new byte[65536];
        var from = new SocketAddress(AddressFamily.InterNetwork);
        while (!_closed)
        {
            int count;
            try
            {
                count = _socket.ReceiveFrom(buffer, SocketFlags.None, from);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                continue;
            }
            var at = Now.Ticks;
            _taken(buffer.AsSpan(0, count), (from[2] << 8) | from[3], at);
        }
    }
}
