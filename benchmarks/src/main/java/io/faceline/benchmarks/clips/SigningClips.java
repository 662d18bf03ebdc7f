package io.faceline.benchmarks.clips;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.benchmarks.load.ServerProcess;
import io.faceline.vision.video.VideoDecoder;
import io.faceline.vision.video.VideoException;
import io.faceline.vision.video.VideoLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * Measures how people are named in the labelled clips of {@code films}, as videos and live. Each person is enrolled with the
 * third frame of their first clip. Prints Markdown.
 *
 * <p>Arguments: the folder of films; frames per second; how often each clip is shown live; the {@code faceline} to start.
 */
public final class SigningClips {
    private final ClipServer server;
    private final VideoDecoder decoder;
    private final double framesPerSecond;

    private SigningClips(ClipServer server, VideoDecoder decoder, double framesPerSecond) {
        this.server = server;
        this.decoder = decoder;
        this.framesPerSecond = framesPerSecond;
    }

    public static void main(String... arguments) throws IOException, VideoException, InterruptedException {
        var clips = LabelledClip.in(Path.of(arguments[0]));
        try (var server = ServerProcess.start(Path.of(arguments[3]), List.of());
                var decoder = new VideoDecoder(VideoLimits.DEFAULT)) {
            var measure = new SigningClips(ClipServer.open(server), decoder, Double.parseDouble(arguments[1]));
            measure.enroll(clips);
            measure.videos(clips);
            measure.live(clips, Integer.parseInt(arguments[2]));
        }
    }

    private void enroll(List<LabelledClip> clips) throws IOException, VideoException, InterruptedException {
        var enrolled = new HashSet<String>();
        for (var clip : clips) {
            if (enrolled.add(clip.person())) {
                // The third frame of the file, at its own rate.
                server.enroll(
                        clip.person(),
                        clip.frames(decoder, Double.MAX_VALUE).get(2).jpeg().toByteArray());
            }
        }
    }

    private void videos(List<LabelledClip> clips) throws IOException, InterruptedException {
        var all = new Counts();
        for (var clip : clips) {
            var counts = new Counts();
            server.watch(clip.file(), framesPerSecond).path("frames").forEach(frame -> frame.at("/outcome/value/faces")
                    .forEach(face -> counts.add(face, clip.person())));
            System.out.printf("| %s, video | %s |%n", clip.file().getFileName(), counts);
            all.add(counts);
        }
        System.out.printf("| all, video | %s |%n", all);
    }

    private void live(List<LabelledClip> clips, int times) throws VideoException, InterruptedException {
        var seconds = new ArrayList<Double>();
        var missed = 0;
        var wrong = 0;
        for (var clip : clips) {
            var frames = clip.frames(decoder, framesPerSecond);
            for (var time = 0; time < times; time++) {
                var named = LiveClip.show(server, clip.person(), frames, framesPerSecond);
                wrong += named.wrong();
                if (Double.isNaN(named.seconds())) {
                    missed++;
                } else {
                    seconds.add(named.seconds());
                }
            }
        }
        seconds.sort(null);
        System.out.printf(
                Locale.ROOT,
                "| live | %d sittings: named after %.2f s (median), %.2f s (95 %%), %.2f s (worst); never %d; wrong names %d |%n",
                clips.size() * times,
                quantile(seconds, 0.5),
                quantile(seconds, 0.95),
                quantile(seconds, 1),
                missed,
                wrong);
    }

    private static double quantile(List<Double> sorted, double share) {
        var index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, index));
    }

    /** Faces by the decision of their track. */
    private static final class Counts {
        private int faces;
        private int right;
        private int wrong;

        void add(JsonNode face, String person) {
            var track = face.path("track");
            var isNamed = track.path("decision").asText().equals("match");
            var isRight = track.at("/person/name").asText().equals(person);
            faces++;
            right += isNamed && isRight ? 1 : 0;
            wrong += isNamed && !isRight ? 1 : 0;
        }

        void add(Counts others) {
            faces += others.faces;
            right += others.right;
            wrong += others.wrong;
        }

        @Override
        public String toString() {
            return faces + " faces, " + right + " named rightly, " + wrong + " wrongly";
        }
    }
}
