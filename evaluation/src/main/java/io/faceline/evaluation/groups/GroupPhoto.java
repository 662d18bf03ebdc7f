package io.faceline.evaluation.groups;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A photo of a person who is on no other photo.
 *
 * @param groups the group of the person by dimension, such as {@code 20-29} by {@code age}
 */
public record GroupPhoto(Path file, Map<String, String> groups) {
    public static final String AGE = "age";
    public static final String GENDER = "gender";
    public static final String APPEARANCE = "appearance";
    public static final String AGE_AND_GENDER = "age and gender";

    public GroupPhoto {
        groups = new TreeMap<>(groups);
    }
}
