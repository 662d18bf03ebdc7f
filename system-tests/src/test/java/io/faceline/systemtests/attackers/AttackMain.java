package io.faceline.systemtests.attackers;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;

/** The process of {@link AttackProcess}; ends when it is killed, or with the process that started it. */
final class AttackMain {
    static final String BEGUN = "begun";

    private static final int OF_EACH_KIND = 3;

    /** Attackers who wait for one another may hold all that they want to hold much later. */
    private static final Duration LONGEST_BEGINNING = Duration.ofSeconds(30);

    /** The visitor and another one come before. */
    private static final int FIRST = Origin.VISITOR + 2;

    private AttackMain() {}

    /** @param args port, origin, kinds of attacks, and the seed of their images */
    public static void main(String[] args) throws IOException, InterruptedException {
        var port = Integer.parseInt(args[0]);
        var origin = Origin.valueOf(args[1]);
        var kinds = Arrays.stream(args[2].split(",")).map(Attack::valueOf).toList();
        var images = new AttackImages(Long.parseLong(args[3]));
        var link = new Link();
        var number = FIRST;
        var begun = new ArrayList<Thread>();
        for (var kind : kinds) {
            for (var i = 0; i < OF_EACH_KIND; i++) {
                var attacker = new Attacker(origin.client(port, number++), images, link);
                begun.add(new Thread(() -> kind.run(attacker)));
            }
        }
        begun.forEach(Thread::start);
        var deadline = System.nanoTime() + LONGEST_BEGINNING.toNanos();
        for (var thread : begun) {
            thread.join(
                    Math.max(1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
        }
        System.out.println(BEGUN);
        awaitEndOfParent();
        System.exit(0);
    }

    /** Its pipe closes however it ends: attackers left behind would load the machine for ever. */
    private static void awaitEndOfParent() throws IOException {
        while (System.in.read() >= 0) {
            // Nothing is ever sent.
        }
    }
}
