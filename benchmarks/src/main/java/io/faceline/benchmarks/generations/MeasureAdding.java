package io.faceline.benchmarks.generations;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.MatchedFace;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Measures how long it takes in the running pipeline until a new person is recognised, one person after the other. */
public final class MeasureAdding {
    private final Pipeline pipeline;

    public MeasureAdding(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * The time of one person.
     *
     * @param enrolled from the photo to the answer that it is enrolled
     * @param recognised from the photo to the answer that another photo shows this person
     */
    public record Added(Duration enrolled, Duration recognised) {}

    /**
     * The times of those who are accepted and recognised at all.
     *
     * @param people two photos each
     */
    public List<Added> run(Map<String, List<Path>> people) throws IOException, InterruptedException {
        var session = SessionId.ofSecret(UUID.randomUUID().toString());
        var job = pipeline.openJob(session);
        var added = new ArrayList<Added>();
        for (var person : people.entrySet()) {
            var id = PersonId.of(session, person.getKey());
            var start = System.nanoTime();
            var role = new Role.Enrollment(id, person.getKey(), Scope.SESSION, false);
            var answer = send(job, role, person.getValue().get(0)).enrollment();
            var enrolled = Duration.ofNanos(System.nanoTime() - start);
            var match = send(job, new Role.Probe(), person.getValue().get(1));
            if (answer != null && answer.isAccepted() && names(match, id)) {
                added.add(new Added(enrolled, Duration.ofNanos(System.nanoTime() - start)));
            }
        }
        return added;
    }

    private static Match send(BulkJob job, Role role, Path photo) throws IOException, InterruptedException {
        return job.submit(role, Blob.wrap(Files.readAllBytes(photo)), FrameFacts.ANY_GALLERY)
                .join();
    }

    private static boolean names(Match match, PersonId person) {
        return match.outcome()
                .fold(
                        faces -> faces.faces().stream().anyMatch(face -> isNamed(face, person)),
                        reason -> false,
                        (code, message) -> false);
    }

    private static boolean isNamed(MatchedFace face, PersonId person) {
        var identification = face.identification();
        return identification != null
                && identification.decision() == Decision.MATCH
                && identification.candidates().get(0).person().equals(person);
    }
}
