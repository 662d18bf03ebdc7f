import { element } from '../shared/html.js';
import { emptyState } from '../shared/states.js';
import { formatNumber, t } from '../shared/strings.js';
import { bestShotCard } from './best-shot-card.js';

/** The rows of the timeline: named people first, then uncertain appearances, then unknown people that can be told apart. */
export function timelineRows({ people, unknown, uncertain }) {
  return [
    ...people.map(({ person, bestShot, appearances }) => ({
      title: nameOf(person),
      tone: 'sure',
      thumbnail: thumbnail(bestShot),
      appearances,
    })),
    ...uncertain.map(({ person, appearance }) => ({
      title: t('face.perhaps', { name: nameOf(person) }),
      tone: 'unsure',
      thumbnail: thumbnail(appearance.bestShot),
      appearances: [appearance],
    })),
    ...unknown
      .filter(({ isToldApart }) => isToldApart)
      .map(({ number: n, bestShot, appearances }) => ({
        title: unknownPersonName(n),
        tone: 'unknown',
        thumbnail: thumbnail(bestShot),
        appearances,
      })),
  ];
}

const TONES = { people: 'sure', uncertain: 'unsure', unknown: 'unknown', rest: 'unknown' };

/**
 * The people in a video with their best shots.
 *
 * @param job its id
 * @param seek called with seconds of the video
 */
export function videoPeople(job, { isComplete, people, unknown, uncertain }, seek) {
  if (people.length + unknown.length + uncertain.length === 0) {
    return isComplete
      ? emptyState('people', t('job.nobody'), t('job.nobodyWhat'))
      : element`<p class="quiet small center-text">${t('job.nobodyYet')}</p>`;
  }
  const unknownCard = (one) => bestShotCard(job, unknownPersonName(one.number), one, seek);
  const sections = {
    people: people.map((one) => bestShotCard(job, nameOf(one.person), one, seek, one.person)),
    uncertain: uncertain.map((one) => uncertainCard(job, one, seek)),
    unknown: unknown.filter(({ isToldApart }) => isToldApart).map(unknownCard),
    rest: unknown.filter(({ isToldApart }) => !isToldApart).map(unknownCard),
  };
  return element`<div class="seen">${Object.entries(sections).map(([name, cards]) => section(name, cards))}</div>`;
}

function section(name, cards) {
  if (cards.length === 0) {
    return null;
  }
  return element`<section aria-label="${t(`job.${name}`)}" data-tone="${TONES[name]}">
    <h2>${t(`job.${name}`)} <span class="tag number">${formatNumber(cards.length)}</span></h2>
    <p class="quiet small">${t(`job.${name}What`)}</p><ul class="shots">${cards}</ul></section>`;
}

function uncertainCard(job, { person, cause, similarity, appearance }, seek) {
  const title = t('face.perhaps', { name: nameOf(person) });
  const note = `${t(`cause.${cause}`)} ${t('job.similarity', { similarity: formatNumber(similarity, 2) })}`;
  return bestShotCard(job, title, { ...appearance, appearances: [appearance], note, suggestion: person.name }, seek);
}

function nameOf(person) {
  return person.name ?? t('face.nameless');
}

function unknownPersonName(n) {
  return t('job.unknownPerson', { number: n });
}

function thumbnail(shot) {
  return shot ? element`<img src="${shot.url}" alt="" loading="lazy">` : '';
}
