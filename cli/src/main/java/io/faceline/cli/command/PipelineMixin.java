package io.faceline.cli.command;

import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.detector.DetectorSettings;
import io.faceline.ingest.Ingest;
import io.faceline.ingest.IngestSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.standalone.pipeline.ModelOptions;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.vision.video.VideoDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of all commands that need the pipeline. */
public final class PipelineMixin {
    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Folder that stores Kafka and the shared gallery. Default: temporary.")
    private Path data;

    @Option(
            names = "--bootstrap-servers",
            scope = ScopeType.INHERIT,
            paramLabel = "H:P",
            description = "Address of an existing Kafka, whose services answer this command.")
    private String bootstrapServers;

    @Option(
            names = "--with-stages",
            scope = ScopeType.INHERIT,
            description = "With --bootstrap-servers: process the frames in this process,"
                    + " under a FACELINE_TOPIC_PREFIX of its own.")
    private boolean withStages;

    @Option(
            names = "--models",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Folder with additional model files.")
    private Path models;

    @Option(
            names = "--detector",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Face detector; see 'faceline models list'.")
    private String detector;

    @Option(
            names = "--embedder",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Face embedder; see 'faceline models list'.")
    private String embedder;

    private PipelineOptions options(Stages stages) {
        return new PipelineOptions(
                Optional.ofNullable(data), Optional.ofNullable(bootstrapServers), modelOptions(), stages, withStages);
    }

    private boolean isClient() {
        return bootstrapServers != null && !withStages;
    }

    /** The data folder, if set. */
    public Optional<Path> data() {
        return Optional.ofNullable(data);
    }

    public ModelOptions modelOptions() {
        return new ModelOptions(
                Optional.ofNullable(models), Optional.ofNullable(detector), Optional.ofNullable(embedder));
    }

    /** The model id of the detector that the stages of this process use; of other stages, where they are. */
    public String detectorId() {
        if (isClient()) {
            return "the detector of " + bootstrapServers;
        }
        var settings = DetectorSettings.from(new Settings(modelOptions().over(System.getenv())));
        var catalog = ModelCatalog.load(settings.models());
        return catalog.detector(settings.detector().orElse(catalog.defaults().detector()))
                .id();
    }

    /** Opens a video decoder that starts while the pipeline does; the caller closes it. */
    public static VideoDecoder prepareDecoder() {
        var decoder = Ingest.openDecoder(IngestSettings.from(new Settings(System.getenv())));
        decoder.prepare();
        return decoder;
    }

    /** @param obeyedHere options of the models that the command itself obeys, wherever the stages run */
    public Pipeline open(Stages stages, String... obeyedHere) {
        return open(options(stages), Map.of(), obeyedHere);
    }

    /**
     * As {@link #open(Stages, String...)}, with a port for clients of the Kafka that runs over the data folder.
     *
     * @param kafkaPort any free port without one
     * @param chosen settings that options of the command choose, over those of the environment
     */
    public Pipeline open(Stages stages, OptionalInt kafkaPort, Map<String, String> chosen, String... obeyedHere) {
        if (kafkaPort.isEmpty()) {
            return open(options(stages), chosen, obeyedHere);
        }
        if (data == null || bootstrapServers != null) {
            throw CommandFailure.wrongUsage("--kafka-port requires --data DIR, and no --bootstrap-servers:"
                    + " clients find the password in DIR/kafka.client");
        }
        return open(options(stages).withKafkaPort(kafkaPort.getAsInt()), chosen, obeyedHere);
    }

    private Pipeline open(PipelineOptions options, Map<String, String> chosen, String... obeyedHere) {
        if (withStages && bootstrapServers == null) {
            throw CommandFailure.wrongUsage(
                    "--with-stages requires --bootstrap-servers: without it the stages run in this process anyway");
        }
        if (isClient()) {
            refuseOptionsOfStages(Set.of(obeyedHere));
        }
        var settings = new TreeMap<>(System.getenv());
        settings.putAll(chosen);
        return Pipeline.open(options, settings);
    }

    private void refuseOptionsOfStages(Set<String> obeyedHere) {
        var refused = new ArrayList<String>();
        addIf(models != null, "--models", refused);
        addIf(detector != null, "--detector", refused);
        addIf(embedder != null, "--embedder", refused);
        refused.removeAll(obeyedHere);
        if (!refused.isEmpty()) {
            throw CommandFailure.wrongUsage(String.join(" and ", refused)
                    + " cannot be combined with --bootstrap-servers: the stages of " + bootstrapServers
                    + " decide; set it there, or add --with-stages");
        }
    }

    private static void addIf(boolean isGiven, String option, List<String> options) {
        if (isGiven) {
            options.add(option);
        }
    }

    /**
     * Opens a pipeline with a persistent gallery; fails without a data folder or an external Kafka.
     *
     * @param obeyedHere as in {@link #open}
     */
    public Pipeline openPersistent(Stages stages, String... obeyedHere) {
        if (data == null && bootstrapServers == null) {
            throw CommandFailure.wrongUsage(
                    "--data DIR or --bootstrap-servers H:P is required: the shared gallery is stored there");
        }
        return open(stages, obeyedHere);
    }
}
