package io.faceline.benchmarks;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.person.Reference;
import io.faceline.matcher.index.BestPeople;
import io.faceline.matcher.index.Gallery;
import io.faceline.matcher.index.Query;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Exact search of the five best people, with one reference per person, on one thread, in milliseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SearchBenchmark {
    private static final int DIMENSION = 512;
    private static final int CANDIDATES = 5;
    private static final int MANY = 16;
    private static final long SEED = 7;
    private static final String MODEL = "random";

    @Param({"1000", "10000", "100000", "1000000"})
    private int references;

    private final Gallery gallery = new Gallery(io.faceline.contracts.identity.Scope.SHARED);
    private final Random random = new Random(SEED);
    private List<Embedding> queries;

    @Setup
    public void fill() {
        for (var i = 0; i < references; i++) {
            gallery.index(new Reference(
                    new ReferenceId("reference-" + i),
                    new PersonId("person-" + i),
                    embedding(),
                    MODEL,
                    1,
                    Instant.EPOCH));
        }
        queries = IntStream.range(0, MANY).mapToObj(i -> embedding()).toList();
    }

    private Embedding embedding() {
        var values = new float[DIMENSION];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Embedding.normalised(values);
    }

    @Benchmark
    public List<Candidate> oneFace() {
        var best = best();
        gallery.search(MODEL, queries.get(0), best);
        return best.ranked();
    }

    @Benchmark
    public List<Query> sixteenFaces() {
        var all = queries.stream().map(query -> new Query(query, best())).toList();
        gallery.search(MODEL, all);
        return all;
    }

    private static BestPeople best() {
        return new BestPeople(CANDIDATES, (reference, person) -> person);
    }
}
