package io.faceline.matcher.people;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.contracts.person.TestReferences.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PhotoCrop;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.session.SessionState;
import io.faceline.matcher.index.BestPeople;
import io.faceline.matcher.index.MeasureReference;
import io.faceline.matcher.store.Outbox;
import io.faceline.runtime.kafka.WriteToken;
import io.faceline.runtime.kafka.Written;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedReferencesTest extends ReferencesContract {
    private final ExecutorService global = Executors.newSingleThreadExecutor();
    private final SharedGallery shared = new SharedGallery(MeasureReference.NONE);

    @AfterEach
    void close() {
        global.shutdownNow();
    }

    @Override
    References references() {
        return references(global, Duration.ofSeconds(30));
    }

    private SharedReferences references(Executor reader, Duration wait) {
        return new SharedReferences(shared, new ReadBack(reader), "task", wait);
    }

    @Test
    void ownWrites_areSeenBeforeTheyAreReadBack() {
        shared.gallery().index(reference("r0", "ada", human(1)));
        var reads = new ArrayDeque<Runnable>();
        var references = references(reads::add, Duration.ofMillis(5));

        references.enroll(List.of(reference("r1", "eve", human(2))));
        references.remove(List.of(new ReferenceId("r0")));

        assertThat(references.gallery().people()).extracting(PersonId::value).containsExactly("eve");
        assertThat(references.gallery().countPeople()).isEqualTo(1);
        assertThat(references.gallery().size()).isEqualTo(1);
        assertThat(found(references, 1)).containsExactly("eve");
        reads.forEach(Runnable::run);
        assertThat(found(references, 1)).containsExactly("eve");
        assertThat(references.gallery().size()).isEqualTo(1);
    }

    @Test
    void people_canBeCounted_whileWritesAreReadBack() {
        var references = references();

        for (int i = 0; i < 2_000; i++) {
            var ids = List.of(new ReferenceId("a" + i), new ReferenceId("b" + i));
            references.enroll(List.of(
                    reference("a" + i, "ada", human(1)),
                    reference("b" + i, "ada", human(2)),
                    reference("c", "eve", human(3))));
            references.remove(ids);
            assertThat(references.gallery().countPeople()).isEqualTo(1);
            assertThat(references.gallery().people()).hasSize(1);
        }
    }

    @Test
    void lastWriteWins_whileEarlierOnesAreReadBack() {
        var reads = new ArrayDeque<Runnable>();
        var references = references(reads::add, Duration.ofMillis(5));
        references.enroll(List.of(reference("r1", "eve", human(2))));
        references.remove(List.of(new ReferenceId("r1")));

        reads.remove().run();

        assertThat(shared.gallery().size()).isEqualTo(1);
        assertThat(references.gallery().size()).isZero();
        assertThat(found(references, 2)).isEmpty();
        reads.remove().run();
        assertThat(found(references, 2)).isEmpty();
    }

    private static List<String> found(References references, int human) {
        var best = new BestPeople(3, (reference, person) -> person);
        references.gallery().search(TestFrames.MODEL, human(human), best);
        return best.ranked().stream()
                .map(candidate -> candidate.person().value())
                .toList();
    }

    @Test
    void invalidVersions_delayOnlyTheFirstFrame() {
        var references = references(Runnable::run, Duration.ofSeconds(2));
        assertThat(references.awaitVersion(1000)).isFalse();

        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (var version = 999; version > 995; version--) {
                assertThat(references.awaitVersion(version)).isFalse();
            }
        });
    }

    @Test
    void version_isThatOfTheLastWriteApplied() {
        var references = references(Runnable::run, Duration.ofMillis(5));
        assertThat(references.awaitVersion(1)).isFalse();

        references.enroll(List.of(reference("r1", "ada", human(1)), reference("r2", "eve", human(2))));

        assertThat(references.version()).isEqualTo(1);
        assertThat(references.awaitVersion(1)).isTrue();
    }

    /** The topic of the gallery, whose records another thread applies. */
    private final class ReadBack implements Outbox {
        @Override
        public void answering(Headers headers) {}

        private final Executor reader;
        private long offset;

        ReadBack(Executor reader) {
            this.reader = reader;
        }

        @Override
        public void reference(ReferenceId id, Reference reference, WriteToken write) {
            var at = offset++;
            reader.execute(() -> {
                if (reference == null) {
                    shared.gallery().remove(id);
                } else {
                    shared.gallery().index(reference);
                }
                shared.appliedOffsets().arrived(at, write);
            });
        }

        @Override
        public void match(Match match, Embeddings frame, Written written) {
            throw onlyReferences();
        }

        @Override
        public void answer(ChangeAnswer answer, Written written) {
            throw onlyReferences();
        }

        @Override
        public void person(PersonId id, Person person, WriteToken write) {
            throw onlyReferences();
        }

        @Override
        public void photo(String key, PhotoCrop crop) {
            throw onlyReferences();
        }

        @Override
        public void fence(WriteToken people, WriteToken gallery) {
            throw onlyReferences();
        }

        @Override
        public void session(String key, SessionState state) {
            throw onlyReferences();
        }

        private static AssertionError onlyReferences() {
            return new AssertionError("references write nothing but references");
        }
    }
}
