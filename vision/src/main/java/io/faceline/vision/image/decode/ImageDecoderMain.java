package io.faceline.vision.image.decode;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.NativeOpenCv;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The image decoder process: an image that crashes, blocks or fills it is the only one that fails. Reads
 * {@link DecoderRequest}s from standard input and writes {@link DecoderReply}s to standard output until the input ends.
 */
final class ImageDecoderMain {
    private static final int BUFFER_BYTES = 1 << 16;

    private final DataOutputStream out;
    private final LocalDecoder decoder = new LocalDecoder();

    private ImageDecoderMain(DataOutputStream out) {
        this.out = out;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        var stdout = new FileOutputStream(FileDescriptor.out);
        // Nothing else may write to standard output.
        System.setOut(System.err);
        NativeOpenCv.load();
        JpegContext.open().close();
        var main = new ImageDecoderMain(new DataOutputStream(new BufferedOutputStream(stdout, BUFFER_BYTES)));
        var requests = new ArrayBlockingQueue<DecoderRequest>(1);
        startReading(requests);
        DecoderReply.writeReady(main.out);
        while (true) {
            main.answer(requests.take());
        }
    }

    /** Reads requests in a separate thread, so that this process exits with its parent even while it decodes. */
    private static void startReading(BlockingQueue<DecoderRequest> requests) {
        var reading = new Thread(() -> read(requests), "read-requests");
        reading.setDaemon(true);
        reading.start();
    }

    private static void read(BlockingQueue<DecoderRequest> requests) {
        try {
            var in = new DataInputStream(new BufferedInputStream(System.in, BUFFER_BYTES));
            while (true) {
                requests.put(DecoderRequest.read(in));
            }
        } catch (IOException | InterruptedException e) {
            // The parent process closed the stream or exited.
            Runtime.getRuntime().halt(0);
        }
    }

    private void answer(DecoderRequest request) throws IOException {
        try {
            var image = new ImageValidator(request.limits()).admit(request.file());
            if (request.forPixels()) {
                try (var picture = decoder.decode(image)) {
                    DecoderReply.write(picture, out);
                }
            } else {
                DecoderReply.write(PhotoEncoder.encode(image, decoder), out);
            }
        } catch (ImageException e) {
            DecoderReply.write(e, out);
        } catch (OutOfMemoryError e) {
            // Of native memory: without heap the process ends.
            DecoderReply.write(tooLarge(e), out);
        }
    }

    private static ImageException tooLarge(Throwable cause) {
        return new ImageException(
                FailureCode.TOO_COSTLY,
                "Decoding the image takes more memory than any image of its size. Open it and save it again.",
                cause);
    }
}
