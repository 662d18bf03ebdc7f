package io.faceline.contracts.rule;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.identity.PersonId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom, or what, a rule is about. People are those of the shared gallery. */
public sealed interface RuleSubject {
    /** Whether this version knows what it means. */
    default boolean isKnown() {
        return true;
    }

    /** A person is in view. */
    record Person(PersonId person) implements RuleSubject {}

    /** Somebody of a list is in view; each person is a subject of their own. */
    record Listed(ListId list) implements RuleSubject {}

    /** Somebody unknown is in view. */
    record Stranger() implements RuleSubject {}

    /** Somebody is in view who is not on the list, known or unknown. */
    record NotListed(ListId list) implements RuleSubject {}

    /**
     * Somebody of a list is in view together with others who are not on it, at one source: tailgating.
     *
     * @param others at least so many
     * @param withinSeconds between the last look at the one and the first at the others, or together in view
     */
    record Together(ListId list, int others, int withinSeconds) implements RuleSubject {
        public Together {
            Checks.between("others", others, 1, 100);
            Checks.between("withinSeconds", withinSeconds, 0, 600);
        }
    }

    /**
     * Somebody has not been seen by a time of the day. Of a list, each person is a subject of their own; without person and
     * list it is anybody.
     *
     * @param days on which the time {@code by} is; every day if there is none
     * @param from since when a look counts; at or after {@code by}, of the day before
     */
    record Absent(
            @OmittedIfAbsent @Nullable PersonId person,
            @OmittedIfAbsent @Nullable ListId list,
            List<DayOfWeek> days,
            LocalTime from,
            LocalTime by)
            implements RuleSubject {
        public Absent {
            days = List.copyOf(days);
            Checks.require(person == null || list == null, "a rule is about a person or a list, not both");
        }

        /** Whether anybody could meet the deadline. */
        public boolean isAnybody() {
            return person == null && list == null;
        }
    }

    /** A camera is not live for so long. */
    record CameraDown(int afterSeconds) implements RuleSubject {
        public CameraDown {
            Checks.between("afterSeconds", afterSeconds, 10, 86_400);
        }
    }

    /** Only read: a subject that a newer version added. */
    record Unknown() implements RuleSubject {
        @Override
        public boolean isKnown() {
            return false;
        }
    }
}
