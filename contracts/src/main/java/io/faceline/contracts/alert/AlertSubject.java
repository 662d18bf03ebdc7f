package io.faceline.contracts.alert;

import io.faceline.contracts.Checks;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.ListId;
import java.util.Optional;

/**
 * Whom or what an alert is about, as text: {@code person:<id>}, {@code unknown}, {@code not-in:<list>}, {@code crowd}, {@code
 * together}, {@code nobody}, {@code camera:<id>} or {@code cameras}. Never a name.
 */
public record AlertSubject(String value) {
    public static final AlertSubject UNKNOWN = new AlertSubject("unknown");
    /** Unknown people beyond the lid. */
    public static final AlertSubject CROWD = new AlertSubject("crowd");

    public static final AlertSubject TOGETHER = new AlertSubject("together");
    /** Of a deadline that anybody could have met. */
    public static final AlertSubject NOBODY = new AlertSubject("nobody");
    /** Several cameras that went down together. */
    public static final AlertSubject CAMERAS = new AlertSubject("cameras");
    /** Of a person who was erased. */
    public static final AlertSubject ERASED = new AlertSubject("erased");

    private static final String PERSON = "person:";
    private static final String NOT_IN = "not-in:";
    private static final String CAMERA = "camera:";

    public AlertSubject {
        Checks.id("subject", value, 300);
    }

    public static AlertSubject of(PersonId person) {
        return new AlertSubject(PERSON + person);
    }

    /** Somebody unknown who is not on the list. */
    public static AlertSubject notIn(ListId list) {
        return new AlertSubject(NOT_IN + list);
    }

    public static AlertSubject of(CameraId camera) {
        return new AlertSubject(CAMERA + camera);
    }

    public Optional<PersonId> person() {
        return value.startsWith(PERSON)
                ? Optional.of(new PersonId(value.substring(PERSON.length())))
                : Optional.empty();
    }

    public Optional<CameraId> camera() {
        return value.startsWith(CAMERA) ? CameraId.parse(value.substring(CAMERA.length())) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
