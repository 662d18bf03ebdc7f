package io.faceline.contracts.catalog;

/** How many images a model takes in one run. */
public enum Batch {
    ONE,
    ANY
}
