package io.faceline.matcher.index;

import io.faceline.matcher.vector.DotProduct;

/** The vectors of a segment, row by row. Confined to one thread: all changes. Any thread may read written rows. */
interface Vectors {
    /** Receives the rows whose similarity exceeds the floor of a query. */
    @FunctionalInterface
    interface Hits {
        void offer(BestPeople best, int row, float similarity);
    }

    void setRow(int row, float[] vector);

    /** A copy of a row. */
    float[] row(int row);

    /**
     * Compares each query with the first {@code count} rows. Offers, in order, every row above the query's floor, with
     * the similarity computed by {@link DotProduct}.
     */
    void search(Queries queries, int count, Hits hits);
}
