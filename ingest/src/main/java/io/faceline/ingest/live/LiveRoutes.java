package io.faceline.ingest.live;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.ingest.live.LiveAnswer.LiveError;
import io.faceline.ingest.photo.FrameRequests;
import io.faceline.ingest.photo.ImageAdmission;
import io.faceline.ingest.photo.SessionResolver;
import io.faceline.ingest.transport.FrameMetrics;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.EndedSessions;
import io.faceline.web.limits.ClientKey;
import io.faceline.web.view.PersonNames;
import io.faceline.web.view.TrackedFaceView;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsBinaryMessageContext;
import io.javalin.websocket.WsCloseStatus;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The WebSocket {@code /api/v1/live}: each binary message is a frame, a JPEG or WebP; each answer is JSON with the
 * {@code frame}'s number, which counts the messages of the connection from 0, and either what {@code recognize} answers with
 * the tracks of the faces, or {@code dropped}, or an {@code error}.
 */
public final class LiveRoutes implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);
    private static final String PATH = "/api/v1/live";
    private static final String SESSION = "faceline.live.session";
    private static final String CLIENT = "faceline.live.client";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    private static final String NAMES = "faceline.live.names";

    private final SessionResolver sessions;
    private final ImageAdmission admission;
    private final FrameRequests frames;
    private final PendingTracks tracks;
    private final PersonNames names;
    private final FrameMetrics metrics;
    private final LiveSources sources;
    private final EndedSessions ended;

    /**
     * @param tracks of the frames, as they are read
     * @param sources the connected sources; further connections are refused while they are at their limit
     */
    public LiveRoutes(
            SessionResolver sessions,
            ImageAdmission admission,
            FrameRequests frames,
            PendingTracks tracks,
            PersonNames names,
            FrameMetrics metrics,
            LiveSources sources,
            EndedSessions ended) {
        this.sessions = sessions;
        this.admission = admission;
        this.frames = frames;
        this.tracks = tracks;
        this.names = names;
        this.metrics = metrics;
        this.sources = sources;
        this.ended = ended;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.wsBeforeUpgrade(PATH, this::admit);
        routes.ws(PATH, this::connect);
    }

    /** Runs before the upgrade, while the connection can still be refused with an HTTP status. */
    private void admit(Context context) {
        var client = admission.client(context);
        if (!sources.isLeft(client.address())) {
            throw ProblemException.later(
                    429,
                    "TOO_MANY_CONNECTIONS",
                    "this server accepts at most " + sources.max()
                            + " live sources, of which each address has a share; close one or try again later",
                    RETRY_AFTER);
        }
        context.attribute(SESSION, sessions.of(context));
        context.attribute(CLIENT, client);
        context.attribute(NAMES, names.listing(sessions.seesSharedGallery(context)));
    }

    private void connect(WsConfig socket) {
        socket.onConnect(this::opened);
        socket.onBinaryMessage(this::frame);
        socket.onMessage(
                message -> message.closeSession(WsCloseStatus.UNSUPPORTED_DATA, "send frames as binary messages"));
        socket.onClose(this::closed);
        socket.onError(this::closed);
    }

    private void opened(WsConnectContext context) {
        SessionId session = context.attribute(SESSION);
        ClientKey client = context.attribute(CLIENT);
        PersonNames shown = context.attribute(NAMES);
        if (session == null || client == null || shown == null) {
            throw new IllegalStateException("a connection was not admitted");
        }
        context.enableAutomaticPings();
        var source = new LiveSource(
                admission,
                frames,
                tracks,
                client,
                session,
                "live-" + UUID.randomUUID(),
                new ClientListener(context, shown),
                InstantSource.system());
        if (!sources.add(context.sessionId(), source)) {
            // Others have come since the connection was admitted.
            context.closeSession(WsCloseStatus.TRY_AGAIN_LATER, "too many live sources; try again later");
        } else if (ended.hasEnded(session)) {
            // It ended between the check and the upgrade.
            sources.end(session);
        }
    }

    /** The buffer is Jetty's, which fills it again. */
    private void frame(WsBinaryMessageContext context) {
        sources.find(context.sessionId()).ifPresent(source -> source.accept(Blob.copyOf(context.data())));
    }

    private void closed(WsContext context) {
        sources.remove(context.sessionId());
    }

    private final class ClientListener implements LiveSource.Listener {
        private final WsContext client;
        private final PersonNames shown;

        private ClientListener(WsContext client, PersonNames shown) {
            this.client = client;
            this.shown = shown;
        }

        @Override
        public void answered(long number, Match match, Optional<TrackedFrame> tracked) {
            var view = tracked.map(frame -> TrackedFaceView.match(frame, shown))
                    .orElseGet(() -> TrackedFaceView.match(match, shown));
            send(new LiveAnswer.Answered(view, number));
        }

        @Override
        public void dropped(long number, DropReason reason) {
            metrics.dropped(Lane.LIVE, reason);
            send(new LiveAnswer.Dropped(reason, number));
        }

        @Override
        public void failed(long number, Throwable problem) {
            send(new LiveAnswer.Failed(error(problem), number));
        }

        @Override
        public void silent() {
            client.closeSession(WsCloseStatus.GOING_AWAY, "no frame for a minute; connect again to send one");
        }

        @Override
        public void ended() {
            if (client.session.isOpen()) {
                client.closeSession(WsCloseStatus.POLICY_VIOLATION, "SESSION_ENDED: the session has ended");
            }
        }

        private void send(LiveAnswer answer) {
            if (client.session.isOpen()) {
                client.send(answer);
            }
        }
    }

    private static LiveError error(Throwable problem) {
        if (problem instanceof ProblemException refusal) {
            return new LiveError(refusal.code(), refusal.getMessage());
        }
        LOG.error("event=live_frame_failed", problem);
        return new LiveError("INTERNAL_SERVER_ERROR", "internal error; see the server log");
    }
}
