package io.faceline.systemtests.kafka;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The module contracts of an earlier commit, compiled once into {@code target} and loaded beside the present one: what an
 * instance that is not upgraded yet reads. Everything is reached by reflection, since the classes have the same names.
 */
final class OlderContracts implements AutoCloseable {
    private final URLClassLoader classes;
    private final Map<String, Object> deserializers = new HashMap<>();

    private OlderContracts(URLClassLoader classes) {
        this.classes = classes;
    }

    static boolean isKnown(Path root, String commit) throws IOException, InterruptedException {
        return run(root, "git cat-file -e " + commit + "^{commit}") == 0;
    }

    /** @param root of the repository */
    static OlderContracts of(Path root, String commit) throws Exception {
        var folder = root.resolve("system-tests/target/contracts-" + commit);
        if (Files.notExists(folder.resolve("classes"))) {
            compile(root, commit, folder);
        }
        var urls = new ArrayList<URL>();
        urls.add(folder.resolve("classes").toUri().toURL());
        for (var entry : classPath()) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        var older =
                new OlderContracts(new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()));
        older.readTopics();
        return older;
    }

    private static void compile(Path root, String commit, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var extract = "git archive " + commit + " contracts/src/main/java | tar -x -C '" + folder + "'";
        if (run(root, extract) != 0) {
            throw new IOException("cannot extract the contracts of " + commit);
        }
        var compiled = folder.resolve("compiled");
        var arguments = new ArrayList<>(
                List.of("-proc:none", "-nowarn", "-d", compiled.toString(), "-cp", String.join(":", classPath())));
        try (Stream<Path> sources = Files.walk(folder.resolve("contracts"))) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        var result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IOException("cannot compile the contracts of " + commit);
        }
        Files.move(compiled, folder.resolve("classes"));
    }

    /** Without the present contracts, which would be found instead of missing old classes. */
    private static List<String> classPath() throws MalformedURLException {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(":"))
                .filter(entry -> !entry.matches(".*/contracts/target/.*|.*/contracts-[^/]*\\.jar"))
                .toList();
    }

    private static int run(Path root, String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
    }

    private void readTopics() throws ReflectiveOperationException {
        var type = classes.loadClass("io.faceline.contracts.topic.Topics");
        var topics = (List<?>)
                type.getMethod("all").invoke(type.getConstructor(String.class).newInstance(""));
        var serde = classes.loadClass("org.apache.kafka.common.serialization.Serde");
        for (var topic : topics) {
            var name = topic.getClass().getMethod("name").invoke(topic);
            var valueSerde = topic.getClass().getMethod("valueSerde").invoke(topic);
            deserializers.put(
                    String.valueOf(name), serde.getMethod("deserializer").invoke(valueSerde));
        }
    }

    boolean hasTopic(String topic) {
        return deserializers.containsKey(topic);
    }

    /** Whether a record of this topic is read, rather than refused. */
    boolean reads(String topic, byte[] value) throws ReflectiveOperationException {
        var deserialize = classes.loadClass("org.apache.kafka.common.serialization.Deserializer")
                .getMethod("deserialize", String.class, byte[].class);
        try {
            return deserialize.invoke(deserializers.get(topic), topic, value) != null;
        } catch (InvocationTargetException refused) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
