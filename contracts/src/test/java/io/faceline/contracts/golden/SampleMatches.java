package io.faceline.contracts.golden;

import static io.faceline.contracts.golden.SampleValues.ADA;
import static io.faceline.contracts.golden.SampleValues.ANSWERED;
import static io.faceline.contracts.golden.SampleValues.GRACE;
import static io.faceline.contracts.golden.SampleValues.MODEL;
import static io.faceline.contracts.golden.SampleValues.TOPICS;
import static io.faceline.contracts.golden.SampleValues.face;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.face.VerificationAnswer;
import io.faceline.contracts.face.Weakness;
import io.faceline.contracts.frame.DecidedBy;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.identity.Fingerprint;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.person.EnrollmentAnswer;
import io.faceline.contracts.person.Rejection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers. Each constant of an enum has a sample of its own, so that a new constant changes no sample. */
final class SampleMatches {
    private static final Identification OF_ADA = new Identification(
            Decision.MATCH,
            List.of(new Candidate(ADA, Scope.SHARED, 0.7123456789), new Candidate(GRACE, Scope.SESSION, -0.03125)),
            0.7123456789,
            0.9987,
            List.of());
    private static final Identification UNCERTAIN = new Identification(
            Decision.UNCERTAIN,
            List.of(new Candidate(GRACE, Scope.SESSION, 0.44)),
            0.44,
            0.5,
            List.of(Reason.BELOW_THRESHOLD, Reason.STALE_GALLERY));
    private static final Identification OF_A_NEW_SCOPE =
            new Identification(Decision.UNKNOWN, List.of(new Candidate(ADA, Scope.UNKNOWN, 0.1)), 0.1, 0.0, List.of());
    private static final Identification NOBODY_ENROLLED =
            new Identification(Decision.UNKNOWN, List.of(), null, null, List.of());

    private SampleMatches() {}

    static Stream<GoldenRecord<Match>> matches() {
        return Stream.of(
                        probes(),
                        reasons(),
                        verifications(),
                        enrollments(),
                        rejections(),
                        losses(),
                        decidedBy(),
                        recognisability())
                .flatMap(some -> some);
    }

    private static Stream<GoldenRecord<Match>> probes() {
        var resembling = new Identification(
                Decision.MATCH,
                List.of(new Candidate(ADA, Scope.SHARED, 0.7123456789, new ReferenceId(SampleValues.PHOTO + "/0:0"))),
                0.7123456789,
                0.9987,
                List.of());
        return Stream.of(
                match("probe-resembling-a-reference", SampleFrames.PROBE, made(resembling)),
                match("probe-match-and-uncertain", SampleFrames.PROBE, made(OF_ADA, UNCERTAIN)),
                match("probe-no-face", SampleFrames.PROBE, Outcome.made(SampleFrames.faces(List.of()))),
                match("probe-of-a-camera", SampleFrames.OF_A_CAMERA, made(OF_ADA)),
                match("probe-of-a-video", SampleFrames.OF_A_VIDEO, made(OF_ADA)),
                match("probe-unknown-scope", SampleFrames.PROBE, made(OF_A_NEW_SCOPE)),
                match("unknown-role", SampleFrames.NEW_ROLE, Outcome.unknownRole()),
                match("probe-of-an-empty-gallery", SampleFrames.PROBE, made(NOBODY_ENROLLED), -1, null, null),
                match("detect", SampleFrames.DETECT, made((Identification) null)));
    }

    private static Stream<GoldenRecord<Match>> reasons() {
        return Arrays.stream(Reason.values())
                .map(reason -> match("probe-unknown-" + label(reason), SampleFrames.PROBE, made(unknown(reason))));
    }

    private static Identification unknown(Reason reason) {
        var best = new Candidate(ADA, Scope.SHARED, 0.1);
        return new Identification(Decision.UNKNOWN, List.of(best), best.similarity(), 0.0, List.of(reason));
    }

    private static Stream<GoldenRecord<Match>> verifications() {
        return Stream.of(
                match("verify-frame-first-of-its-pair", SampleFrames.VERIFY_FRAME, made(OF_ADA)),
                verification(
                        "verify-frame-match",
                        SampleFrames.VERIFY_FRAME,
                        new VerificationAnswer(SampleFrames.OTHER, null, 0.8125, Decision.MATCH)),
                verification(
                        "verify-frame-nothing-to-compare",
                        SampleFrames.VERIFY_FRAME,
                        new VerificationAnswer(SampleFrames.OTHER, null, null, Decision.UNKNOWN)),
                verification(
                        "verify-person-unknown",
                        SampleFrames.VERIFY_PERSON,
                        new VerificationAnswer(null, ADA, 0.25, Decision.UNKNOWN)));
    }

    private static Stream<GoldenRecord<Match>> enrollments() {
        var reference = new ReferenceId(SampleValues.PHOTO + "/0:0");
        return Stream.of(
                enrollment("enrollment-accepted", EnrollmentAnswer.accepted(GRACE, reference)),
                match(
                        "enrollment-shared-accepted",
                        SampleFrames.SHARED_ENROLLMENT,
                        made(NOBODY_ENROLLED),
                        42,
                        EnrollmentAnswer.accepted(ADA, reference),
                        null));
    }

