package io.faceline.benchmarks.generations.first;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;

/** Three convolutions and two dense layers, as tutorials of the time had them: one score per person. */
final class Network {
    private static final int[] FILTERS = {32, 64, 128};
    private static final int HIDDEN = 256;
    private static final float DROPPED = 0.5f;

    private Network() {}

    static Block of(int people) {
        var network = new SequentialBlock();
        for (var filters : FILTERS) {
            network.add(Conv2d.builder()
                            .setKernelShape(new Shape(3, 3))
                            .optPadding(new Shape(1, 1))
                            .setFilters(filters)
                            .build())
                    .add(BatchNorm.builder().build())
                    .add(Activation.reluBlock())
                    .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)));
        }
        return network.add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(HIDDEN).build())
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock())
                .add(Dropout.builder().optRate(DROPPED).build())
                .add(Linear.builder().setUnits(people).build());
    }

    /** Of a batch of crops. */
    static Shape input(int batch) {
        return new Shape(batch, 1, HaarFaces.SIDE, HaarFaces.SIDE);
    }
}
