package io.faceline.embedder;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.identity.SessionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The faces in the last frame of each source. Remembers a bounded number of sources, of which the least recent are
 * forgotten. Thread-safe; the frames of one source come from one thread at a time.
 */
final class SeenSources {
    static final int MAX_SOURCES = 1_000;

    @GuardedBy("this")
    private final Map<Source, List<SeenFace>> sources = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, List<SeenFace>> eldest) {
            return size() > MAX_SOURCES;
        }
    };

    private record Source(SessionId session, String name) {
        static Source of(FrameFacts facts) {
            return new Source(facts.session(), facts.source());
        }
    }

    synchronized List<SeenFace> of(FrameFacts facts) {
        return sources.getOrDefault(Source.of(facts), List.of());
    }

    synchronized void remember(FrameFacts facts, List<SeenFace> faces) {
        sources.put(Source.of(facts), List.copyOf(faces));
    }

    synchronized int size() {
        return sources.size();
    }
}
