using System.Net;
using System.Net.Sockets;

namespace Assistant.Core.Ingestion.Web;

/// <summary>Tells addresses of the public internet from those of this machine, its network and its cloud.</summary>
/// <remarks>Source: the IANA registries of special-purpose addresses, RFC 6890 and its updates.</remarks>
internal static class PublicAddress
{
    private const int MappedPrefixBytes = 12;

    private static readonly IPNetwork[] SpecialV4 = Networks(
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 " +
        "192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4");

    /// <summary>Of the addresses in use; all others are special anyway.</summary>
    private static readonly IPNetwork[] SpecialV6 = Networks("2001::/23 2001:db8::/32 2002::/16 3fff::/20");

    private static readonly IPNetwork InUseV6 = IPNetwork.Parse("2000::/3");

    /// <summary>IPv4 addresses as networks without IPv4 write them.</summary>
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether the address is one of the public internet, however it is written.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return IsPublic(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetwork) return !Array.Exists(SpecialV4, network => network.Contains(address));
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return false;
        return Translated.Contains(address)
            ? IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(MappedPrefixBytes)))
            : InUseV6.Contains(address) && !Array.Exists(SpecialV6, network => network.Contains(address));
    }

    private static IPNetwork[] Networks(string list) => Array.ConvertAll(list.Split(' '), IPNetwork.Parse);
}
