package io.faceline.api.jobs.results;

import com.fasterxml.jackson.core.JsonGenerator;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.web.view.JobView;
import io.faceline.web.view.PersonNames;
import io.faceline.web.view.TrackedFaceView;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one JSON document: {@code {"job":…,"frames":[…],"isComplete":true}}. */
final class JsonResults implements ResultFile {
    private final JsonGenerator json;
    private final JobView job;
    private final PersonNames names;

    JsonResults(OutputStream out, JobView job, PersonNames names) throws IOException {
        this.json = Mappers.JSON.createGenerator(out);
        this.job = job;
        this.names = names;
    }

    @Override
    public void begin() throws IOException {
        json.writeStartObject();
        json.writePOJOField("job", job);
        json.writeArrayFieldStart("frames");
    }

    @Override
    public void add(TrackedFrame frame) throws IOException {
        json.writePOJO(TrackedFaceView.match(frame, names));
    }

    @Override
    public void end(boolean isComplete) throws IOException {
        json.writeEndArray();
        json.writeBooleanField("isComplete", isComplete);
        json.writeEndObject();
        json.flush();
    }
}
