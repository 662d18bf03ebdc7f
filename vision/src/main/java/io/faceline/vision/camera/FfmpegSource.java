package io.faceline.vision.camera;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.faceline.vision.camera.ffmpeg.CameraCodec;
import io.faceline.vision.camera.ffmpeg.FfmpegLog;
import io.faceline.vision.camera.ffmpeg.Watchdog;
import io.faceline.vision.camera.rule.Backlog;
import io.faceline.vision.camera.rule.MissedPackets;
import io.faceline.vision.camera.rule.StampGaps;
import io.faceline.vision.video.VideoException;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Reads a camera, a file or a device by FFmpeg until it ends. Confined to one thread. */
final class FfmpegSource implements AutoCloseable {
    private static final long A_MOMENT = 5_000_000;

    /** For a read, also after this process was stopped for a while. */
    private static final long AT_LEAST = 500_000_000;

    private final FfmpegAddress address;
    private final PictureSettings settings;
    private final Patience patience;
    private final Watchdog watchdog;
    private final FfmpegLog log;
    private final VideoPictures pictures;
    private final Counters counters;
    private final AVPacket packet = av_packet_alloc();
    private final Backlog backlog = new Backlog();
    private final StampGaps gaps = new StampGaps();
    private final MissedPackets missed = new MissedPackets();
    private final boolean isNetwork;
    private boolean isWithoutPictures;
    private long number;

    FfmpegSource(Order.OpenFfmpeg order, Watchdog watchdog, PictureFlow flow, Counters counters) {
        this.address = order.address();
        this.settings = order.settings();
        this.patience = order.patience();
        this.watchdog = watchdog;
        this.log = new FfmpegLog(watchdog);
        this.pictures = new VideoPictures(order.patience(), flow, counters);
        this.counters = counters;
        this.isNetwork = address.kind() == FfmpegAddress.Kind.RTSP;
    }

    /** Returns if it is stopped. */
    void run() throws CameraException, VideoException, InterruptedException {
        log.install();
        while (!watchdog.isStopped()) {
            watchdog.allow(System.nanoTime() + patience.answer().toNanos());
            try (var input = FfmpegInput.open(address, watchdog, new Reasons(address, log));
                    var codec = CameraCodec.open(input.stream().codecpar()).orElseThrow(Reasons::unknownCodec)) {
                log.readLess();
                pictures.begin(codec.name());
                counters.waitsForKeyFrame();
                readAll(input, codec);
                // Only files end without an exception: they begin again.
                codec.decode(null, picture -> pictures.picture(picture, System.nanoTime()));
                pictures.endOfFile();
            }
        }
    }

    private void readAll(FfmpegInput input, CameraCodec codec)
            throws CameraException, VideoException, InterruptedException {
        var pace = new FilePace(watchdog, input.stream());
        while (true) {
            var before = System.nanoTime();
            watchdog.allow(Math.max(pictures.deadline(), before + AT_LEAST));
            var returned = input.read(packet);
            try {
                var now = System.nanoTime();
                if (watchdog.isStopped()) {
                    return;
                }
                if (watchdog.hasFired() || pictures.isLate(now)) {
                    throw pictures.late(now);
                }
                if (isEnd(returned)) {
                    return;
                }
                if (returned >= 0 && packet.stream_index() == input.stream().index()) {
                    if (address.kind() == FfmpegAddress.Kind.FILE) {
                        pace.await(packet);
                    }
                    take(codec, now - before);
                }
            } finally {
                av_packet_unref(packet);
            }
        }
    }

    private boolean isEnd(int returned) throws CameraException, InterruptedException {
        if (returned >= 0) {
            return false;
        }
        if (returned == AVERROR_EAGAIN()) {
            watchdog.pauseUntil(System.nanoTime() + A_MOMENT);
            return false;
        }
        if (returned == AVERROR_EOF && address.kind() == FfmpegAddress.Kind.FILE) {
            return true;
        }
        throw Reasons.ended(returned);
    }

    private void take(CameraCodec codec, long waited) throws CameraException, VideoException {
        var now = System.nanoTime();
        var isKeyFrame = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
        counters.received(now);
        pictures.arrived(now);
        number++;
        if (isNetwork && gaps.isGapBefore(packet.pts())) {
            pictures.wrong(number, now);
        }
        if (missed.isMissing(log.missed())) {
            pictures.incomplete(number, now);
        }
        if ((settings.keyFramesOnly() && !isKeyFrame) || isLeftOut(codec, waited, now, isKeyFrame)) {
            return;
        }
        // The decoder hands it on to the picture, whatever the camera's clock says.
        packet.pts(number).dts(number);
        counters.decoding(now);
        var isDecoded = codec.decode(packet, picture -> pictures.picture(picture, now));
        counters.decoded();
        if (!isDecoded) {
            pictures.undecodable(number, now, log.isTooLarge());
        }
    }

    private boolean isLeftOut(CameraCodec codec, long waited, long now, boolean isKeyFrame) {
        if (!isNetwork) {
            return false;
        }
        var mode = backlog.read(waited, now);
        codec.skipNonReference(mode == Backlog.Mode.REFERENCES);
        isWithoutPictures = !isKeyFrame && (isWithoutPictures || mode == Backlog.Mode.KEY_FRAMES);
        if (isWithoutPictures) {
            counters.behind();
        }
        return isWithoutPictures;
    }

    @Override
    public void close() {
        av_packet_free(packet);
    }
}
