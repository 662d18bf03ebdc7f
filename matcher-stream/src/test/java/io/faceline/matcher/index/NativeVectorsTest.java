package io.faceline.matcher.index;

class NativeVectorsTest extends VectorsContract {
    @Override
    Vectors vectors(int dimension, int capacity) {
        var memory = NativeMemory.floats(dimension * capacity);
        return new NativeVectors(dimension, memory, Gemm.shared().orElseThrow());
    }
}
