package io.faceline.api.corrections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The body of a request: one item, or {@code {"items":[…]}}.
 *
 * @param items each of another track
 * @param isList whether it is a list, which may be of one item
 */
record CorrectionBody(List<CorrectionItem> items, boolean isList) {
    static final int MAX_ITEMS = 1000;

    private static final int MAX_BYTES = 1024 * 1024;

    CorrectionBody {
        items = List.copyOf(items);
    }

    /** @throws ProblemException that names the item that is invalid */
    static CorrectionBody of(Context context) {
        var bytes = context.bodyAsBytes();
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(
                    413,
                    "TOO_MANY_BYTES",
                    "the body may have at most " + MAX_BYTES + " bytes; send fewer items in each request");
        }
        try {
            return of(Mappers.JSON.readTree(bytes));
        } catch (JsonProcessingException e) {
            throw CorrectionItem.invalid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CorrectionBody of(JsonNode body) {
        return body.has("items")
                ? new CorrectionBody(list(body), true)
                : new CorrectionBody(List.of(CorrectionItem.of(body)), false);
    }

    private static List<CorrectionItem> list(JsonNode body) {
        var nodes = body.path("items");
        if (!nodes.isArray() || nodes.isEmpty() || nodes.size() > MAX_ITEMS || body.size() > 1) {
            throw new ProblemException(
                    400,
                    "BAD_REQUEST",
                    "the body must be one item, or {\"items\":[…]} with 1 to " + MAX_ITEMS
                            + " of them and nothing else");
        }
        var items = new ArrayList<CorrectionItem>();
        var tracks = new HashSet<String>();
        for (var node : nodes) {
            var item = InItem.of(items.size(), () -> CorrectionItem.of(node));
            if (!tracks.add(item.track())) {
                throw new ProblemException(
                        400,
                        "BAD_REQUEST",
                        InItem.name(items.size()) + ": an earlier item is of the same track; say all of it in one");
            }
            items.add(item);
        }
        return items;
    }
}
