package io.faceline.tracking;

/**
 * Parameters of {@link IdentityVoting}, measured on videos: docs/explanation/tracking.md. Also sent to clients that track
 * faces themselves, as the live page does.
 *
 * @param minMatches minimum number of matching frames: a single match may be a coincidence. A sure match suffices if it is
 *     the only evidence, apart from poor faces: with sparse sampling a person may appear in one frame only
 * @param minShare minimum share of matches among the frames that could have named the person
 * @param minLead minimum share of the person in the total weight of all candidates
 * @param uncertainWeight weight of an uncertain frame for its best candidate
 * @param poorWeight weight of an unrecognised poor face against all candidates
 * @param poorBelow the quality score below which a face is poor
 */
public record NamingRules(
        int minMatches, double minShare, double minLead, double uncertainWeight, double poorWeight, double poorBelow) {
    public static final NamingRules MEASURED =
            new NamingRules(2, 0.25, 0.75, 0.5, 0.25, FaceObservation.POOR_THRESHOLD);
}
