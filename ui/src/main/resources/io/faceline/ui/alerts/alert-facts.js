import { clockText, momentText } from '../alertwords/times.js';
import { element } from '../shared/html.js';
import { routeAddress } from '../shared/router.js';
import { formatNumber, t } from '../shared/strings.js';
import { similarityText, spanText, whereText } from './alert-texts.js';

/** Where, when and why: the facts of an alert. */
export function alertFacts(alert) {
  const { identity, acknowledged } = alert;
  const facts = [
    fact('where', link(alert.sourceName ? routeAddress('cameras', alert.source) : null, whereText(alert))),
    fact('first', momentText(alert.firstSeen, alert.zone, 'medium')),
    fact('lastLook', momentText(alert.lastSeen, alert.zone, 'medium')),
    alert.secondsInView > 0 ? fact('inView', spanText(alert.secondsInView)) : '',
    fact('rule', alert.ruleName ? link(routeAddress('rules', alert.rule), alert.ruleName) : t('alerts.ruleGone')),
    alert.person && !alert.was ? fact('person', link(routeAddress('people', alert.person.id), alert.person.name)) : '',
    similarityText(alert) ? fact('similarity', similarityText(alert)) : '',
    identity?.goodLooks > 0
      ? fact(
          'looks',
          t('alerts.looks', { matches: formatNumber(identity.matches), good: formatNumber(identity.goodLooks) }),
        )
      : '',
    alert.replaces ? fact('replaces', link(routeAddress('alerts', alert.replaces), t('alerts.otherAlert'))) : '',
    acknowledged ? fact('acknowledged', acknowledgedText(acknowledged)) : '',
  ];
  return element`<section class="card card-body"><h2 class="visually-hidden">${t('alerts.why')}</h2><dl class="alert-facts">${facts}</dl></section>`;
}

function fact(name, value) {
  return element`<div><dt>${t(`alerts.fact.${name}`)}</dt><dd dir="auto">${value}</dd></div>`;
}

function link(address, text) {
  return address ? element`<a href="${address}">${text}</a>` : text;
}

function acknowledgedText({ by, at, note }) {
  const who = t('alerts.byAt', { name: by, time: clockText(at) });
  return note ? [who, element`<br>`, element`<q>${note}</q>`] : who;
}
