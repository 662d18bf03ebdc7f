#!/usr/bin/env python3
"""Makes gemm.onnx, the matrix product that large galleries are searched by (class Gemm).

    pip install onnx==1.23.1
    python3 matcher-stream/src/main/onnx/gemm.py matcher-stream/src/main/resources/io/faceline/matcher/index/gemm.onnx

A graph of one node, without weights: similarities [rows, count] = references [rows, dimension] × queries [count, dimension]
transposed, in float32, all sizes open. No model weights are kept in the repository; this file holds none, so it may be.
"""
import sys

from onnx import TensorProto, checker, helper


def matrix(name, rows, columns):
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, [rows, columns])


def model():
    graph = helper.make_graph(
        [helper.make_node("Gemm", ["references", "queries"], ["similarities"], transB=1)],
        "similarities",
        [matrix("references", "rows", "dimension"), matrix("queries", "count", "dimension")],
        [matrix("similarities", "rows", "count")],
    )
    # Old enough for every ONNX Runtime that faceline may meet.
    return helper.make_model(graph, ir_version=8, opset_imports=[helper.make_opsetid("", 13)])


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    gemm = model()
    checker.check_model(gemm, full_check=True)
    with open(sys.argv[1], "wb") as file:
        file.write(gemm.SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
