package io.faceline.cli.people;

import io.faceline.cli.command.Warnings;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Enrolls a gallery folder and waits for all answers. */
public final class GalleryEnrollment {
    private final SessionId session;
    private final Enroller enroller;
    private final PrintWriter warnings;

    public GalleryEnrollment(SessionId session, Enroller enroller, PrintWriter warnings) {
        this.session = session;
        this.enroller = enroller;
        this.warnings = warnings;
    }

    public void enroll(Map<String, List<Path>> people) {
        people.forEach((name, photos) -> {
            var person = PersonId.of(session, name);
            photos.forEach(photo -> enroller.submit(person, name, photo));
        });
        enroller.await().forEach(this::warn);
    }

    private void warn(Enroller.Enrolled enrolled) {
        enrolled.refusal()
                .ifPresent(refusal -> Warnings.print(
                        warnings, enrolled.photo() + " was not enrolled as " + enrolled.name() + ": " + refusal));
        enrolled.warning()
                .ifPresent(warning -> Warnings.print(warnings, enrolled.photo() + " is enrolled, but " + warning));
    }
}
