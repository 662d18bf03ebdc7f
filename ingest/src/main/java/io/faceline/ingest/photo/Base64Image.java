package io.faceline.ingest.photo;

import io.faceline.contracts.Blob;
import io.faceline.runtime.http.ProblemException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Decodes base64 from the bytes of a JSON text, of either alphabet (RFC 4648: {@code +/} or {@code -_}), with and without
 * padding and line breaks, and in a data URL, as browsers create it. Anything else is refused. Not thread-safe.
 */
final class Base64Image {
    private static final byte[] DATA_URL = {'d', 'a', 't', 'a', ':'};

    private final byte[] json;
    private final int end;
    private int position;

    private Base64Image(byte[] json, int start, int end) {
        this.json = json;
        this.position = start;
        this.end = end;
    }

    /**
     * @param start of the text in the JSON, after its quotation mark
     * @param end of the text, at its closing quotation mark
     * @throws ProblemException when the text is not base64
     */
    static Blob decode(byte[] json, int start, int end) {
        return new Base64Image(json, start, end).decode();
    }

    private Blob decode() {
        skipDataUrl();
        try {
            return Blob.wrap(Base64.getDecoder().decode(digits()));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private void skipDataUrl() {
        if (end - position >= DATA_URL.length
                && Arrays.equals(json, position, position + DATA_URL.length, DATA_URL, 0, DATA_URL.length)) {
            while (position < end && json[position] != ',') {
                position++;
            }
            if (position++ == end) {
                throw invalid();
            }
        }
    }

    /** The digits of the usual alphabet alone. */
    private byte[] digits() {
        var digits = new byte[end - position];
        var count = 0;
        while (position < end) {
            var digit = next();
            var isBlank = digit >= 0 && digit <= ' ';
            if (!isBlank) {
                digits[count++] = digit;
            }
        }
        return Arrays.copyOf(digits, withoutPadding(digits, count));
    }

    /** The decoder accepts digits without their padding, but not with half of it. */
    private static int withoutPadding(byte[] digits, int count) {
        var padding = 0;
        while (padding < 2 && padding < count && digits[count - 1 - padding] == '=') {
            padding++;
        }
        if (padding > 0 && count % 4 != 0) {
            throw invalid();
        }
        return count - padding;
    }

    private byte next() {
        var next = json[position++];
        return switch (next) {
            case '-' -> (byte) '+';
            case '_' -> (byte) '/';
            case '\\' -> escaped();
            default -> next;
        };
    }

    /** Many writers of JSON escape the slash, some the plus; line breaks are always escaped. */
    private byte escaped() {
        var next = position < end ? json[position++] : 0;
        return switch (next) {
            case '/' -> '/';
            case 'n', 'r', 't' -> ' ';
            case 'u' -> unicode();
            default -> throw invalid();
        };
    }

    private byte unicode() {
        var value = 0;
        for (var digits = 0; digits < 4; digits++) {
            var digit = position < end ? Character.digit(json[position++], 16) : -1;
            if (digit < 0) {
                throw invalid();
            }
            value = 16 * value + digit;
        }
        if (value > 127) {
            throw invalid();
        }
        return (byte) value;
    }

    private static ProblemException invalid() {
        return new ProblemException(400, "BAD_BASE64", "an image is not valid base64");
    }
}
