package io.faceline.contracts;

/** A ranked hit: a person with the best similarity of the person's references. The name stays in {@code people}. */
public record Candidate(PersonId person, Scope scope, double similarity) {
    public Candidate {
        Checks.between("similarity", similarity, -1, 1);
    }
}
