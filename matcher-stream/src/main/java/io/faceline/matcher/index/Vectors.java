package io.faceline.matcher.index;

/** Room for the vectors of a segment, row after row. One thread fills it, any thread reads the rows that are there. */
interface Vectors {
    /** What becomes of a row that may resemble a query enough. */
    @FunctionalInterface
    interface Hits {
        void offer(BestPeople best, int row, float similarity);
    }

    void setRow(int row, float[] vector);

    /** A copy. */
    float[] row(int row);

    /**
     * Compares each query with the first rows. Offers, in the order of the rows, every row above the query's floor, with
     * the similarity that {@link DotProduct} gives.
     */
    void search(Queries queries, int count, Hits hits);
}
