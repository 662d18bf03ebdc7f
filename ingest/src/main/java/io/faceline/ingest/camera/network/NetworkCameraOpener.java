package io.faceline.ingest.camera.network;

import io.faceline.contracts.camera.Camera;
import io.faceline.ingest.camera.open.CameraOpener;
import io.faceline.ingest.camera.open.Login;
import io.faceline.ingest.camera.open.address.CameraAddressSettings;
import io.faceline.ingest.camera.open.address.LocalSources;
import io.faceline.ingest.camera.open.certificate.CameraTls;
import io.faceline.ingest.camera.open.certificate.ShownCertificate;
import io.faceline.ingest.camera.open.http.HttpCamera;
import io.faceline.ingest.camera.open.http.HttpTarget;
import io.faceline.runtime.network.AddressRules;
import io.faceline.runtime.network.HostException;
import io.faceline.runtime.network.HostResolver;
import io.faceline.vision.camera.CameraDecoder;
import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraFault;
import io.faceline.vision.camera.CameraStream;
import io.faceline.vision.camera.FfmpegAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Opens cameras whose addresses are allowed, and by the number that was checked. Thread-safe. */
public final class NetworkCameraOpener implements CameraOpener {
    private static final int RTSP = 554;
    private static final int RTSPS = 322;

    private final HostResolver hosts;
    private final LocalSources local;

    public NetworkCameraOpener(CameraAddressSettings settings) {
        this.hosts = new HostResolver(
                new AddressRules(settings.allowsLocal()), "cameras", CameraAddressSettings.LOCAL_ADDRESSES);
        this.local = new LocalSources(settings.files());
    }

    @Override
    public CameraStream open(Camera camera, Optional<Login> login) throws CameraException, InterruptedException {
        var pictures = CameraPictures.of(camera);
        var uri = camera.read().uri();
        return switch (camera.read().kind()) {
            case RTSP -> CameraDecoder.open(rtsp(camera, login), pictures);
            case FILE -> CameraDecoder.open(FfmpegAddress.file(local.film(uri)), pictures);
            case DEVICE -> CameraDecoder.open(FfmpegAddress.device(local.device(uri)), pictures);
            case HTTP -> {
                var target = http(camera);
                yield HttpCamera.open(target, login, CameraDecoder.ofJpegs(pictures), camera.framesPerSecond());
            }
        };
    }

    private FfmpegAddress rtsp(Camera camera, Optional<Login> login) throws CameraException, InterruptedException {
        var uri = camera.read().uri();
        var host = resolved(uri);
        if (camera.read().isTls()) {
            accepted(camera, uri, host, port(uri, RTSPS));
        }
        var signIn = login.map(known -> new FfmpegAddress.Login(known.user(), known.password()));
        var certificate = Optional.ofNullable(camera.certificate());
        return FfmpegAddress.rtsp(numeric(uri, host), signIn, certificate);
    }

    private HttpTarget http(Camera camera) throws CameraException, InterruptedException {
        var uri = camera.read().uri();
        var host = resolved(uri);
        var target = new HttpTarget(uri, host, Optional.empty());
        return target.isTls()
                ? new HttpTarget(uri, host, Optional.of(accepted(camera, uri, host, target.port())))
                : target;
    }

    /** Before anything is sent: the password may not go to whoever took the camera's place. */
    private static ShownCertificate accepted(Camera camera, URI uri, InetAddress host, int port)
            throws CameraException {
        var shown = CameraTls.look(new InetSocketAddress(host, port), host(uri));
        CameraTls.requireAccepted(shown, Optional.ofNullable(camera.certificate()));
        return shown;
    }

    /** The certificate that a camera shows now; empty without TLS. */
    public Optional<ShownCertificate> certificate(Camera camera) throws CameraException, InterruptedException {
        if (!camera.read().isTls()) {
            return Optional.empty();
        }
        var uri = camera.read().uri();
        var host = resolved(uri);
        var port = "https".equalsIgnoreCase(uri.getScheme())
                ? new HttpTarget(uri, host, Optional.empty()).port()
                : port(uri, RTSPS);
        return Optional.of(CameraTls.look(new InetSocketAddress(host, port), host(uri)));
    }

    private InetAddress resolved(URI uri) throws CameraException, InterruptedException {
        try {
            return hosts.resolve(host(uri));
        } catch (HostException e) {
            throw new CameraException(CameraFault.UNREACHABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Without the brackets of a number of IPv6. */
    private static String host(URI uri) {
        return uri.getHost().replaceAll("^\\[|]$", "");
    }

    private static int port(URI uri, int standard) {
        return uri.getPort() > 0 ? uri.getPort() : standard;
    }

    /** The address with the host's number instead of its name. */
    static String numeric(URI uri, InetAddress host) {
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var port = port(uri, "rtsps".equals(scheme) ? RTSPS : RTSP);
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return scheme + "://" + number(host) + ":" + port + path + query;
    }

    private static String number(InetAddress host) {
        return host instanceof Inet6Address
                ? "[" + host.getHostAddress().replaceAll("%.*", "") + "]"
                : host.getHostAddress();
    }
}
