package io.faceline.vision.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A loaded network. Thread-safe. Closing it waits for the inferences that have begun. */
public final class OnnxModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OnnxModel.class);

    private final String name;
    private final OrtSession session;
    private final InferenceSettings settings;
    private final Device device;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Shared by inferences, exclusive for the end: a network that is freed while it runs ends the JVM. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private OnnxModel(String name, OrtSession session, InferenceSettings settings, Device device) {
        this.name = name;
        this.session = session;
        this.settings = settings;
        this.device = device;
    }

    /** @throws ModelException when the file is missing or not a network */
    public static OnnxModel open(Path file, InferenceSettings settings) {
        try {
            return open(file.toString(), Files.readAllBytes(file), settings);
        } catch (IOException e) {
            throw new ModelException("the model file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * @param name name in error messages
     * @throws ModelException when the bytes are not a network
     */
    public static OnnxModel open(String name, byte[] content, InferenceSettings settings) {
        return open(name, content, settings, Optimization.ALL);
    }

    /**
     * The embedder, as this processor runs it fastest.
     *
     * @throws ModelException when the bytes are not a network
     */
    static OnnxModel openEmbedder(String name, byte[] content, InferenceSettings settings) {
        var isCpu = settings.device() == Device.CPU;
        return open(name, content, settings, isCpu ? Optimization.ofEmbedder() : Optimization.ALL);
    }

    private static OnnxModel open(String name, byte[] content, InferenceSettings settings, Optimization optimization) {
        try (var options = options(settings)) {
            options.setOptimizationLevel(optimization.level());
            var device = settings.device() == Device.CUDA ? addCuda(options) : Device.CPU;
            return new OnnxModel(name, OnnxEnvironment.get().createSession(content, options), settings, device);
        } catch (OrtException e) {
            throw new ModelException("the model " + name + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static OrtSession.SessionOptions options(InferenceSettings settings) throws OrtException {
        OnnxEnvironment.get();
        var options = new OrtSession.SessionOptions();
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        options.setIntraOpNumThreads(settings.threads());
        options.setInterOpNumThreads(1);
        // A spinning thread would occupy the core of the next inference.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    private static Device addCuda(OrtSession.SessionOptions options) {
        try {
            options.addCUDA(0);
            return Device.CUDA;
        } catch (OrtException e) {
            LOG.error(
                    "event=gpu_unavailable requested=cuda used=cpu hint=\"install onnxruntime_gpu and CUDA, or request cpu\""
                            + " reason=\"{}\"",
                    e.getMessage());
            return Device.CPU;
        }
    }

    /** The device that the network runs on. */
    Device device() {
        return device;
    }

    /**
     * @param input a direct buffer, read from its start to the product of the shape
     * @param outputs names of the outputs to compute
     * @return the flattened values of each output, in the same order
     */
    public List<float[]> run(String inputName, FloatBuffer input, long[] shape, List<String> outputs) {
        try (var tensor = OnnxTensor.createTensor(OnnxEnvironment.get(), input, shape);
                var result = run(Map.of(inputName, tensor), new LinkedHashSet<>(outputs))) {
            var values = new ArrayList<float[]>(outputs.size());
            for (var output : outputs) {
                values.add(floats(result, output));
            }
            return values;
        } catch (OrtException e) {
            throw new ModelException("the model " + name + " failed: " + e.getMessage(), e);
        }
    }

    private OrtSession.Result run(Map<String, OnnxTensor> inputs, Set<String> outputs) throws OrtException {
        var permit = settings.permits().acquire(settings.lane());
        use.readLock().lock();
        try {
            return session.run(inputs, outputs);
        } finally {
            use.readLock().unlock();
            permit.close();
        }
    }

    private static float[] floats(OrtSession.Result result, String output) {
        var tensor = (OnnxTensor) result.get(output).orElseThrow();
        return tensor.getFloatBuffer().array();
    }

    /**
     * Checks that the inputs and outputs match the catalog.
     *
     * @throws ModelException listing the actual inputs or outputs
     */
    void check(String inputName, Set<String> outputNames) {
        require("input", Set.of(inputName), session.getInputNames());
        require("output", outputNames, session.getOutputNames());
    }

    private void require(String kind, Set<String> expected, Set<String> actual) {
        if (!actual.containsAll(expected)) {
            throw new ModelException("the model " + name + " has the " + kind + "s " + actual + ", the catalog says "
                    + expected + ": correct its entry in catalog.json");
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        use.writeLock().lock();
        try {
            session.close();
        } catch (OrtException e) {
            throw new ModelException("the model " + name + " cannot be closed: " + e.getMessage(), e);
        } finally {
            use.writeLock().unlock();
        }
    }
}
