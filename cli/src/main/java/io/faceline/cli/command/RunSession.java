package io.faceline.cli.command;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.SessionId;
import io.faceline.standalone.pipeline.Pipeline;
import java.util.UUID;

/** The session of one run of a command, erased at the end. Its secret is discarded. */
public final class RunSession {
    private final Pipeline pipeline;
    private final SessionId id;

    private RunSession(Pipeline pipeline, SessionId id) {
        this.pipeline = pipeline;
        this.id = id;
    }

    public static RunSession open(Pipeline pipeline) {
        return resume(pipeline, SessionId.ofSecret(UUID.randomUUID().toString()));
    }

    /** Resumes the session of a run whose process died. */
    public static RunSession resume(Pipeline pipeline, SessionId id) {
        return new RunSession(pipeline, id);
    }

    public SessionId id() {
        return id;
    }

    /** Erases the session, unless its ephemeral Kafka is deleted anyway. */
    public void erase() {
        if (!pipeline.isEphemeral()) {
            pipeline.change(new Change.EndSession(UUID.randomUUID().toString(), id));
        }
    }
}
