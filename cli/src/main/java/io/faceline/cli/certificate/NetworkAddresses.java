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

/** By which addresses other machines of the network may reach this one. */
public final class NetworkAddresses {
    private static final Pattern IPV4 = Pattern.compile("\\d+(\\.\\d+){3}");
    /** Of documentation (RFC 5737); nothing is sent there. */
    private static final InetSocketAddress FAR_AWAY = new InetSocketAddress("192.0.2.1", 9);

    private NetworkAddresses() {}

    /** IPv4 alone, which every home network has; the likeliest to be reached comes first. */
    public static List<String> ofThisMachine() {
        try {
            var likeliest = ofTheWayOut();
            return NetworkInterface.networkInterfaces()
                    .filter(NetworkAddresses::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(NetworkAddresses::isReachable)
                    .sorted(Comparator.comparing((InetAddress address) -> !address.equals(likeliest))
                            .thenComparing(address -> !address.isSiteLocalAddress()))
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (SocketException e) {
            throw new UncheckedIOException("the network's interfaces cannot be listed", e);
        }
    }

    /** Whether it is an address and no name. */
    static boolean isAddress(String host) {
        return IPV4.matcher(host).matches() || host.indexOf(':') >= 0;
    }

    /** The one way in which Java writes an address; names as they are. */
    static String canonical(String host) {
        try {
            return isAddress(host) ? InetAddress.getByName(host).getHostAddress() : host;
        } catch (UnknownHostException e) {
            throw new SettingsException(host + " is no address", e);
        }
    }

    private static boolean isReachable(InetAddress address) {
        return address instanceof Inet4Address && !address.isLoopbackAddress() && !address.isLinkLocalAddress();
    }

    private static boolean isUp(NetworkInterface some) {
        try {
            return some.isUp();
        } catch (SocketException e) {
            // It went away just now.
            return false;
        }
    }

    /** Which of many interfaces leads out, and not to containers of this machine, is known to the system's routes. */
    private static InetAddress ofTheWayOut() {
        try (var socket = new DatagramSocket()) {
            socket.connect(FAR_AWAY);
            return socket.getLocalAddress();
        } catch (IOException e) {
            // No way out, so all are as likely.
            return InetAddress.getLoopbackAddress();
        }
    }
}
