package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.ingest.transport.BulkJob;
import io.faceline.standalone.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Enrolls people in a session. */
public final class Gallery {
    private final SessionId session;
    private final BulkJob job;

    public Gallery(Pipeline pipeline, SessionId session) {
        this.session = session;
        this.job = pipeline.openJob(session);
    }

    /** @return the people with at least one accepted photo, in the given order */
    public List<PersonId> enroll(Map<String, List<Path>> people) throws IOException, InterruptedException {
        var answers = new LinkedHashMap<PersonId, List<CompletableFuture<Match>>>();
        for (var person : people.entrySet()) {
            var id = PersonId.of(session, person.getKey());
            var role = new Role.Enrollment(id, person.getKey(), Scope.SESSION, false);
            var own = new ArrayList<CompletableFuture<Match>>();
            for (var photo : person.getValue()) {
                own.add(job.submit(role, Blob.wrap(Files.readAllBytes(photo)), FrameFacts.ANY_GALLERY));
            }
            answers.put(id, own);
        }
        return answers.entrySet().stream()
                .filter(person -> person.getValue().stream().anyMatch(answer -> isAccepted(answer.join())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isAccepted(Match match) {
        var answer = match.enrollment();
        return answer != null && answer.isAccepted();
    }
}
