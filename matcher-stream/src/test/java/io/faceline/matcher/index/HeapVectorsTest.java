package io.faceline.matcher.index;

class HeapVectorsTest extends VectorsContract {
    @Override
    Vectors vectors(int dimension, int capacity) {
        return new HeapVectors(dimension, capacity);
    }
}
