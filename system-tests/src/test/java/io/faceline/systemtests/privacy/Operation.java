package io.faceline.systemtests.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** What visitors do, and how often; drawn from a seed. */
enum Operation {
    ENROLL(14, Visitor::enroll),
    ADD_PHOTO(8, Visitor::addPhoto),
    RENAME(6, Visitor::rename),
    MERGE(7, Visitor::merge),
    UNMERGE(5, Visitor::unmerge),
    DELETE_PHOTO(5, Visitor::deletePhoto),
    DELETE_PERSON(5, Visitor::deletePerson),
    RECOGNISE(14, Visitor::recognise),
    RECOGNISE_AS_NOBODY(2, Visitor::recogniseAsNobody),
    LIVE(3, Visitor::watchLive),
    VERIFY(5, Visitor::verify),
    LIST(8, Visitor::list),
    GET(5, Visitor::get),
    EXPORT(3, Visitor::export),
    IMPORT(3, Visitor::importPeople),
    PROBE_PEOPLE(16, visitor -> visitor.isolationChecks().checkPeople()),
    UPLOAD(3, visitor -> visitor.jobs().upload()),
    LIST_JOBS(3, visitor -> visitor.jobs().list()),
    LOOK_AT_JOB(3, visitor -> visitor.jobs().look()),
    HEAR_EVENTS(2, visitor -> visitor.jobs().hearEvents()),
    CANCEL_JOB(1, visitor -> visitor.jobs().cancel()),
    DELETE_JOB(1, visitor -> visitor.jobs().delete()),
    PROBE_JOBS(7, visitor -> visitor.isolationChecks().checkJobs()),
    PROBE_CAMERAS(4, visitor -> visitor.isolationChecks().checkCameras()),
    PROBE_RULES(2, visitor -> visitor.isolationChecks().checkRules()),
    PROBE_ALERTS(4, visitor -> visitor.isolationChecks().checkAlerts()),
    END_SESSION(2, Visitor::endSession),
    ASK_AS_BEFORE(2, Visitor::askAsBefore);

    private static final List<Operation> DECK = deck();

    private final int weight;
    private final Consumer<Visitor> act;

    Operation(int weight, Consumer<Visitor> act) {
        this.weight = weight;
        this.act = act;
    }

    static Operation any(Random random) {
        return DECK.get(random.nextInt(DECK.size()));
    }

    void with(Visitor visitor) {
        act.accept(visitor);
    }

    private static List<Operation> deck() {
        var deck = new ArrayList<Operation>();
        for (var one : values()) {
            for (var i = 0; i < one.weight; i++) {
                deck.add(one);
            }
        }
        return deck;
    }
}
