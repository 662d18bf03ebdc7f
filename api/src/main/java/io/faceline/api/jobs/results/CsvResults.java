package io.faceline.api.jobs.results;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.TrackedFace;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.web.view.PersonNames;
import java.io.IOException;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes one line per face. Text is escaped so that no spreadsheet takes it for a formula. */
final class CsvResults implements ResultFile {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final CSVPrinter csv;
    private final PersonNames names;

    CsvResults(Appendable out, PersonNames names) throws IOException {
        this.csv = new CSVPrinter(out, FORMAT);
        this.names = names;
    }

    @Override
    public void begin() throws IOException {
        csv.printRecord(
                "frame",
                "position",
                "time",
                "face",
                "decision",
                "person_id",
                "name",
                "similarity",
                "confidence",
                "track",
                "track_decision",
                "track_person_id",
                "track_name",
                "x",
                "y",
                "w",
                "h");
    }

    @Override
    public void add(TrackedFrame frame) throws IOException {
        for (var face : frame.faces()) {
            add(frame, face);
        }
    }

    private void add(TrackedFrame frame, TrackedFace face) throws IOException {
        var facts = frame.facts();
        var session = facts.session();
        var identification = Optional.ofNullable(face.face().identification());
        var person = identification.flatMap(CsvResults::person);
        var tracked = Optional.ofNullable(face.track().person());
        var box = face.face().face().box();
        csv.printRecord(
                facts.sequence(),
                frame.position(),
                time(frame.position()),
                face.face().face().index(),
                identification
                        .map(Identification::decision)
                        .map(CsvResults::word)
                        .orElse(null),
                text(person.map(PersonId::value)),
                text(name(person, identification.map(Identification::decision), session)),
                identification.map(Identification::similarity).orElse(null),
                identification.map(Identification::confidence).orElse(null),
                face.track().number(),
                word(face.track().decision()),
                text(tracked.map(PersonId::value)),
                text(name(tracked, Optional.of(face.track().decision()), session)),
                box.x(),
                box.y(),
                box.w(),
                box.h());
    }

    /** The person of the frame's decision; empty when it is unknown. */
    private static Optional<PersonId> person(Identification identification) {
        return identification.decision() == Decision.UNKNOWN
                ? Optional.empty()
                : identification.candidates().stream().findFirst().map(Candidate::person);
    }

    private Optional<String> name(Optional<PersonId> person, Optional<Decision> decision, SessionId session) {
        return person.flatMap(id -> names.find(id, session, decision.orElse(Decision.UNKNOWN)))
                .map(found -> found.name());
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case MATCH -> "match";
            case UNCERTAIN -> "uncertain";
            case UNKNOWN -> "unknown";
        };
    }

    /** Such as {@code 1:02:03.400}. */
    private static String time(double position) {
        var millis = Math.round(position * 1000);
        return "%d:%02d:%02d.%03d"
                .formatted(millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60, millis % 1000);
    }

    private static @Nullable String text(Optional<String> value) {
        return CsvText.of(value.orElse(null));
    }

    @Override
    public void end(boolean isComplete) throws IOException {
        csv.flush();
    }
}
