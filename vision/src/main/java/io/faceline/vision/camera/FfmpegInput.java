package io.faceline.vision.camera;

import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import io.faceline.vision.camera.ffmpeg.Certificate;
import io.faceline.vision.camera.ffmpeg.Devices;
import io.faceline.vision.camera.ffmpeg.Watchdog;
import io.faceline.vision.video.Codecs;
import io.faceline.vision.video.VideoKind;
import io.faceline.vision.video.container.FileUrl;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

/** An open camera, file or device, from which packets are read. Not thread-safe. */
final class FfmpegInput implements AutoCloseable {
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    /** No HTTP: FFmpeg would obey a proxy, and follow redirects. */
    private static final String RTSP_PROTOCOLS = "rtsp,rtp,tcp,udp,tls,crypto";

    private final AVFormatContext container;
    private final AVStream stream;
    private final Watchdog watchdog;

    private FfmpegInput(AVFormatContext container, AVStream stream, Watchdog watchdog) {
        this.container = container;
        this.stream = stream;
        this.watchdog = watchdog;
    }

    static FfmpegInput open(FfmpegAddress address, Watchdog watchdog, Reasons reasons) throws CameraException {
        var container = avformat_alloc_context();
        container.interrupt_callback().callback(watchdog.callback());
        var options = new AVDictionary(null);
        var certificate = Certificate.of(address.certificate());
        try (certificate;
                var url = url(address)) {
            certificate.file().ifPresent(file -> setCertificate(options, file));
            setOptions(options, address.kind());
            var returned = avformat_open_input(container, url, format(address), options);
            if (returned < 0) {
                throw reasons.notOpened(returned, watchdog.hasFired());
            }
        } finally {
            av_dict_free(options);
        }
        return opened(address, container, watchdog, reasons);
    }

    private static FfmpegInput opened(
            FfmpegAddress address, AVFormatContext container, Watchdog watchdog, Reasons reasons)
            throws CameraException {
        try {
            if (watchdog.hasFired()) {
                throw reasons.notOpened(0, true);
            }
            if (address.kind() == FfmpegAddress.Kind.FILE) {
                // A camera would be waited for until its first picture is decoded.
                avformat_find_stream_info(container, (AVDictionary) null);
            }
            return new FfmpegInput(container, video(container), watchdog);
        } catch (CameraException e) {
            watchdog.allowGoodbye(GOODBYE);
            avformat_close_input(container);
            throw e;
        }
    }

    private static AVStream video(AVFormatContext container) throws CameraException {
        for (var i = 0; i < container.nb_streams(); i++) {
            if (container.streams(i).codecpar().codec_type() == AVMEDIA_TYPE_VIDEO) {
                return container.streams(i);
            }
        }
        throw Reasons.noPicture();
    }

    private static BytePointer url(FfmpegAddress address) {
        return switch (address.kind()) {
            case RTSP -> new BytePointer(address.secretUrl(), StandardCharsets.UTF_8);
            case FILE -> FileUrl.of(file(address));
            case DEVICE -> new BytePointer(address.url(), StandardCharsets.UTF_8);
        };
    }

    /** The file or the device. */
    static Path file(FfmpegAddress address) {
        return address.kind() == FfmpegAddress.Kind.FILE ? Path.of(URI.create(address.url())) : Path.of(address.url());
    }

    private static AVInputFormat format(FfmpegAddress address) throws CameraException {
        return switch (address.kind()) {
            case RTSP -> av_find_input_format("rtsp");
            case FILE -> av_find_input_format(kind(file(address)).format());
            case DEVICE -> device();
        };
    }

    private static AVInputFormat device() throws CameraException {
        var format = Devices.video();
        if (format == null || format.isNull()) {
            throw new CameraException(CameraFault.UNREACHABLE, "Devices can be read on Linux only");
        }
        return format;
    }

    private static VideoKind kind(Path file) throws CameraException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new IOException("not a file");
            }
            return VideoKind.of(file)
                    .orElseThrow(() -> new CameraException(
                            CameraFault.UNDECODABLE, "The file is no video. Name a video in " + VideoKind.NAMES));
        } catch (IOException e) {
            throw new CameraException(
                    CameraFault.UNREACHABLE, "The file cannot be read. Check that it is there and may be read");
        }
    }

    private static void setOptions(AVDictionary options, FfmpegAddress.Kind kind) {
        av_dict_set(options, "codec_whitelist", Codecs.ALLOWED, 0);
        switch (kind) {
            case RTSP -> {
                av_dict_set(options, "rtsp_transport", "tcp", 0);
                av_dict_set(options, "allowed_media_types", "video", 0);
                // Without a queue FFmpeg would not say that packets are missing.
                av_dict_set(options, "reorder_queue_size", "2", 0);
                av_dict_set(options, "protocol_whitelist", RTSP_PROTOCOLS, 0);
                av_dict_set(options, "format_whitelist", "rtsp", 0);
            }
            case FILE -> {
                av_dict_set(options, "protocol_whitelist", "file", 0);
                av_dict_set(options, "format_whitelist", VideoKind.ALLOWED_FORMATS, 0);
                av_dict_set(options, "enable_drefs", "0", 0);
            }
            case DEVICE -> av_dict_set(options, "format_whitelist", Devices.FORMATS, 0);
        }
    }

    private static void setCertificate(AVDictionary options, Path file) {
        av_dict_set(options, "tls_verify", "1", 0);
        av_dict_set(options, "cafile", file.toString(), 0);
    }

    AVStream stream() {
        return stream;
    }

    /** Reads a packet of any stream, which the caller unrefs; what FFmpeg returns. */
    int read(AVPacket packet) {
        return av_read_frame(container, packet);
    }

    /** Says goodbye to the camera. */
    @Override
    public void close() {
        watchdog.allowGoodbye(GOODBYE);
        avformat_close_input(container);
    }
}
