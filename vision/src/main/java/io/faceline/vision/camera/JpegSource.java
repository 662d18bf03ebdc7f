package io.faceline.vision.camera;

import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import io.faceline.contracts.Blob;
import io.faceline.vision.camera.ffmpeg.CameraCodec;
import io.faceline.vision.camera.rule.ArrivalClock;
import io.faceline.vision.video.VideoException;
import java.time.Instant;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Takes the JPEGs that somebody else receives from a camera. Confined to one thread. */
final class JpegSource implements AutoCloseable {
    private static final int MIN_IN_A_ROW = 3;

    private final Patience patience;
    private final PictureFlow flow;
    private final Counters counters;
    private final CameraCodec codec = CameraCodec.ofJpegs();
    private final AVPacket packet = av_packet_alloc();
    private final ArrivalClock clock = new ArrivalClock();
    private Blob last = Blob.wrap(new byte[0]);
    private long lastWhole = System.nanoTime();
    private int damagedInARow;
    private boolean hasPicture;

    JpegSource(Patience patience, PictureFlow flow, Counters counters) {
        this.patience = patience;
        this.flow = flow;
        this.counters = counters;
    }

    void take(Order.Jpeg jpeg) throws CameraException, VideoException {
        var now = System.nanoTime();
        counters.received(now);
        if (jpeg.bytes().equals(last)) {
            counters.repeated();
            whole(now);
            return;
        }
        last = jpeg.bytes();
        if (!isComplete(jpeg.bytes())) {
            damaged(now);
        } else if (!flow.isDue(now)) {
            whole(now);
        } else if (!decode(jpeg, now)) {
            damaged(now);
        }
    }

    /** From its first marker to its last, within the limit. */
    private static boolean isComplete(Blob jpeg) {
        var bytes = jpeg.asReadOnlyBuffer();
        var size = jpeg.size();
        return size > 4
                && size <= Order.MAX_JPEG_BYTES
                && bytes.getShort(0) == (short) 0xFFD8
                && bytes.getShort(size - 2) == (short) 0xFFD9;
    }

    private boolean decode(Order.Jpeg jpeg, long now) throws VideoException {
        if (av_new_packet(packet, jpeg.bytes().size()) < 0) {
            return false;
        }
        try {
            packet.data().put(jpeg.bytes().unsafeArray());
            var pictures = new Pictures(jpeg.bytes(), jpeg.arrivedAt(), now);
            counters.decoding(now);
            return codec.decode(packet, pictures) && pictures.count > 0;
        } finally {
            counters.decoded();
            av_packet_unref(packet);
        }
    }

    /** The pictures of one JPEG, of which there is one. */
    private final class Pictures implements CameraCodec.Sink<VideoException> {
        private final Blob bytes;
        private final Instant arrivedAt;
        private final long now;
        private int count;

        Pictures(Blob bytes, Instant arrivedAt, long now) {
            this.bytes = bytes;
            this.arrivedAt = arrivedAt;
            this.now = now;
        }

        @Override
        public void picture(AVFrame picture) throws VideoException {
            if (CameraCodec.isFlagged(picture)) {
                return;
            }
            count++;
            whole(now);
            flow.keyFrame();
            counters.whole(codec.name(), picture.width(), picture.height(), now);
            flow.picture(picture, now, clock.at(arrivedAt), Optional.of(bytes));
        }
    }

    private void whole(long now) {
        damagedInARow = 0;
        hasPicture = true;
        lastWhole = now;
        counters.whole(now);
    }

    private void damaged(long now) throws CameraException {
        counters.damaged();
        counters.damageBegins(now);
        damagedInARow++;
        if (damagedInARow >= MIN_IN_A_ROW
                && now - lastWhole > patience.picture().toNanos()) {
            throw hasPicture ? Reasons.frozen((now - lastWhole) / 1_000_000_000) : Reasons.noDecodablePicture();
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        codec.close();
    }
}
