package io.faceline.systemtests.alerts;

import io.faceline.systemtests.cameras.CameraFilms;
import io.faceline.vision.video.TestVideos;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A film of 10 frames a second in which people of the clips come and go, with an empty black room between. Immutable. */
record StagedFilm(List<Scene> scenes) {
    private static final String NOBODY = "";

    /** @param word of the clip, which is repeated; empty: nobody is there */
    private record Scene(String word, double seconds) {
        List<String> input() {
            return word.isEmpty()
                    ? List.of("-f", "lavfi", "-t", "" + seconds, "-i", "color=black:s=640x480:r=10")
                    : List.of(
                            "-stream_loop",
                            "-1",
                            "-t",
                            "" + seconds,
                            "-i",
                            CameraFilms.signing(word).toString());
        }
    }

    static StagedFilm empty() {
        return new StagedFilm(List.of());
    }

    /** Somebody comes, and stays for so long. */
    StagedFilm with(String word, double seconds) {
        return and(new Scene(word, seconds));
    }

    /** Nobody is there for so long. */
    StagedFilm pause(double seconds) {
        return and(new Scene(NOBODY, seconds));
    }

    private StagedFilm and(Scene scene) {
        var more = new ArrayList<>(scenes);
        more.add(scene);
        return new StagedFilm(List.copyOf(more));
    }

    Path make(Path target) {
        var inputs = new ArrayList<String>();
        var joined = new StringBuilder();
        var all = new StringBuilder();
        for (var i = 0; i < scenes.size(); i++) {
            inputs.addAll(scenes.get(i).input());
            joined.append("[%d]fps=10,scale=640:480,setsar=1,format=yuv420p[s%d];".formatted(i, i));
            all.append("[s%d]".formatted(i));
        }
        joined.append(all).append("concat=n=%d".formatted(scenes.size()));
        return TestVideos.make(
                target, inputs, "-filter_complex", joined.toString(), "-c:v", "mpeg4", "-q:v", "3", "-g", "10");
    }
}
