package io.faceline.systemtests.http;

import io.faceline.runtime.http.TestClient;
import java.util.regex.Pattern;

/** The account of frames as {@code /metrics} tells it. */
record MeteredFrames(double in, double withFaces, double dropped, double failed, double inFlight, double timedAnswers) {
    static MeteredFrames of(TestClient client) {
        var text = client.get("/metrics").text();
        return new MeteredFrames(
                sum(text, "faceline_frames_in_total\\{.*\\}"),
                sum(text, "faceline_frames_out_total\\{outcome=\"faces\".*\\}"),
                sum(text, "faceline_frames_out_total\\{outcome=\"dropped\".*\\}"),
                sum(text, "faceline_frames_out_total\\{outcome=\"failed\".*\\}"),
                sum(text, "faceline_frames_in_flight"),
                sum(text, "faceline_frame_seconds_count\\{.*\\}"));
    }

    /** Of all lines that begin like this; there must be one. */
    private static double sum(String text, String beginning) {
        var values = Pattern.compile("^" + beginning + " (\\S+)$", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .mapToDouble(line -> Double.parseDouble(line.group(1)))
                .toArray();
        if (values.length == 0) {
            throw new AssertionError("no measurement is called " + beginning);
        }
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum;
    }
}
