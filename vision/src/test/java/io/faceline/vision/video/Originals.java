package io.faceline.vision.video;

import io.faceline.vision.image.NativeOpenCv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Small undamaged photos and videos of every supported format. */
record Originals(List<HostileCorpus.Media> photos, List<HostileCorpus.Media> videos) {
    private static final int FRAMES_PER_SECOND = 10;

    static Originals make(Path folder) throws IOException {
        return new Originals(makePhotos(), makeVideos(folder));
    }

    /** All photos and videos. */
    HostileCorpus.Media any(Random random) {
        var some = random.nextBoolean() ? photos : videos;
        return some.get(random.nextInt(some.size()));
    }

    HostileCorpus.Media video(String kind) {
        return videos.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    HostileCorpus.Media photo(String kind) {
        return photos.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<HostileCorpus.Media> makePhotos() {
        NativeOpenCv.load();
        var noise = new Mat(90, 120, CvType.CV_8UC3);
        Core.setRNGSeed(1);
        Core.randu(noise, 0, 255);
        Imgproc.GaussianBlur(noise, noise, new Size(5, 5), 0);
        return List.of(
                photo("jpg", noise),
                new HostileCorpus.Media(
                        "progressive jpg", "jpg", encode(".jpg", noise, Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1)),
                photo("png", noise),
                photo("webp", noise),
                new HostileCorpus.Media(
                        "lossless webp", "webp", encode(".webp", noise, Imgcodecs.IMWRITE_WEBP_QUALITY, 101)),
                photo("bmp", noise),
                photo("tiff", noise));
    }

    private static HostileCorpus.Media photo(String extension, Mat pixels) {
        return new HostileCorpus.Media(extension, extension, encode("." + extension, pixels));
    }

    private static byte[] encode(String extension, Mat pixels, int... parameters) {
        var bytes = new MatOfByte();
        Imgcodecs.imencode(extension, pixels, bytes, new MatOfInt(parameters));
        return bytes.toArray();
    }

    private static List<HostileCorpus.Media> makeVideos(Path folder) throws IOException {
        var videos = new ArrayList<HostileCorpus.Media>();
        videos.add(video(folder, "h264.mp4", "-c:v", "libopenh264", "-g", "5"));
        videos.add(video(folder, "fast.mp4", "-c:v", "libopenh264", "-movflags", "faststart"));
        videos.add(video(folder, "fragments.mp4", "-c:v", "mpeg4", "-movflags", "frag_keyframe+empty_moov", "-g", "4"));
        videos.add(video(folder, "mpeg4.mov", "-c:v", "mpeg4"));
        videos.add(video(folder, "mjpeg.mov", "-c:v", "mjpeg", "-q:v", "10"));
        videos.add(video(folder, "h264.mkv", "-c:v", "libopenh264"));
        videos.add(video(folder, "vp8.webm", "-c:v", "libvpx", "-b:v", "100k"));
        videos.add(video(folder, "vp9.webm", "-c:v", "libvpx-vp9", "-b:v", "100k"));
        videos.add(video(folder, "mpeg4.avi", "-c:v", "mpeg4", "-c:a", "mp2"));
        videos.add(video(folder, "mjpeg.avi", "-c:v", "mjpeg", "-q:v", "10"));
        videos.add(video(folder, "h264.ts", "-c:v", "libopenh264", "-g", "5"));
        videos.add(video(folder, "mpeg2.m2ts", "-c:v", "mpeg2video", "-flags", "+ilme+ildct"));
        videos.add(video(folder, "mpeg2.mpg", "-c:v", "mpeg2video"));
        videos.add(video(folder, "spark.flv", "-c:v", "flv"));
        videos.add(video(folder, "wmv2.wmv", "-c:v", "wmv2"));
        videos.add(video(folder, "wmv1.wmv", "-c:v", "wmv1"));
        videos.add(video(folder, "vp8.ogv", "-c:v", "libvpx", "-b:v", "100k"));
        return videos;
    }

    private static HostileCorpus.Media video(Path folder, String name, String... encoding) throws IOException {
        var inputs = new ArrayList<>(TestVideos.pattern(FRAMES_PER_SECOND, 1));
        inputs.addAll(TestVideos.sound(1));
        var options = new ArrayList<>(List.of("-vf", "scale=96:64"));
        options.addAll(List.of(encoding));
        if (!name.endsWith("avi") || !options.contains("-c:a")) {
            options.add("-an");
        }
        var file = TestVideos.make(folder.resolve(name), inputs, options.toArray(String[]::new));
        return new HostileCorpus.Media(name, name.substring(name.indexOf('.') + 1), Files.readAllBytes(file));
    }
}
