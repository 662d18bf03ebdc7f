import { daysIn, spanOf } from '../shared/day-spans.js';
import { checkedIn, numberIn, textIn } from './form-fields.js';
import { idsIn, numbersIn } from './rule-fields.js';

/** The rule that a form says. @param rule what it began with, for what the form does not have */
export function ruleIn(form, rule) {
  return {
    ...rule,
    name: form.elements.name.value.trim(),
    who: whoIn(form),
    where: whereIn(form),
    zone: form.elements.zone.value.trim(),
    hours: form.elements['who.kind'].value.startsWith('absent')
      ? []
      : [...form.querySelectorAll('[data-span]')].map(spanOf).map(everyDay),
    sure: sureIn(form),
    limits: {
      holdSeconds: numberIn(form, 'limits.holdSeconds'),
      silenceSeconds: numberIn(form, 'limits.silenceSeconds'),
      longestSeconds: numberIn(form, 'limits.longestSeconds'),
      lid: numberIn(form, 'limits.lid'),
      first: form.elements['limits.first'].value,
      dayBegins: form.elements['limits.dayBegins'].value,
    },
    priority: form.elements.priority.value,
    quiet: quietIn(form),
    reminderMinutes: numberIn(form, 'reminderMinutes'),
  };
}

/** All days are the same as none, and shorter. */
function everyDay({ days, from, to }) {
  return { days: days.length === 7 ? [] : days, from, to };
}

function whoIn(form) {
  const kind = form.elements['who.kind'].value;
  const list = textIn(form, 'who.list');
  const person = textIn(form, 'who.person');
  switch (kind) {
    case 'person':
      return { kind, person };
    case 'listed':
    case 'not-listed':
      return { kind, list };
    case 'together':
      return { kind, list, others: numberIn(form, 'who.others'), withinSeconds: numberIn(form, 'who.withinSeconds') };
    case 'absent':
      return { kind, list, ...deadlineIn(form) };
    case 'absent-person':
      return { kind: 'absent', person, ...deadlineIn(form) };
    case 'absent-anybody':
      return { kind: 'absent', ...deadlineIn(form) };
    case 'camera-down':
      return { kind, afterSeconds: numberIn(form, 'who.afterSeconds') };
    default:
      return { kind };
  }
}

function deadlineIn(form) {
  return {
    days: daysIn(form.querySelector('[data-path="who.days"]')),
    from: form.elements['who.from'].value,
    by: form.elements['who.by'].value,
  };
}

function whereIn(form) {
  return {
    sources: [...new Set([...checkedIn(form, 'where.sources'), ...idsIn(form.elements['where.others'].value)])],
    groups: checkedIn(form, 'where.groups'),
    jobs: checkedIn(form, 'where.jobs'),
    per: form.elements['where.per'].value,
  };
}

function sureIn(form) {
  return {
    afterSeconds: numberIn(form, 'sure.afterSeconds'),
    goodLooks: numberIn(form, 'sure.goodLooks'),
    matches: numberIn(form, 'sure.matches'),
    similarity: numberIn(form, 'sure.similarity'),
    uncertain: form.elements['sure.uncertain'].checked,
    levels: numbersIn(form.elements['sure.levels'].value),
  };
}

function quietIn(form) {
  const accompaniedBy = textIn(form, 'quiet.accompaniedBy');
  const unlessSeen = textIn(form, 'quiet.unlessSeen');
  return accompaniedBy || unlessSeen
    ? {
        accompaniedBy,
        unlessSeen,
        at: checkedIn(form, 'quiet.at'),
        withinMinutes: numberIn(form, 'quiet.withinMinutes') ?? 10,
      }
    : null;
}
