package io.faceline.evaluation.groups;

/** Age groups as FairFace has them, in years. */
final class Ages {
    private static final int[] FROM = {0, 3, 10, 20, 30, 40, 50, 60, 70};

    private Ages() {}

    /** The group of an age, such as {@code 03-09}. */
    static String group(int years) {
        var i = FROM.length - 1;
        while (i > 0 && years < FROM[i]) {
            i--;
        }
        return i == FROM.length - 1 ? "70+" : String.format("%02d-%02d", FROM[i], FROM[i + 1] - 1);
    }

    /** FairFace's name of a group, with two digits, so that names sort by age. */
    static String sortable(String group) {
        var from = group.replace("more than 70", "70+").split("[-+]", 2);
        return group(Integer.parseInt(from[0].strip()));
    }
}
