package io.faceline.evaluation.recognisability;

/** The faces of one level that are enrolled, one photo a person, with their similarities to the probes. */
record Enrolled(LevelFaces faces, Similarities similarities, int[] photos) {}
