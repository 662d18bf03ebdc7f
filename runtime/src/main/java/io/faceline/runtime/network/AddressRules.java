package io.faceline.runtime.network;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * Which addresses may be connected to. Private networks are where cameras and receivers are; this machine itself, the link and the
 * metadata services of clouds are where secrets are. Immutable.
 */
public final class AddressRules {
    /** Of clouds, outside of the link-local networks: Amazon and Google by IPv6, Alibaba, Azure, Oracle. */
    private static final Set<String> METADATA = Set.of(
            "fd00:ec2:0:0:0:0:0:254", "fd20:ce:0:0:0:0:0:254", "100.100.100.200", "168.63.129.16", "192.0.0.192");

    private static final int NAT64_PREFIX = 0x0064;
    private static final int NAT64_SECOND = 0xff9b;
    private static final int SIX_TO_FOUR = 0x2002;
    private static final int TEREDO = 0x2001;

    private final boolean allowsLocal;

    public AddressRules(boolean allowsLocal) {
        this.allowsLocal = allowsLocal;
    }

    /** Whether it may be connected to. */
    public boolean allow(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isMulticastAddress() || isBroadcast(address)) {
            return false;
        }
        return allowsLocal || !isLocal(embedded(address));
    }

    private static boolean isLocal(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || isThisNetwork(address)
                || METADATA.contains(withoutZone(address));
    }

    /** A zone behind a number of IPv6, as in {@code fd00::1%2}, leads to the same host. */
    private static String withoutZone(InetAddress address) {
        var number = address.getHostAddress();
        var zone = number.indexOf('%');
        return zone < 0 ? number : number.substring(0, zone);
    }

    /** 0.0.0.0/8 reaches this machine on Linux. */
    private static boolean isThisNetwork(InetAddress address) {
        return address instanceof Inet4Address && address.getAddress()[0] == 0;
    }

    private static boolean isBroadcast(InetAddress address) {
        return "255.255.255.255".equals(address.getHostAddress());
    }

    /** An IPv4 address that is written within one of IPv6 reaches the same host through a translator. */
    private static InetAddress embedded(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        var bytes = address.getAddress();
        if (word(bytes, 0) == NAT64_PREFIX && word(bytes, 2) == NAT64_SECOND) {
            return ofBytes(bytes, 12);
        }
        if (word(bytes, 0) == SIX_TO_FOUR) {
            return ofBytes(bytes, 2);
        }
        if (word(bytes, 0) == TEREDO && word(bytes, 2) == 0) {
            return ofBytes(inverted(bytes), 12);
        }
        return isCompatible(bytes) ? ofBytes(bytes, 12) : address;
    }

    /** Teredo hides a client's address from translators by turning its bits around (RFC 4380). */
    private static byte[] inverted(byte[] bytes) {
        var inverted = new byte[bytes.length];
        for (var i = 0; i < bytes.length; i++) {
            inverted[i] = (byte) ~bytes[i];
        }
        return inverted;
    }

    /** Twelve zeros, and neither {@code ::} nor {@code ::1}. */
    private static boolean isCompatible(byte[] bytes) {
        for (var i = 0; i < 12; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return word(bytes, 12) != 0;
    }

    private static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }

    private static InetAddress ofBytes(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(
                    new byte[] {bytes[from], bytes[from + 1], bytes[from + 2], bytes[from + 3]});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
