package io.faceline.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.identity.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobQueueTest {
    private final JobQueue queue = new JobQueue(4);

    @Test
    void oneSession_getsAllPlaces_whileNobodyElseWaits() {
        add("anna", 1, 2, 3, 4, 5);

        assertThat(start()).containsExactly("anna-1", "anna-2", "anna-3", "anna-4");
        queue.remove("anna-2");
        assertThat(start()).containsExactly("anna-5");
    }

    @Test
    void twoSessions_getHalfEach_whoeverCameFirst() {
        add("anna", 1, 2, 3, 4, 5);
        add("ben", 6, 7, 8);

        assertThat(start()).containsExactly("anna-1", "ben-6", "anna-2", "ben-7");
        queue.remove("anna-1");
        assertThat(start()).containsExactly("anna-3");
    }

    @Test
    void latecomer_isNextBeforeASessionThatHasMore() {
        add("anna", 1, 2, 3, 4, 5, 6);
        assertThat(start()).hasSize(4);
        add("ben", 7, 8, 9);

        queue.remove("anna-1");
        assertThat(start()).containsExactly("ben-7");
        queue.remove("anna-2");
        assertThat(start()).containsExactly("ben-8");
        queue.remove("anna-3");
        assertThat(start()).as("one of anna's runs, two of ben's").containsExactly("anna-5");
    }

    @Test
    void noSession_getsMoreThanItsHalf_whileOthersWait() {
        for (var session : List.of("anna", "ben", "cleo")) {
            add(session, 1, 2, 3, 4);
        }

        for (var started = start(); !started.isEmpty(); started = start()) {
            for (var session : List.of("anna", "ben", "cleo")) {
                assertThat(started.stream().filter(job -> job.startsWith(session)))
                        .hasSizeLessThanOrEqualTo(2);
            }
            started.forEach(queue::remove);
        }
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void jobsOfAnEarlierProcess_goFirst() {
        add("anna", 1);
        queue.add(new JobQueue.Waiting("ben-2", Optional.empty(), session("ben"), true, Instant.ofEpochSecond(2)));

        assertThat(start()).containsExactly("ben-2", "anna-1");
    }

    @Test
    void removedJob_isNeverNext() {
        add("anna", 1, 2);
        queue.remove("anna-1");

        assertThat(start()).containsExactly("anna-2");
        assertThat(queue.running()).isEqualTo(1);
    }

    /** However many sessions it makes. */
    @Test
    void address_getsNoMoreThanAnother() {
        for (var i = 1; i <= 5; i++) {
            addFrom("attacker", "made up " + i, i);
        }
        assertThat(start()).hasSize(4);
        addFrom("elsewhere", "ben", 6);
        addFrom("elsewhere", "cleo", 7);

        queue.remove("made up 1-1");
        assertThat(start()).containsExactly("ben-6");
        queue.remove("made up 2-2");
        assertThat(start()).containsExactly("cleo-7");
    }

    private void add(String session, int... times) {
        for (var time : times) {
            addFrom("address of " + session, session, time);
        }
    }

    private void addFrom(String address, String session, int time) {
        queue.add(new JobQueue.Waiting(
                session + "-" + time, Optional.of(address), session(session), false, Instant.ofEpochSecond(time)));
    }

    private static SessionId session(String name) {
        return SessionId.ofSecret(name);
    }

    private List<String> start() {
        var started = new ArrayList<String>();
        for (var next = queue.next(); next.isPresent(); next = queue.next()) {
            started.add(next.get());
        }
        return started;
    }
}
