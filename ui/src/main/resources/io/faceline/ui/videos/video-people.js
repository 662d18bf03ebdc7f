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

/**
 * The people in a video with their best shots.
 *
 * @param seek called with seconds of the video
 */
export function videoPeople({ isComplete, people, unknown, uncertain }, seek) {
  const distinct = unknown.filter((one) => one.isToldApart);
  const rest = unknown.filter((one) => !one.isToldApart);
  if (people.length + unknown.length + uncertain.length === 0) {
    return isComplete
      ? emptyState('people', t('job.nobody'), t('job.nobodyWhat'))
      : element`<p class="quiet small center-text">${t('job.nobodyYet')}</p>`;
  }
  return element`<div class="seen">
    ${section(
      'people',
      people.map((one) => bestShotCard(nameOf(one.person), one, seek, one.person)),
    )}
    ${section(
      'uncertain',
      uncertain.map(({ person, cause, similarity, appearance }) =>
        bestShotCard(
          t('face.perhaps', { name: nameOf(person) }),
          {
            ...appearance,
            appearances: [appearance],
            note: `${t(`cause.${cause}`)} (${formatNumber(similarity, 2)})`,
            suggestion: person.name,
          },
          seek,
        ),
      ),
    )}
    ${section(
      'unknown',
      distinct.map((one) => bestShotCard(unknownPersonName(one.number), one, seek)),
    )}
    ${section(
      'rest',
      rest.map((one) => bestShotCard(unknownPersonName(one.number), one, seek)),
    )}
  </div>`;
}

function section(name, cards) {
  return cards.length === 0
    ? ''
    : element`<section aria-label="${t(`job.${name}`)}" data-tone="${{ people: 'sure', uncertain: 'unsure' }[name] ?? 'unknown'}">
    <h2>${t(`job.${name}`)} <span class="tag number">${formatNumber(cards.length)}</span></h2><p class="quiet small">${t(`job.${name}What`)}</p><ul class="shots">${cards}</ul></section>`;
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
