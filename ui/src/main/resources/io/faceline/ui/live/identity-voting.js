// @ts-check

/**
 * @typedef {import('../shared/faces.js').Face} Face
 * @typedef {import('../shared/rules.js').Rules} Rules
 * @typedef {{looks: number, matches: number, weight: number, isSure: boolean}} Tally
 * @typedef {{decision: 'match' | 'uncertain' | 'unknown', person: string | null}} Vote
 */

/**
 * Who a face is after several looks, by the rules that the server's IdentityVoting applies to videos. `person` is null for nobody. Only
 * looks that name a person on their own can name a face; looks that should have and did not count against it.
 *
 * @param {Face[]} looks
 * @param {Rules} rules
 * @returns {Vote}
 */
export function vote(looks, rules) {
  /** @type {Map<string, Tally>} */
  const tallies = new Map();
  for (const look of looks) {
    const candidate = candidateOf(look);
    if (candidate !== null) {
      tallies.set(candidate, addLook(tallies.get(candidate), look, rules));
    }
  }
  if (tallies.size === 0) {
    return { decision: 'unknown', person: null };
  }
  const [person, best] = [...tallies].reduce((one, other) => (leads(other, one) ? other : one));
  const total = [...tallies.values()].reduce((sum, { weight }) => sum + weight, 0);
  const hasMatch = [...tallies.values()].some(({ matches }) => matches > 0);
  return decide(person, best, { total, hasMatch, judged: countJudged(looks, rules) }, rules);
}

/**
 * The person that a look points to; null for an unknown face. Of two people of one name always the same one, as the more similar changes
 * from look to look.
 *
 * @param {Face} look
 * @returns {string | null}
 */
export function candidateOf({ decision, person, reasons, candidates }) {
  if (decision === 'unknown' || !person) {
    return null;
  }
  const [first, second] = candidates ?? [];
  const isTwice = reasons?.includes('SAME_NAME') && second && person.person === first.person;
  return isTwice && second.person < first.person ? second.person : person.person;
}

/**
 * @param {string} person
 * @param {Tally} best
 * @param {{total: number, hasMatch: boolean, judged: number}} all
 * @param {Rules} rules
 * @returns {Vote}
 */
function decide(person, best, { total, hasMatch, judged }, { naming }) {
  const isOnlyLook = judged < naming.minMatches && best.isSure;
  const isFrequent = best.matches >= naming.minShare * judged;
  if (isFrequent && (best.matches >= naming.minMatches || isOnlyLook) && best.weight >= naming.minLead * total) {
    return { decision: 'match', person };
  }
  const isUncertain = hasMatch || best.looks >= naming.minShare * judged;
  return isUncertain ? { decision: 'uncertain', person } : { decision: 'unknown', person: null };
}

/**
 * How many looks could have named a person; a poor face counts less.
 *
 * @param {Face[]} looks
 * @param {Rules} rules
 */
function countJudged(looks, { naming }) {
  return looks
    .map((look) => (candidateOf(look) === null && look.quality.score < naming.poorBelow ? naming.poorWeight : 1))
    .reduce((sum, weight) => sum + weight, 0);
}

/**
 * @param {Tally | undefined} tally
 * @param {Face} look
 * @param {Rules} rules
 * @returns {Tally}
 */
function addLook(tally, { decision, confidence }, { naming, sureConfidence }) {
  const { looks, matches, weight, isSure } = tally ?? { looks: 0, matches: 0, weight: 0, isSure: false };
  const isMatch = decision === 'match';
  const certainty = confidence ?? 0;
  return {
    looks: looks + 1,
    matches: matches + (isMatch ? 1 : 0),
    weight: weight + (isMatch ? 1 : naming.uncertainWeight) * certainty,
    isSure: isSure || (isMatch && certainty >= sureConfidence),
  };
}

/**
 * Independent of the order of the looks.
 *
 * @param {[string, Tally]} one
 * @param {[string, Tally]} other
 */
function leads([person, tally], [otherPerson, otherTally]) {
  return tally.weight > otherTally.weight || (tally.weight === otherTally.weight && person > otherPerson);
}
