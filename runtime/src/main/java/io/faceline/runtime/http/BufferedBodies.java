package io.faceline.runtime.http;

import io.faceline.runtime.http.address.AddressShares;
import io.faceline.runtime.http.address.AddressTurns;
import io.faceline.runtime.http.address.ClientAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Receives the body of a request before its route runs, so that a slow one holds no thread. Memory is taken as the bytes
 * arrive, with a share for each address, and given back when the request is answered.
 */
final class BufferedBodies extends Handler.Wrapper {
    /** JSON needs memory for the text, the digits of its images and the images decoded from them. */
    private static final int COPIES_OF_JSON = 3;

    /** Each block is as large as all before it, up to a maximum: a body that has just begun takes little. */
    private static final int MIN_BLOCK_BYTES = 1 << 10;

    private static final int MAX_BLOCK_BYTES = 256 << 10;

    /** Read in a turn, and at once from a request that begins: the bodies of most are shorter. */
    private static final int TURN_BYTES = 64 << 10;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final AddressShares memory;
    private final AddressTurns turns;
    private final ClientAddress addresses;
    private final int maxBodyBytes;
    private final Predicate<Request> isBuffered;
    private final HeldRefusals refusals;

    /**
     * @param memory in bytes
     * @param turns in which long bodies are read
     * @param isBuffered whether a route reads this request's body, and not as a stream
     */
    BufferedBodies(
            AddressShares memory,
            AddressTurns turns,
            ClientAddress addresses,
            int maxBodyBytes,
            Predicate<Request> isBuffered,
            HeldRefusals refusals,
            Handler next) {
        super(next);
        this.memory = memory;
        this.turns = turns;
        this.addresses = addresses;
        this.maxBodyBytes = maxBodyBytes;
        this.isBuffered = isBuffered;
        this.refusals = refusals;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getLength() == 0 || !isBuffered.test(request)) {
            return super.handle(request, response, callback);
        }
        var body = new Body(request, response, callback);
        if (request.getLength() > body.max()) {
            body.refuseTooLarge();
        } else {
            Request.addCompletionListener(request, failure -> body.release());
            body.read(() -> next(body.received(), response, callback));
        }
        return true;
    }

    private void next(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                callback.failed(new IllegalStateException("nobody answers " + request.getHttpURI()));
            }
        } catch (Exception | Error e) {
            Response.writeError(request, response, callback, e);
        }
    }

    private static boolean isJson(Request request) {
        var type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).contains("json");
    }

    /** Confined to one thread at a time, except for the release. */
    private final class Body {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final String address;
        private final int copies;
        private final AtomicLong taken = new AtomicLong();
        private final List<ByteBuffer> blocks = new ArrayList<>();
        private long allocated;
        private long bytes;

        private Body(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.address = addresses.of(request);
            this.copies = isJson(request) ? COPIES_OF_JSON : 1;
        }

        /** No more than what one address can ever have: waiting would not help. */
        private long max() {
            return Math.min(maxBodyBytes, memory.most() / copies);
        }

        /** Reads what has arrived, and the rest in turns. */
        private void read(Runnable whenReceived) {
            var end = bytes + TURN_BYTES;
            while (bytes < end) {
                var chunk = request.read();
                if (chunk == null) {
                    request.demand(() -> turns.run(address, () -> readInTurn(whenReceived)));
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    fail(chunk.getFailure());
                    return;
                }
                if (!isKept(chunk)) {
                    return;
                }
                if (chunk.isLast()) {
                    blocks.forEach(ByteBuffer::flip);
                    whenReceived.run();
                    return;
                }
            }
            turns.run(address, () -> readInTurn(whenReceived));
        }

        /** The route must not hold up the turns of others. */
        private void readInTurn(Runnable whenReceived) {
            try {
                read(() -> request.getComponents().getExecutor().execute(whenReceived));
            } catch (RuntimeException e) {
                fail(e);
            }
        }

        private Received received() {
            return new Received(request, blocks);
        }

        /** Copied into blocks: a chunk of one byte would keep the whole buffer that it was read into. */
        private boolean isKept(Content.Chunk chunk) {
            try {
                var content = chunk.getByteBuffer();
                bytes += content.remaining();
                if (bytes > max()) {
                    refuseTooLarge();
                    return false;
                }
                while (content.hasRemaining()) {
                    if (!hasRoom()) {
                        refuseForNow();
                        return false;
                    }
                    fill(content);
                }
                return true;
            } finally {
                chunk.release();
            }
        }

        /** Whether the last block has room, or there was memory for one more. */
        private boolean hasRoom() {
            if (!blocks.isEmpty() && blocks.get(blocks.size() - 1).hasRemaining()) {
                return true;
            }
            var declared = request.getLength();
            var grown = Math.min(MAX_BLOCK_BYTES, Math.max(MIN_BLOCK_BYTES, allocated));
            var size = (int) Math.min(grown, (declared < 0 ? max() : declared) - allocated);
            if (!memory.take(address, (long) copies * size)) {
                return false;
            }
            taken.addAndGet((long) copies * size);
            allocated += size;
            blocks.add(ByteBuffer.allocate(size));
            return true;
        }

        private void fill(ByteBuffer content) {
            var block = blocks.get(blocks.size() - 1);
            var part = content.slice().limit(Math.min(content.remaining(), block.remaining()));
            content.position(content.position() + part.remaining());
            block.put(part);
        }

        private void refuseForNow() {
            free();
            refusals.write(
                    request,
                    response,
                    ProblemException.later(
                            HeldRefusals.TOO_MANY_REQUESTS,
                            "TOO_BUSY",
                            "too many large requests are in progress; retry later",
                            RETRY_AFTER),
                    callback);
        }

        private void refuseTooLarge() {
            // The rest may be longer than what is read of it, so that the connection ends; it must not be used again.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            free();
            ProblemErrorHandler.write(
                    response, new ProblemException(413, "CONTENT_TOO_LARGE", Problems.tooLarge(max())), callback);
        }

        private void fail(Throwable failure) {
            ClientErrors.problem(failure)
                    .ifPresentOrElse(
                            problem -> ProblemErrorHandler.write(response, problem, callback),
                            () -> Response.writeError(request, response, callback, failure));
        }

        private void free() {
            blocks.clear();
            release();
        }

        private void release() {
            var all = taken.getAndSet(0);
            if (all > 0) {
                memory.release(address, all);
            }
        }
    }

    /** A request whose body is all there. */
    private static final class Received extends Request.Wrapper {
        private final Content.Source body;

        private Received(Request request, List<ByteBuffer> blocks) {
            super(request);
            this.body = Content.Source.from(blocks.toArray(ByteBuffer[]::new));
        }

        @Override
        public Content.Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable demandCallback) {
            body.demand(demandCallback);
        }

        @Override
        public void fail(Throwable failure) {
            body.fail(failure);
        }

        @Override
        public boolean consumeAvailable() {
            return true;
        }
    }
}
