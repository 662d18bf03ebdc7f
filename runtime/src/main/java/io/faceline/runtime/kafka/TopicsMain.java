package io.faceline.runtime.kafka;

import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics and exits, so that the services of a cluster can wait for it. Each service also creates them at
 * its start. Exit code 2 for invalid settings, an unavailable broker or a wrong partition count.
 */
public final class TopicsMain {
    private static final Logger LOG = LoggerFactory.getLogger(TopicsMain.class);
    private static final int EXIT_SETTINGS = 2;

    private TopicsMain() {}

    public static void main(String... arguments) {
        System.exit(run(System.getenv()));
    }

    static int run(Map<String, String> environment) {
        try {
            var kafka = KafkaSettings.from(new Settings(environment));
            TopicSetup.ensure(kafka);
            LOG.info("event=topics_ready count={}", kafka.topics().all().size());
            return 0;
        } catch (SettingsException e) {
            System.err.println(e.getMessage());
            return EXIT_SETTINGS;
        }
    }
}
