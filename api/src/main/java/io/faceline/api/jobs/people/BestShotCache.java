package io.faceline.api.jobs.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.faceline.contracts.Blob;
import java.time.Duration;
import java.util.Optional;

/**
 * The crops that answers of late have named: while a job runs a better shot may take the place of one that a page is about
 * to fetch. Safe for all threads.
 */
final class BestShotCache {
    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final Cache<Key, Blob> crops = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumWeight(MOST_BYTES)
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
