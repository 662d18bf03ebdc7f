package io.faceline.runtime.topics;

import io.faceline.contracts.Shown;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.LogLevel;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics and exits, so that the services of a cluster can wait for it. Each service also creates them at
 * its start. With FACELINE_TOPICS=verify it creates nothing and prints the commands that create what is missing. Exit code
 * 2 for invalid settings, an unavailable broker, a missing topic or right, or a topic that cannot be used.
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
            var settings = new Settings(environment);
            LogLevel.check(settings);
            var kafka = KafkaSettings.from(settings);
            var topics = kafka.topics().all();
            TopicSetup.ensure(kafka, TopicMode.from(settings), topics);
            LOG.info("event=topics_ready count={}", topics.size());
            return 0;
        } catch (SettingsException e) {
            System.err.println(Shown.lines(String.valueOf(e.getMessage())));
            return EXIT_SETTINGS;
        }
    }
}
