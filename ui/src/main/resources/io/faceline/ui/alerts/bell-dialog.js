import { openDialog } from '../shared/dialogs.js';
import { element } from '../shared/html.js';
import { t } from '../shared/strings.js';
import { toast } from '../shared/toast.js';
import { canNotify } from './alert-bell.js';

/** Two switches: sound, and notifications of the browser. `onChange` is called after each. */
export function openBellDialog(bell, onChange) {
  const sound = element`<input type="checkbox" checked="${bell.isLoud}">`;
  const notice = element`<input type="checkbox" checked="${bell.isShown}" disabled="${!canNotify()}">`;
  sound.addEventListener('change', () => {
    bell.setLoud(sound.checked);
    onChange();
  });
  notice.addEventListener('change', async () => {
    const isWanted = notice.checked;
    notice.checked = await bell.setShown(isWanted);
    if (isWanted && !notice.checked) {
      toast(t('alerts.noticeRefused'), 'error');
    }
    onChange();
  });
  openDialog(
    t('alerts.bell'),
    element`<div class="stack"><p class="quiet">${t('alerts.bellWhat')}</p>
      <label class="check">${sound} ${t('alerts.sound')}</label>
      <label class="check">${notice} ${t('alerts.notice')}</label>
      ${canNotify() ? '' : element`<p class="quiet small">${t('alerts.noticeNotHere')}</p>`}</div>`,
    'slim',
  );
}
