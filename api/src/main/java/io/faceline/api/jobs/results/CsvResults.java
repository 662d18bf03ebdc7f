package io.faceline.api.jobs.results;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.tracking.TrackedFace;
import io.faceline.tracking.TrackedFrame;
import io.faceline.web.view.PersonNames;
import java.io.IOException;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A line a face. What is no number cannot pass for a formula where the file is opened as a spreadsheet. */
final class CsvResults implements ResultFile {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

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
        var facts = frame.frame().facts();
        var session = facts.session();
        var said = Optional.ofNullable(face.face().identification());
        var person = said.flatMap(CsvResults::person);
        var box = face.face().face().box();
        csv.printRecord(
                facts.sequence(),
                frame.frame().position(),
                time(frame.frame().position()),
                face.face().face().index(),
                said.map(Identification::decision).map(CsvResults::word).orElse(null),
                text(person.map(PersonId::value)),
                text(name(person, session)),
                said.map(Identification::similarity).orElse(null),
                said.map(Identification::confidence).orElse(null),
                face.trackId(),
                word(face.track().decision()),
                text(face.track().person().map(PersonId::value)),
                text(name(face.track().person(), session)),
                box.x(),
                box.y(),
                box.w(),
                box.h());
    }

    /** Whom the frame's decision is about; nobody when it is unknown. */
    private static Optional<PersonId> person(Identification said) {
        return said.decision() == Decision.UNKNOWN
                ? Optional.empty()
                : said.candidates().stream().findFirst().map(Candidate::person);
    }

    private Optional<String> name(Optional<PersonId> person, SessionId session) {
        return person.flatMap(id -> names.find(id, session)).map(found -> found.name());
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

    /** An apostrophe before it makes text of what begins like a formula. */
    private static String text(Optional<String> value) {
        return value.filter(some -> !some.isEmpty() && BEGINS_A_FORMULA.indexOf(some.charAt(0)) >= 0)
                .map(some -> "'" + some)
                .or(() -> value)
                .orElse(null);
    }

    @Override
    public void end(boolean isComplete) throws IOException {
        csv.flush();
    }
}