    /** Since answers say how recognisable a face is. */
    private static Stream<GoldenRecord<Match>> recognisability() {
        var poorPair = new Identification(
                Decision.UNKNOWN,
                List.of(new Candidate(ADA, Scope.SHARED, 0.7123456789)),
                0.7123456789,
                0.0625,
                List.of(Reason.UNRECOGNISABLE),
                0.3125);
        var insisted = EnrollmentAnswer.accepted(GRACE, new ReferenceId(SampleValues.PHOTO + "/0:0"));
        return Stream.concat(
                Arrays.stream(Weakness.values())
                        .map(weakness -> match(
                                "probe-weakness-" + label(weakness),
                                SampleFrames.PROBE,
                                made(measured(weakness), poorPair))),
                Stream.of(
                        match("probe-recognisable", SampleFrames.PROBE, made(measured(null), OF_ADA)),
                        verification(
                                "verify-frame-unrecognisable",
                                SampleFrames.VERIFY_FRAME,
                                new VerificationAnswer(
                                        SampleFrames.OTHER, null, 0.8125, Decision.UNKNOWN, Reason.UNRECOGNISABLE)),
                        match(
                                "enrollment-insisted-accepted",
                                SampleFrames.INSISTED_ENROLLMENT,
                                made(measured(Weakness.COVERED), poorPair),
                                41,
                                insisted.because(Weakness.COVERED),
                                null)));
    }

    private static Face measured(@Nullable Weakness weakness) {
        return face(0).with(face(0).quality().recognisable(0.25, weakness));
    }

    private static Outcome<Faces<MatchedFace>> made(Face face, Identification identification) {
        return Outcome.made(SampleFrames.faces(List.of(new MatchedFace(face, identification))));
    }

    private static Stream<GoldenRecord<Match>> rejections() {
        return Arrays.stream(Rejection.values())
                .map(rejection -> enrollment(
                        "enrollment-rejected-" + label(rejection),
                        rejection == Rejection.ENROLLED_AS_ANOTHER
                                ? EnrollmentAnswer.enrolledAs(GRACE, ADA)
                                : EnrollmentAnswer.rejected(GRACE, List.of(rejection))));
    }

    private static Stream<GoldenRecord<Match>> losses() {
        var dropped = Arrays.stream(DropReason.values())
                .map(reason -> match(
                        "dropped-" + label(reason),
                        SampleFrames.OF_A_VIDEO,
                        Outcome.<Faces<MatchedFace>>dropped(reason)));
        var failed = Arrays.stream(FailureCode.values())
                .map(code -> match(
                        "failed-" + label(code),
                        SampleFrames.PROBE,
                        Outcome.<Faces<MatchedFace>>failed(code, "What is wrong (\"" + code + "\"), and what to do.")));
        return Stream.concat(dropped, failed);
    }

    /** Since the answers say by which settings they were decided. */
    private static Stream<GoldenRecord<Match>> decidedBy() {
        var matcher = new Fingerprint("0123456789ab");
        var all = new DecidedBy(SampleValues.DETECTOR, SampleValues.EMBEDDER, matcher, "0.1.0-SNAPSHOT");
        return Stream.of(
                decidedBy("probe-decided-by", all),
                decidedBy("probe-decided-by-matcher-alone", new DecidedBy(null, null, matcher, "1.0")));
    }

    private static GoldenRecord<Match> decidedBy(String name, DecidedBy by) {
        var match = match(name, SampleFrames.PROBE, made(OF_ADA)).value().by(by);
        return GoldenRecord.json(TOPICS.matches(), name, match.facts().session().value(), match);
    }

    private static GoldenRecord<Match> verification(String name, FrameFacts facts, VerificationAnswer answer) {
        return match(name, facts, made(OF_ADA), 41, null, answer);
    }

    private static GoldenRecord<Match> enrollment(String name, EnrollmentAnswer answer) {
        return match(name, SampleFrames.ENROLLMENT, made(UNCERTAIN), 41, answer, null);
    }

    private static Outcome<Faces<MatchedFace>> made(@Nullable Identification... identifications) {
        return Outcome.made(SampleFrames.faces(IntStream.range(0, identifications.length)
                .mapToObj(index -> new MatchedFace(face(index), identifications[index]))
                .toList()));
    }

    private static GoldenRecord<Match> match(String name, FrameFacts facts, Outcome<Faces<MatchedFace>> outcome) {
        return match(name, facts, outcome, 41, null, null);
    }

    private static GoldenRecord<Match> match(
            String name,
            FrameFacts facts,
            Outcome<Faces<MatchedFace>> outcome,
            long galleryVersion,
            @Nullable EnrollmentAnswer enrollment,
            @Nullable VerificationAnswer verification) {
        var thresholds = new Thresholds(0.49, 0.41, 0.05, 0.41);
        var match = new Match(facts, outcome, MODEL, thresholds, galleryVersion, ANSWERED, enrollment, verification);
        return GoldenRecord.json(TOPICS.matches(), name, facts.session().value(), match);
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
