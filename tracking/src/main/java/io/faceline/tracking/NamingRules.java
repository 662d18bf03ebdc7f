package io.faceline.tracking;

/**
 * When several looks at a face name somebody, in numbers; {@link IdentityVoting} says how they are used. Measured on videos:
 * docs/explanation/tracking.md. Told to clients that follow faces themselves, as the page does live.
 *
 * @param minMatches one chance hit is not enough, however sure; unless it is sure and all there is to go by, poor faces
 *     aside: where frames are sampled thinly, one may be all that shows somebody
 * @param minShare of the looks that could have named the person, so many must have
 * @param minLead the person must have this much of all that speaks for anybody: three times as much as all others
 * @param uncertainWeight an uncertain look speaks for its best candidate, but half as loud
 * @param poorWeight a face too poor to be recognised hardly speaks against anybody
 * @param poorBelow the quality score below which a face is poor
 */
public record NamingRules(
        int minMatches, double minShare, double minLead, double uncertainWeight, double poorWeight, double poorBelow) {
    public static final NamingRules MEASURED =
            new NamingRules(2, 0.25, 0.75, 0.5, 0.25, FaceObservation.POOR_THRESHOLD);
}
