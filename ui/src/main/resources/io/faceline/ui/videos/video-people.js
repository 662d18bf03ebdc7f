import { element } from '../shared/html.js';
import { number, t } from '../shared/strings.js';
import { emptyState } from '../shared/states.js';
import { shotCard } from './best-shot-card.js';

/** Whom a film shows, as lines of a timeline: people first, then who may be one, then strangers that can be told apart. */
export function timelineRows({ people, unknown, uncertain }) {
  return [
    ...people.map(({ person, bestShot, appearances }) => ({ title: nameOf(person), tone: 'sure', picture: thumbnail(bestShot), appearances })),
    ...uncertain.map(({ person, appearance }) => ({
      title: t('face.perhaps', { name: nameOf(person) }), tone: 'unsure', picture: thumbnail(appearance.bestShot), appearances: [appearance] })),
    ...unknown.filter(({ isToldApart }) => isToldApart).map(({ number: n, bestShot, appearances }) => (
      { title: strangerName(n), tone: 'unknown', picture: thumbnail(bestShot), appearances })),
  ];
}

/**
 * Whom a film shows, with best shots.
 *
 * @param seek called with seconds of the film
 */
export function seenPeople({ isComplete, people, unknown, uncertain }, seek) {
  const apart = unknown.filter((one) => one.isToldApart);
  const rest = unknown.filter((one) => !one.isToldApart);
  if (people.length + unknown.length + uncertain.length === 0) {
    return isComplete ? emptyState('people', t('job.nobody'), t('job.nobodyWhat')) : element`<p class="quiet small center-text">${t('job.nobodyYet')}</p>`;
  }
  return element`<div class="seen">
    ${group('people', people.map((one) => shotCard(nameOf(one.person), one, seek, one.person)))}
    ${group('uncertain', uncertain.map(({ person, cause, similarity, appearance }) => shotCard(
      t('face.perhaps', { name: nameOf(person) }), { ...appearance, appearances: [appearance], words: `${t(`cause.${cause}`)} (${number(similarity, 2)})`, suggestion: person.name }, seek)))}
    ${group('unknown', apart.map((one) => shotCard(strangerName(one.number), one, seek)))}
    ${group('rest', rest.map((one) => shotCard(strangerName(one.number), one, seek)))}
  </div>`;
}

function group(name, cards) {
  return cards.length === 0 ? '' : element`<section aria-label="${t(`job.${name}`)}" data-tone="${{ people: 'sure', uncertain: 'unsure' }[name] ?? 'unknown'}">
    <h2>${t(`job.${name}`)} <span class="tag number">${number(cards.length)}</span></h2><p class="quiet small">${t(`job.${name}What`)}</p><ul class="shots">${cards}</ul></section>`;
}

function nameOf(person) {
  return person.name ?? t('face.nameless');
}

function strangerName(n) {
  return t('job.stranger', { number: n });
}

function thumbnail(shot) {
  return shot ? element`<img src="${shot.url}" alt="" loading="lazy">` : '';
}
