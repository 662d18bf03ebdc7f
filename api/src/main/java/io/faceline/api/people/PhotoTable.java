package io.faceline.api.people;

import io.faceline.contracts.Blob;
import io.faceline.contracts.person.PhotoCrop;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.kafka.TableReader;
import java.time.Duration;
import java.util.Optional;

/**
 * A photo directory backed by the topic {@code photos}. The matcher writes a crop with the person who lists it; the one may
 * be read here moments after the other. Thread-safe.
 */
public final class PhotoTable implements PhotoDirectory {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final TableReader<PhotoCrop> table;

    public PhotoTable(TableReader<PhotoCrop> table) {
        this.table = table;
    }

    @Override
    public Optional<Blob> find(String key) {
        if (!table.health().ready()) {
            throw new ProblemException(
                    503, "NOT_READY", "photos are still being read; try again in a moment, see /health");
        }
        return read(key).or(() -> awaited(key));
    }

    private Optional<Blob> awaited(String key) {
        try {
            table.await(all -> all.containsKey(key), TIMEOUT);
        } catch (WaitTimeoutException e) {
            return Optional.empty();
        }
        return read(key);
    }

    private Optional<Blob> read(String key) {
        return table.get(key).map(PhotoCrop::cropJpeg);
    }
}
