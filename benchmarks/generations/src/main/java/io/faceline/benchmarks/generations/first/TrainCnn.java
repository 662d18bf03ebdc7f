package io.faceline.benchmarks.generations.first;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.faceline.benchmarks.generations.CpuTime;
import io.faceline.benchmarks.generations.TrainClassifier;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Trains the network from random weights. */
final class TrainCnn implements TrainClassifier {
    private static final int BATCH = 32;
    private static final float LEARNING_RATE = 1e-3f;

    /** From these shares of the steps on, the rate is a tenth of what it was. */
    private static final double[] FINER_FROM = {0.7, 0.9};

    private final HaarFaces faces;
    private final int epochs;

    TrainCnn(HaarFaces faces, int epochs) {
        this.faces = faces;
        this.epochs = epochs;
    }

    private static final class Example {
        private final float[] crop;
        private final int person;

        Example(float[] crop, int person) {
            this.crop = crop;
            this.person = person;
        }
    }

    @Override
    public Trained train(Map<String, List<Path>> photos, long seed) {
        var start = System.nanoTime();
        var cpu = CpuTime.ofProcess();
        var people = List.copyOf(photos.keySet());
        var examples = examples(photos, people);
        Engine.getInstance().setRandomSeed((int) seed);
        var model = Model.newInstance("first-generation");
        model.setBlock(Network.of(people.size()));
        var steps = epochs * batches(examples).size();
        try (var trainer = model.newTrainer(config(steps))) {
            trainer.initialize(Network.input(1));
            train(trainer, examples, new Random(seed));
        }
        return new Trained(
                new CnnClassifier(faces, model, people),
                examples.size(),
                CpuTime.ofProcess().minus(cpu),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private List<Example> examples(Map<String, List<Path>> photos, List<String> people) {
        var examples = new ArrayList<Example>();
        photos.forEach((person, own) -> own.forEach(
                photo -> faces.crop(photo).ifPresent(crop -> examples.add(new Example(crop, people.indexOf(person))))));
        return examples;
    }

    private static DefaultTrainingConfig config(int steps) {
        var rate = Tracker.multiFactor()
                .setBaseValue(LEARNING_RATE)
                .optFactor(0.1f)
                .setSteps(Arrays.stream(FINER_FROM)
                        .mapToInt(share -> (int) (share * steps))
                        .toArray())
                .build();
        return new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(Optimizer.adam().optLearningRateTracker(rate).build());
    }

    private void train(Trainer trainer, List<Example> examples, Random random) {
        for (var epoch = 1; epoch <= epochs; epoch++) {
            Collections.shuffle(examples, random);
            var loss = 0.0;
            for (var batch : batches(examples)) {
                loss += batch.size() * step(trainer, batch, random);
            }
            System.err.printf(Locale.ROOT, "epoch %d of %d: loss %.3f%n", epoch, epochs, loss / examples.size());
        }
    }

    /** Of one size but for the last. Batch normalisation learns nothing from a single example: it joins the batch before. */
    private static List<List<Example>> batches(List<Example> examples) {
        var batches = new ArrayList<List<Example>>();
        for (var from = 0; from < examples.size(); ) {
            var left = examples.size() - from;
            var to = left <= BATCH + 1 ? examples.size() : from + BATCH;
            batches.add(examples.subList(from, to));
            from = to;
        }
        return batches;
    }

    /** @return the mean loss */
    private static float step(Trainer trainer, List<Example> batch, Random random) {
        try (var manager = trainer.getManager().newSubManager()) {
            var pixels = FloatBuffer.allocate(batch.size() * HaarFaces.PIXELS);
            batch.forEach(example -> pixels.put(Variation.of(example.crop, random)));
            var labels = new float[batch.size()];
            for (var i = 0; i < labels.length; i++) {
                labels[i] = batch.get(i).person;
            }
            var crops = manager.create(pixels.array(), Network.input(batch.size()));
            try (var gradients = trainer.newGradientCollector()) {
                var scores = trainer.forward(new NDList(crops));
                var loss = trainer.getLoss().evaluate(new NDList(manager.create(labels)), scores);
                gradients.backward(loss);
                trainer.step();
                var mean = loss.getFloat();
                scores.close();
                loss.close();
                return mean;
            }
        }
    }
}
