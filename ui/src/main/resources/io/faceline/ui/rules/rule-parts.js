import { dayFields, spanItem, zoneList } from '../shared/day-spans.js';
import { element, html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { formatDuration, t } from '../shared/strings.js';
import { checkField, checkFields, itemOptions, numberField, selectField, textField, timeField } from './form-fields.js';
import { KINDS, kindOf } from './rule-fields.js';

const OF_LIST = 'listed not-listed together absent';
const OF_PERSON = 'person absent-person';
const ABSENT = 'absent absent-person absent-anybody';
/** Those that are about somebody in view. */
const IN_VIEW = 'listed not-listed together person stranger';

const SILENCES = [0, 60, 120, 300, 600, 1800, 3600, 14_400, 43_200, 86_400, 604_800];
const PRIORITIES = ['LOW', 'NORMAL', 'HIGH'];

/** The fields of each part of the sentence. */
export const PART_FIELDS = {
  who: whoFields,
  where: whereFields,
  when: whenFields,
  sure: sureFields,
  often: oftenFields,
};

function whoFields({ who }, { lists, people }) {
  return html`
    ${selectField(
      'who.kind',
      t('rules.field.kind'),
      kindOf(who),
      KINDS.map((kind) => [kind, t(`rules.kind.${kind}`)]),
    )}
    ${selectField('who.list', t('rules.field.list'), who.list, itemOptions(lists, who.list), { kinds: OF_LIST, required: true })}
    ${selectField('who.person', t('rules.field.person'), who.person, itemOptions(people, who.person), { kinds: OF_PERSON, required: true })}
    <div class="form-pair" data-kinds="together">
      ${numberField('who.others', t('rules.field.others'), who.others ?? 1, { min: 1, max: 100, kinds: 'together' })}
      ${numberField('who.withinSeconds', t('rules.field.within'), who.withinSeconds ?? 10, { min: 0, max: 600, kinds: 'together' })}</div>
    <p class="small" data-kinds="${OF_LIST}"><a href="#/rules/_lists/_add">${t('rules.newList')}</a></p>`;
}

function whereFields({ where }, { sources, groups }) {
  const named = where.sources.filter((id) => sources.some((source) => source.id === id));
  const others = where.sources.filter((id) => !named.includes(id));
  const jobs = [{ id: '*', name: t('rules.allFilms') }];
  return html`<p class="quiet small">${t('rules.whereWhat')}</p>
    ${sources.length > 0 ? checkFields('where.sources', t('rules.field.cameras'), sources, named) : null}
    ${groups.length > 0 ? checkFields('where.groups', t('rules.field.groups'), groups, where.groups) : null}
    ${textField('where.others', t('rules.field.otherSources'), others.join(', '), { max: 2000, what: t('rules.otherSourcesWhat') })}
    ${checkFields('where.jobs', t('rules.field.films'), jobs, where.jobs)}
    <p class="small"><a href="#/rules/_groups/_add">${t('rules.newGroup')}</a></p>`;
}

function whenFields({ who, hours, zone }) {
  const part = html`
    <div class="stack" data-kinds="${ABSENT}">${element`<div data-path="who.days">${dayFields(who.days ?? [])}</div>`}
      <div class="form-pair">${timeField('who.from', t('rules.field.since'), who.from ?? '00:00', { kinds: ABSENT })}${timeField('who.by', t('rules.field.by'), who.by ?? '09:00', { kinds: ABSENT })}</div>
      <p class="quiet small">${t('rules.absentWhat')}</p></div>
    <div class="stack" data-kinds="${IN_VIEW} camera-down" data-path="hours"><p class="quiet small">${t('rules.hoursWhat')}</p><ul class="stack spans"></ul>
      <div class="row"><button type="button" class="button" data-add-span>${icon('plus')} ${t('cameras.hoursAdd')}</button></div></div>
    ${textField('zone', t('rules.field.zone'), zone, { required: true, list: 'rule-zones', what: t('rules.zoneWhat') })}
    ${zoneList('rule-zones')}`;
  const list = part.querySelector('.spans');
  const changed = () => list.dispatchEvent(new Event('change', { bubbles: true }));
  const add = (span) => list.append(spanItem(span, changed));
  hours.forEach(add);
  part.querySelector('[data-add-span]').addEventListener('click', () => {
    add({ days: [], from: '22:00', to: '06:00' });
    changed();
    list.querySelector('li:last-child input[type=time]').focus();
  });
  return part;
}

function sureFields({ who, sure }) {
  return html`
    ${numberField('who.afterSeconds', t('rules.field.downFor'), who.afterSeconds ?? 60, { min: 10, max: 86_400, kinds: 'camera-down' })}
    <div class="stack" data-kinds="${IN_VIEW}">
      <div class="form-pair">${numberField('sure.afterSeconds', t('rules.field.after'), sure.afterSeconds, { min: 0, max: 86_400, step: 'any', kinds: IN_VIEW })}
        ${numberField('sure.similarity', t('rules.field.similarity'), sure.similarity, { min: 0, max: 1, step: 'any', optional: true, kinds: IN_VIEW, what: t('rules.similarityWhat') })}</div>
      <div class="form-pair">${numberField('sure.goodLooks', t('rules.field.goodLooks'), sure.goodLooks, { min: 0, max: 1000, kinds: IN_VIEW })}
        ${numberField('sure.matches', t('rules.field.matches'), sure.matches, { min: 0, max: 1000, kinds: IN_VIEW })}</div>
      ${textField('sure.levels', t('rules.field.levels'), sure.levels.join(', '), { pattern: '[0-9,; ]*', title: t('rules.levelsWhat'), what: t('rules.levelsWhat'), placeholder: '30, 300', inputmode: 'numeric' })}
      ${checkField('sure.uncertain', t('rules.field.uncertain'), sure.uncertain, { kinds: IN_VIEW })}
      <p class="quiet small">${t('rules.sureWhat')}</p></div>`;
}

function oftenFields({ where, limits }) {
  const silences = [...new Set([...SILENCES, limits.silenceSeconds])].sort((a, b) => a - b);
  return html`
    ${selectField(
      'limits.silenceSeconds',
      t('rules.field.silence'),
      String(limits.silenceSeconds),
      silences.map((seconds) => [
        String(seconds),
        seconds === 0 ? t('rules.eachTime') : t('rules.atMost', { span: formatDuration(seconds), each: '' }),
      ]),
    )}
    ${selectField(
      'where.per',
      t('rules.field.per'),
      where.per,
      ['SOURCE', 'GROUP', 'EVERYWHERE'].map((per) => [per, t(`rules.per.${per}`)]),
    )}
    ${selectField(
      'limits.first',
      t('rules.field.first'),
      limits.first,
      ['NO', 'DAY', 'ONCE'].map((first) => [first, t(`rules.first.${first}`)]),
    )}
    <p class="quiet small">${t('rules.oftenWhat')}</p>`;
}

/** What most rules leave as it is. */
export function moreFields({ priority, limits, quiet, reminderMinutes }, { lists, groups }) {
  return html`
    <div class="form-pair">${selectField(
      'priority',
      t('rules.field.priority'),
      priority,
      PRIORITIES.map((one) => [one, t(`rules.priority.${one}`)]),
      { what: t('rules.priorityWhat') },
    )}
      ${numberField('reminderMinutes', t('rules.field.reminder'), reminderMinutes, { min: 1, max: 1440, optional: true, what: t('rules.reminderWhat') })}</div>
    <div class="form-pair">${selectField('quiet.accompaniedBy', t('rules.field.accompanied'), quiet?.accompaniedBy, itemOptions(lists, quiet?.accompaniedBy, t('rules.never')), { what: t('rules.accompaniedWhat') })}
      ${selectField('quiet.unlessSeen', t('rules.field.unlessSeen'), quiet?.unlessSeen, itemOptions(lists, quiet?.unlessSeen, t('rules.never')))}</div>
    <div class="stack" data-unless>${numberField('quiet.withinMinutes', t('rules.field.quietWithin'), quiet?.withinMinutes ?? 10, { min: 1, max: 1440 })}
      ${groups.length > 0 ? checkFields('quiet.at', t('rules.field.quietAt'), groups, quiet?.at ?? []) : null}</div>
    <div class="form-pair">${numberField('limits.holdSeconds', t('rules.field.hold'), limits.holdSeconds, { min: 2, max: 3600, what: t('rules.holdWhat') })}
      ${numberField('limits.longestSeconds', t('rules.field.longest'), limits.longestSeconds, { min: 60, max: 604_800, what: t('rules.longestWhat') })}</div>
    <div class="form-pair">${numberField('limits.lid', t('rules.field.lid'), limits.lid, { min: 1, max: 10_000, what: t('rules.lidWhat') })}
      ${timeField('limits.dayBegins', t('rules.field.dayBegins'), limits.dayBegins)}</div>`;
}
