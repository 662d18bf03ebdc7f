package io.faceline.contracts.catalog;

/** The number of images a model accepts in one run. */
public enum Batch {
    ONE,
    ANY
}
