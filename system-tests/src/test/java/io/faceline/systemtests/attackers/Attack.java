package io.faceline.systemtests.attackers;

import java.util.List;

/** What an attacker does: each looks like use, and is within the limits of a single request. */
enum Attack {
    /** Bodies of which a byte comes now and then. */
    SLOW_BODIES {
        @Override
        void run(Attacker attacker) {
            attacker.holdBodies(150, 300_000, 20_000);
        }
    },
    /** Large bodies that never end. */
    LARGE_BODIES {
        @Override
        void run(Attacker attacker) {
            attacker.holdBodies(30, 60 << 20, 4 << 20);
        }
    },
    /** WebSocket messages that never end. */
    UNFINISHED_MESSAGES {
        @Override
        void run(Attacker attacker) {
            attacker.holdMessages(60, 4 << 20);
        }
    },
    /** Live connections that send nothing. */
    SILENT_SOCKETS {
        @Override
        void run(Attacker attacker) {
            attacker.holdMessages(200, 0);
        }
    },
    /** Live frames as large as they may be. */
    LARGE_FRAMES {
        @Override
        void run(Attacker attacker) {
            var frame = attacker.images().largeFrame();
            attacker.repeat(20, () -> attacker.live(frame));
        }
    },
    /** Photos as large as they may be, each under another name. */
    LARGE_PHOTOS {
        @Override
        void run(Attacker attacker) {
            var photo = attacker.images().largePhoto();
            attacker.repeat(20, () -> attacker.post("/api/v1/recognize", photo));
        }
    },
    /** Ordinary photos, as many as are taken. */
    MANY_PHOTOS {
        @Override
        void run(Attacker attacker) {
            var photo = attacker.images().photo();
            attacker.repeat(40, () -> attacker.post("/api/v1/recognize", photo));
        }
    },
    /** All event streams that are to be had. */
    EVENT_STREAMS {
        @Override
        void run(Attacker attacker) {
            attacker.holdRequests(200, "/api/v1/matches");
        }
    },
    /** Uploads of videos that trickle in. */
    UPLOADS {
        @Override
        void run(Attacker attacker) {
            attacker.holdUploads(16);
        }
    },
    /** Connections over which nothing comes. */
    CONNECTIONS {
        @Override
        void run(Attacker attacker) {
            attacker.holdConnections(600);
        }
    },
    /** What is answered without a session, and is large. */
    METRICS_AND_PAGES {
        @Override
        void run(Attacker attacker) {
            List.of("/metrics", "/docs/swagger-ui-bundle.js")
                    .forEach(path -> attacker.repeat(4, () -> attacker.get(path, "Accept-Encoding: gzip")));
        }
    };

    /** Begins, and returns when its images are made and all that is to be held is held. Ends with the process. */
    abstract void run(Attacker attacker);
}
