package io.faceline.api.people;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.person.Reference;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.web.access.SessionPhotos;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What imports may take, asked before anything is sent to Kafka: the matcher asks as well, but by then the topics hold it.
 *
 * @param disk of Kafka; while it is full, nobody is imported
 * @param photos of all sessions
 * @param maxReferences of a session, and photos of a person
 */
public record ImportRoom(DiskSpace disk, SessionPhotos photos, int maxReferences) {
    /** Of a line: what one record can hold, twice. */
    static final int MAX_BYTES = 8 << 20;

    /** @throws io.faceline.runtime.http.ProblemException when nobody can be imported now */
    void require(Context context, SessionId session) {
        disk.require();
        if (!session.isShared()) {
            photos.require(context, session, 0);
        }
    }

    /** For one import. */
    OfSession of(SessionId session) {
        return new OfSession(session);
    }

    /** Counts what one import adds to what the session had before. Not thread-safe. */
    final class OfSession {
        private final SessionId session;
        private final int before;
        private int added;

        private OfSession(SessionId session) {
            this.session = session;
            this.before = photos.of(session);
        }

        SessionId session() {
            return session;
        }

        /**
         * Takes room for a person, or says why there is none.
         *
         * @param known the person whom the line adds to, if there is one: photos that are there take no more room
         */
        Optional<Refusal> take(PersonLine line, Optional<Person> known) {
            var count = Math.max(line.references().size(), line.photos().size());
            if (count > maxReferences) {
                return Optional.of(new Refusal(
                        "BAD_LINE",
                        "a person has at most " + maxReferences + " references (FACELINE_MAX_REFERENCES), not "
                                + count));
            }
            if (bytes(line) > MAX_BYTES) {
                return Optional.of(new Refusal(
                        "BAD_LINE", "photos and embeddings of a person have at most " + MAX_BYTES + " bytes"));
            }
            var more = added + unknown(line, known);
            if (!session.isShared() && before + more > maxReferences) {
                return Optional.of(new Refusal(
                        "SESSION_FULL",
                        "the session has at most " + maxReferences
                                + " references (FACELINE_MAX_REFERENCES): delete people, or import fewer"));
            }
            added = more;
            return Optional.empty();
        }

        private static int unknown(PersonLine line, Optional<Person> known) {
            var ids = known.stream()
                    .flatMap(person -> person.photos().stream())
                    .map(PersonPhoto::reference)
                    .collect(Collectors.toSet());
            return (int) line.photos().stream()
                    .filter(photo -> !ids.contains(photo.reference()))
                    .count();
        }
    }

    record Refusal(String code, String detail) {}

    static long bytes(PersonLine line) {
        return line.photos().stream()
                        .map(PersonPhoto::cropJpeg)
                        .mapToLong(crop -> crop.size())
                        .sum()
                + line.references().stream()
                        .map(Reference::embedding)
                        .mapToLong(embedding -> (long) embedding.dimension() * Float.BYTES)
                        .sum();
    }
}
