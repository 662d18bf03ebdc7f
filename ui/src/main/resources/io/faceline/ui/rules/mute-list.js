import { endMute, listMutes } from '../alerts/alerts-api.js';
import { clockText } from '../alertwords/times.js';
import { element } from '../shared/html.js';
import { routeAddress } from '../shared/router.js';
import { emptyState } from '../shared/states.js';
import { t } from '../shared/strings.js';
import { toast, toastError } from '../shared/toast.js';
import { loadChoices } from './choices.js';
import { nameOf } from './rule-words.js';
import { listAll } from './rules-api.js';
import { SectionPage } from './section-page.js';

/** What is muted, and until when. */
class MuteList extends SectionPage {
  get section() {
    return 'mutes';
  }

  async load() {
    const [mutes, rules, choices] = await Promise.all([
      listMutes(this.signal),
      listAll('rules', this.signal),
      loadChoices(this.signal),
    ]);
    this.place(
      mutes.length === 0
        ? emptyState('mute', t('mutes.none'), t('mutes.noneWhat'))
        : element`<ul class="rule-list">${mutes.map((mute) => this.#item(mute, { ...choices, rules }))}</ul>`,
    );
  }

  #item(mute, choices) {
    return element`<li class="card definition row"><span class="grow"><b dir="auto">${whatOf(mute, choices)}</b><br>
      <span class="quiet">${t('alerts.mutedUntil', { time: clockText(mute.until), name: mute.by })}</span></span>
      <button type="button" class="button" @click="${() => this.#end(mute)}">${t('alerts.endMute')}</button></li>`;
  }

  async #end({ id }) {
    try {
      await endMute(id);
      toast(t('alerts.muteEnded'));
      await this.reload();
    } catch (error) {
      toastError(error);
    }
  }
}

/** All that a mute names. */
function whatOf({ alert, rule, subject, source, group }, { rules, people, sources, groups }) {
  const parts = [
    alert && element`<a href="${routeAddress('alerts', alert)}">${t('alerts.oneAlert')}</a>`,
    rule && nameOf(rules, rule),
    subject && nameOf(people, subject.replace(/^person:/, '')),
    source && nameOf(sources, source),
    group && nameOf(groups, group),
  ].filter(Boolean);
  return parts.flatMap((part, i) => (i === 0 ? [part] : [', ', part]));
}

customElements.define('fl-mutes', MuteList);
