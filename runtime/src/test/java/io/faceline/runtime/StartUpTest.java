package io.faceline.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StartUpTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @Test
    void five() {
        for (var round = 0; round < 2; round++) {
            var kafka = BROKER.settings();
            var t0 = System.nanoTime();
            TopicSetup.ensure(kafka);
            var t1 = System.nanoTime();
            TopicSetup.ensure(kafka);
            var t2 = System.nanoTime();
            var services = new ArrayList<StreamsService>();
            for (var i = 0; i < 5; i++) {
                services.add(new StreamsService(
                        "app" + i, TestFrames.copying(kafka.topics(), UnaryOperator.identity()), kafka, 1));
            }
            services.forEach(StreamsService::start);
            var t3 = System.nanoTime();
            services.forEach(s -> s.awaitRunning(Duration.ofSeconds(60)));
            var t4 = System.nanoTime();
            services.parallelStream().forEach(StreamsService::close);
            var t5 = System.nanoTime();
            System.out.printf(
                    "FIGURES ensure new %d, ensure again %d, start %d, running %d, close %d ms%n",
                    (t1 - t0) / 1000000,
                    (t2 - t1) / 1000000,
                    (t3 - t2) / 1000000,
                    (t4 - t2) / 1000000,
                    (t5 - t4) / 1000000);
        }
    }
}
