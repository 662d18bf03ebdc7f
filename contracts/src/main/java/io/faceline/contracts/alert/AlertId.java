package io.faceline.contracts.alert;

import io.faceline.contracts.Sha256;
import io.faceline.contracts.rule.RuleId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of an alert: 128 bits of a hash, as 26 letters and digits of lower-case base32. It is derived from what the alert is
 * about and never from a clock, so that a crash, a replay or a second instance makes the same one. It contains no dot, and
 * nothing that a user or a source chose can be read in it: receivers sign it.
 */
public record AlertId(String value) {
    private static final Pattern ID = Pattern.compile("[a-z2-7]{26}");
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 128;
    private static final int BITS_OF_DIGIT = 5;

    public AlertId {
        if (!ID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an alert's id must be 26 letters and digits of base32, was \"" + value + "\"");
        }
    }

    /**
     * @param opening the track that opened the alert; the local date of a deadline; the time since which a camera is down
     */
    public static AlertId of(RuleId rule, AlertSubject subject, AlertScope scope, String opening) {
        var hash = Sha256.of(String.join("\n", rule.value(), subject.value(), scope.value(), opening));
        var id = new StringBuilder();
        for (var bit = 0; bit < BITS; bit += BITS_OF_DIGIT) {
            id.append(DIGITS.charAt(digit(hash, bit)));
        }
        return new AlertId(id.toString());
    }

    /** The five bits from this one on; beyond the last they are zero. */
    private static int digit(byte[] hash, int from) {
        var digit = 0;
        for (var bit = from; bit < from + BITS_OF_DIGIT; bit++) {
            var isSet = bit < BITS && (hash[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) == 1;
            digit = digit << 1 | (isSet ? 1 : 0);
        }
        return digit;
    }

    /** The id of this text; empty if it is none. For keys of records, which anyone may write. */
    public static Optional<AlertId> parse(String text) {
        return ID.matcher(text).matches() ? Optional.of(new AlertId(text)) : Optional.empty();
    }

    /** The id of a message about a revision: the same in each attempt to deliver it. */
    public String message(long revision) {
        return value + "-" + revision;
    }

    @Override
    public String toString() {
        return value;
    }
}
