package io.faceline.api.jobs.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.faceline.contracts.Blob;
import java.time.Duration;
import java.util.Optional;

/**
 * Caches the crops of recent answers: while a job runs, a better shot may replace one that a page is about to fetch.
 * Thread-safe.
 */
final class BestShotCache {
    private static final Duration EXPIRY = Duration.ofMinutes(2);
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private final Cache<Key, Blob> crops = Caffeine.newBuilder()
            .expireAfterWrite(EXPIRY)
            .maximumWeight(MAX_BYTES)
            .weigher((Key key, Blob crop) -> crop.size())
            .build();

    void add(String job, JobSummary seen) {
        seen.shots()
                .filter(shot -> shot.cropJpeg() != null)
                .forEach(shot -> crops.put(new Key(job, ShotView.id(shot)), shot.cropJpeg()));
    }

    Optional<Blob> find(String job, String shot) {
        return Optional.ofNullable(crops.getIfPresent(new Key(job, shot)));
    }

    private record Key(String job, String shot) {}
}
