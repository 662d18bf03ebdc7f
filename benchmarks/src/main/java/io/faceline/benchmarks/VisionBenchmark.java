package io.faceline.benchmarks;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.frame.Lane;
import io.faceline.vision.Vision;
import io.faceline.vision.VisionSettings;
import io.faceline.vision.embed.FaceVector;
import io.faceline.vision.image.CropJpeg;
import io.faceline.vision.image.FaceAligner;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.Picture;
import io.faceline.vision.image.decode.ImageDecoder;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.vision.model.InferencePermits;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The steps of vision, on one thread, in milliseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class VisionBenchmark {
    private static final int BATCH = 8;

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
    private Vision vision;
    private Blob frame360;
    private Blob frame720;
    private Blob photo12;
    private Picture picture;
    private DetectedFace face;
    private List<AlignedCrop> eight;

    @Setup
    public void open() throws Exception {
        vision = Vision.open(VisionSettings.defaults(InferencePermits.onePerCore(), Lane.BULK));
        frame360 = closeUp();
        frame720 = Frames.jpeg(Frames.enlarged(frame360, 1280, 720));
        photo12 = Blob.wrap(Files.readAllBytes(TestMedia.file("photos/detection/004_A.jpg")));
        picture = decoder.decode(frame360);
        face = vision.analyzer().find(picture).faces().get(0);
        eight = Collections.nCopies(BATCH, face.crop());
    }

    /** A frame of the video with one face. */
    private static Blob closeUp() throws Exception {
        return TestMedia.hamilton().get(150);
    }

    @TearDown
    public void close() {
        picture.close();
        vision.close();
    }

    @Benchmark
    public void decodeJpeg640x360() throws ImageException {
        decoder.decode(frame360).close();
    }

    @Benchmark
    public void decodeJpeg1280x720() throws ImageException {
        decoder.decode(frame720).close();
    }

    @Benchmark
    public void decodeJpeg12Megapixels() throws ImageException {
        decoder.decode(photo12).close();
    }

    @Benchmark
    public Faces<DetectedFace> detect640x360() {
        return vision.analyzer().find(picture);
    }

    @Benchmark
    public Faces<DetectedFace> detect12Megapixels() throws ImageException {
        return vision.analyzer().find(photo12);
    }

    @Benchmark
    public AlignedCrop align() {
        return FaceAligner.align(picture, face.face().landmarks());
    }

    @Benchmark
    public List<FaceVector> embedOne() {
        return vision.embedder().embed(List.of(face.crop()));
    }

    @Benchmark
    public List<FaceVector> embedEight() {
        return vision.embedder().embed(eight);
    }

    @Benchmark
    public Blob encodeCrop() {
        return CropJpeg.encode(face.crop());
    }

    static {
        requireMedia();
    }

    private static void requireMedia() {
        if (!Files.exists(TestMedia.file("video/hamilton.mp4"))) {
            throw new IllegalStateException("the test data are missing: set -Dfaceline.shared=DIR", new IOException());
        }
    }
}
