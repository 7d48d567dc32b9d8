using System.Net;
using Hotline.Testkit.Sound;

namespace Hotline.Testkit.Sip;

/// <summary>The sub-centre (12366): the far end of its trunk.</summary>
public sealed class SubCentre(IPEndPoint at, IPAddress asterisk, Tone tone) : PhoneLine("sub-centre", at, asterisk, tone);
