package io.faceline.matcher.index;

/**
 * An ONNX model with a single node: similarities [rows, count] = references [rows, dimension] × queries [count,
 * dimension] transposed, in float32. All sizes are dynamic. Field numbers as in onnx.proto3.
 */
final class GemmModel {
    static final String REFERENCES = "references";
    static final String QUERIES = "queries";
    static final String SIMILARITIES = "similarities";

    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;
    private static final int FLOAT = 1;
    private static final int INT_ATTRIBUTE = 2;

    private GemmModel() {}

    static byte[] toByteArray() {
        return new Protobuf()
                .number(1, IR_VERSION)
                .message(7, graph())
                .message(8, new Protobuf().text(1, "").number(2, OPERATOR_SET))
                .toByteArray();
    }

    private static Protobuf graph() {
        return new Protobuf()
                .message(1, node())
                .text(2, "similarities")
                .message(11, matrix(REFERENCES, "rows", "dimension"))
                .message(11, matrix(QUERIES, "count", "dimension"))
                .message(12, matrix(SIMILARITIES, "rows", "count"));
    }

    private static Protobuf node() {
        var transposed = new Protobuf().text(1, "transB").number(3, 1).number(20, INT_ATTRIBUTE);
        return new Protobuf()
                .text(1, REFERENCES)
                .text(1, QUERIES)
                .text(2, SIMILARITIES)
                .text(4, "Gemm")
                .message(5, transposed);
    }

    private static Protobuf matrix(String name, String rows, String columns) {
        var shape = new Protobuf().message(1, size(rows)).message(1, size(columns));
        var tensor = new Protobuf().number(1, FLOAT).message(2, shape);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
    }

    private static Protobuf size(String name) {
        return new Protobuf().text(2, name);
    }
}
