import { subjectText } from '../alertwords/subjects.js';
import { clockText } from '../alertwords/times.js';
import { openDialog } from '../shared/dialogs.js';
import { element } from '../shared/html.js';
import { iconButton } from '../shared/icon.js';
import { t } from '../shared/strings.js';
import { toast, toastError } from '../shared/toast.js';
import { nameField, openForm, rememberName, sayer } from './alert-actions.js';
import { endMute, listMutes, mute } from './alerts-api.js';
import { muteOf, scopesOf } from './mutes.js';

const HOURS = [1, 8, 24, 168];

/** Asks what is to be quiet, and for how long. */
export function askToMute(alert) {
  const dialog = openForm(
    t('alerts.mute'),
    [
      element`<p class="quiet">${t('alerts.muteWhat')}</p>`,
      element`<fieldset class="mute-choice"><legend>${t('alerts.muteWhich')}</legend>${scopesOf(alert).map(
        (scope, i) =>
          element`<label class="check"><input type="radio" name="scope" value="${scope}" checked="${i === 0}"> <span dir="auto">${scopeText(scope, alert)}</span></label>`,
      )}</fieldset>`,
      element`<label class="field" hidden><span>${t('alerts.muteLength')}</span><select name="hours">${HOURS.map(
        (hours) => element`<option value="${hours}">${lengthText(hours)}</option>`,
      )}</select></label>`,
      nameField(),
    ],
    t('alerts.mute'),
    async ({ scope, hours }, form) => {
      rememberName(form);
      const made = await mute({ ...muteOf(alert, scope.value, Number(hours.value)), ...sayer() });
      toast(t('alerts.muteMade'), 'info', { label: t('alerts.undo'), run: () => endMute(made.id).catch(toastError) });
    },
  );
  const form = dialog.querySelector('form');
  form.addEventListener('change', () => {
    form.elements.hours.closest('label').hidden = form.elements.scope.value === 'alert';
  });
}

function scopeText(scope, alert) {
  return t(`alerts.mute.${scope}`, {
    rule: alert.ruleName ?? alert.rule,
    name: subjectText(alert),
    source: alert.sourceName ?? alert.source,
  });
}

function lengthText(hours) {
  return hours < 168 ? t('alerts.hours', { count: hours }) : t('alerts.days', { count: hours / 24 });
}

/** Lists what is muted, to end it. `ruleNames` are by id. */
export async function showMutes(nameOf) {
  try {
    const mutes = await listMutes();
    const list = element`<ul class="stack mutes">${mutes.map((one) => muteItem(one, nameOf))}</ul>`;
    openDialog(t('alerts.mutes'), mutes.length > 0 ? list : element`<p>${t('alerts.noMutes')}</p>`, 'slim');
  } catch (error) {
    toastError(error);
  }
}

function muteItem(one, nameOf) {
  const item = element`<li class="row"><span class="grow"><b dir="auto">${nameOf(one)}</b><br><span class="quiet small">${t('alerts.mutedUntil', { time: clockText(one.until), name: one.by })}</span></span></li>`;
  const end = async () => {
    try {
      await endMute(one.id);
      item.remove();
      toast(t('alerts.muteEnded'));
    } catch (error) {
      toastError(error);
    }
  };
  item.append(iconButton('close', t('alerts.endMute'), end));
  return item;
}
