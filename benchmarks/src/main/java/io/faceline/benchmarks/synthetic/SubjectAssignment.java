package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.identity.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Assigns people to subjects, each only once. */
final class SubjectAssignment {
    private final Iterator<Known> known;
    private final Iterator<Path> strangers;

    /** @param photo a photo that was not enrolled */
    record Known(PersonId person, Path photo) {}

    SubjectAssignment(List<Known> known, List<Path> strangers) {
        this.known = known.iterator();
        this.strangers = strangers.iterator();
    }

    Subject known(Trajectory trajectory) {
        var next = known.next();
        return new Subject(Optional.of(next.person()), head(next.photo()), trajectory);
    }

    Subject stranger(Trajectory trajectory) {
        return new Subject(Optional.empty(), head(strangers.next()), trajectory);
    }

    private static Cutout head(Path photo) {
        try {
            return Cutout.of(photo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
