/**
 * Who a face is that was looked at several times, as the server's IdentityVoting has it for videos: {decision, person}, person null
 * for nobody. Only looks that name somebody by themselves can name a face, and looks that should have and did not speak against it.
 *
 * @param looks faces of answers
 * @param rules as the server tells them
 */
export function vote(looks, rules) {
  const tallies = new Map();
  for (const look of looks.filter((one) => candidateOf(one) !== null)) {
    tallies.set(candidateOf(look), plus(tallies.get(candidateOf(look)), look, rules));
  }
  if (tallies.size === 0) {
    return { decision: 'unknown', person: null };
  }
  const [person, best] = [...tallies].reduce((one, other) => (leads(other, one) ? other : one));
  return decided(person, best, [...tallies.values()], judgedOf(looks, rules), rules);
}

/** Whom a look points to; null when it is unknown. */
export function candidateOf({ decision, person }) {
  return decision === 'unknown' ? null : person?.person ?? null;
}

function decided(person, best, all, judged, { naming }) {
  const isAllThereIs = judged < naming.minMatches && best.isSure;
  const isEnough = best.matches >= naming.minShare * judged && (best.matches >= naming.minMatches || isAllThereIs);
  if (isEnough && best.weight >= naming.minLead * all.reduce((sum, { weight }) => sum + weight, 0)) {
    return { decision: 'match', person };
  }
  const isWorthALook = best.looks >= naming.minShare * judged || all.some(({ matches }) => matches > 0);
  return isWorthALook ? { decision: 'uncertain', person } : { decision: 'unknown', person: null };
}

/** How many looks could have named somebody; a poor face hardly counts. */
function judgedOf(looks, { naming }) {
  const weights = looks.map((look) => (candidateOf(look) === null && look.quality.score < naming.poorBelow ? naming.poorWeight : 1));
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function plus(tally, { decision, confidence }, { naming, sureConfidence }) {
  const { looks, matches, weight, isSure } = tally ?? { looks: 0, matches: 0, weight: 0, isSure: false };
  const isMatch = decision === 'match';
  return {
    looks: looks + 1,
    matches: matches + (isMatch ? 1 : 0),
    weight: weight + (isMatch ? 1 : naming.uncertainWeight) * (confidence ?? 0),
    isSure: isSure || (isMatch && confidence >= sureConfidence),
  };
}

/** The same for both sides, whatever the order of the looks. */
function leads([person, tally], [otherPerson, otherTally]) {
  return tally.weight > otherTally.weight || (tally.weight === otherTally.weight && person > otherPerson);
}
