package io.faceline.cli.certificate;

import io.faceline.runtime.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The addresses by which other machines of the network can reach this one. */
public final class NetworkAddresses {
    private static final Pattern IPV4 = Pattern.compile("\\d+(\\.\\d+){3}");
    /** An address for documentation (RFC 5737); nothing is sent there. */
    private static final InetSocketAddress REMOTE = new InetSocketAddress("192.0.2.1", 9);

    private NetworkAddresses() {}

    /** The IPv4 addresses of this machine, the most likely to be reachable first. */
    public static List<String> ofThisMachine() {
        try {
            var outbound = outboundAddress();
            return NetworkInterface.networkInterfaces()
                    .filter(NetworkAddresses::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(NetworkAddresses::isReachable)
                    .sorted(Comparator.comparing((InetAddress address) -> !address.equals(outbound))
                            .thenComparing(address -> !address.isSiteLocalAddress()))
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (SocketException e) {
            throw new UncheckedIOException("the network's interfaces cannot be listed", e);
        }
    }

    /** Whether the host is an address rather than a name. */
    static boolean isAddress(String host) {
        return IPV4.matcher(host).matches() || host.indexOf(':') >= 0;
    }

    /** The canonical form of an address; names are returned unchanged. */
    static String canonical(String host) {
        try {
            return isAddress(host) ? InetAddress.getByName(host).getHostAddress() : host;
        } catch (UnknownHostException e) {
            throw new SettingsException(host + " is not a valid address", e);
        }
    }

    private static boolean isReachable(InetAddress address) {
        return address instanceof Inet4Address && !address.isLoopbackAddress() && !address.isLinkLocalAddress();
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException e) {
            // It has just been removed.
            return false;
        }
    }

    /** The address of the interface that the system routes outbound traffic through, rather than to local containers. */
    private static InetAddress outboundAddress() {
        try (var socket = new DatagramSocket()) {
            socket.connect(REMOTE);
            return socket.getLocalAddress();
        } catch (IOException e) {
            // Without a route, all addresses are equally likely.
            return InetAddress.getLoopbackAddress();
        }
    }
}
