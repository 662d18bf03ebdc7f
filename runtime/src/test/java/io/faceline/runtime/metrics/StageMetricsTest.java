package io.faceline.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StageMetricsTest {
    private final PrometheusMeterRegistry registry = Metrics.registry();
    private final StageMetrics meter = new StageMetrics("detect", "live");

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void timesSuccessesAndFailures() {
        meter.bindTo(registry);
        Function<String, Integer> timed = meter.timed(Integer::parseInt);

        assertThat(timed.apply("7")).isEqualTo(7);
        assertThatThrownBy(() -> timed.apply("seven")).isInstanceOf(NumberFormatException.class);

        assertThat(registry.scrape())
                .contains("faceline_stage_seconds_count{lane=\"live\",stage=\"detect\"} 2")
                .contains("faceline_stage_seconds_bucket{lane=\"live\",stage=\"detect\",le=\"30.0\"} 2");
    }

    @Test
    void showsModelAndGauges_inAnyOrderOfBinding() {
        var number = new AtomicInteger(3);
        meter.model("rfb@1", "CPU");
        meter.bindTo(registry);
        meter.number("faceline.gallery.references", "References", number, AtomicInteger::get);
        number.set(4);

        assertThat(registry.scrape())
                .contains("faceline_model{lane=\"live\",model=\"rfb@1\",provider=\"CPU\",stage=\"detect\"} 1.0")
                .contains("faceline_gallery_references 4.0");
    }
}
