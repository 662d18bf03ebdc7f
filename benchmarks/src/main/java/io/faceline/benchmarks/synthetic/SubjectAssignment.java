package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.identity.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Gives parts to people, each to somebody else. */
final class SubjectAssignment {
    private final Iterator<Known> known;
    private final Iterator<Path> strangers;

    /** @param photo another than those that were enrolled */
    record Known(PersonId person, Path photo) {}

    SubjectAssignment(List<Known> known, List<Path> strangers) {
        this.known = known.iterator();
        this.strangers = strangers.iterator();
    }

    Subject known(Trajectory move) {
        var next = known.next();
        return new Subject(Optional.of(next.person()), head(next.photo()), move);
    }

    Subject stranger(Trajectory move) {
        return new Subject(Optional.empty(), head(strangers.next()), move);
    }

    private static Cutout head(Path photo) {
        try {
            return Cutout.of(photo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
