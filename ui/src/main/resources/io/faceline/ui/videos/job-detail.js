import { requestJson } from '../shared/api.js';
import { confirmAction } from '../shared/dialogs.js';
import { replaceKeepingFocus } from '../shared/focus.js';
import { html } from '../shared/html.js';
import { icon } from '../shared/icon.js';
import { PageElement } from '../shared/page-element.js';
import { navigate } from '../shared/router.js';
import { retentionTexts } from '../shared/rules.js';
import { errorState, loadingState } from '../shared/states.js';
import { formatDateTime, t } from '../shared/strings.js';
import { toast, toastError } from '../shared/toast.js';
import { jobError, progressBar, stateTag } from './job-card.js';
import { isUnfinished, progressShare, progressText } from './job-progress.js';
import { cancelJob, deleteJob, followJob, jobPath, keepJob, listJobPeople, rematchJob } from './jobs-api.js';
import { VideoFrames } from './video-frames.js';
import { timelineRows, videoPeople } from './video-people.js';
import './video-player.js';
import './video-timeline.js';

const PEOPLE_EVERY_SECONDS = 2;

/** One video: the player, who appears in it and when. Set `job` to its id, and `at` to the seconds at which it opens. */
class JobDetail extends PageElement {
  #job = null;
  #frames = new VideoFrames();
  #following = new AbortController();

  show() {
    this.replaceChildren(loadingState());
    this.#load();
  }

  async #load() {
    try {
      this.#job = await requestJson(jobPath(this.job), { signal: this.signal });
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.replaceChildren(
          errorState(error, () => this.show()),
          html`<p class="row center"><a href="#/videos">${t('job.back')}</a></p>`,
        );
      }
      return;
    }
    this.#showVideo();
    this.#follow();
    this.listen(this, 'corrected', () => {
      this.#follow();
      this.#showPeople();
    });
    this.every(PEOPLE_EVERY_SECONDS, () => this.#showPeople());
  }

  /** Reads the frames from the first one on. */
  #follow() {
    this.#following.abort();
    this.#following = new AbortController();
    this.#frames.clear();
    followJob(
      this.job,
      {
        onProgress: (job) => this.#showJob(job),
        onFrame: (frame) => this.#frames.add(frame),
        onLost: () => toast(t('job.eventsLost'), 'error'),
        onEnd: (job) => this.#showJob({ ...job, framesPerSecondNow: null }),
      },
      AbortSignal.any([this.signal, this.#following.signal]),
    );
  }

  #showVideo() {
    this.replaceChildren(html`
      <header class="page-head"><a class="icon-button" href="#/videos" aria-label="${t('job.back')}">${icon('back')}</a>
        <div class="grow"><h1 class="long-name" dir="auto">${this.#job.title}</h1><p class="quiet row" data-state></p></div><div class="row" data-tools></div></header>
      <div data-progress></div><p class="problem" role="alert"></p>
      <fl-video-player .job="${this.job}" .frames="${this.#frames}" .at="${this.at}"></fl-video-player>
      <fl-video-timeline class="card card-body"></fl-video-timeline>
      <div data-people></div>`);
    const player = this.find('fl-video-player');
    this.listen(this, 'seek', ({ detail }) => player.seek(detail));
    this.listen(this, 'time', ({ detail }) => {
      this.find('fl-video-timeline').time = detail;
    });
    this.#showJob(this.#job);
  }

  #showJob(job) {
    const isChanged = this.#job.state !== job.state || this.find('[data-tools]').childElementCount === 0;
    this.#job = job;
    this.find('[data-state]').replaceChildren(stateTag(job), progressText(job));
    this.find('[data-progress]').replaceChildren(isUnfinished(job) ? progressBar(progressShare(job)) : '');
    this.find('.problem').textContent = job.error ? jobError(job) : '';
    if (isChanged) {
      this.find('[data-tools]').replaceChildren(this.#tools());
    }
  }

  #tools() {
    return html`
      ${isUnfinished(this.#job) ? html`<button type="button" class="button" @click="${() => cancelJob(this.#job).catch(toastError)}">${icon('stop')} ${t('job.cancel')}</button>` : null}
      ${this.#job.state === 'DONE' ? html`<button type="button" class="button" title="${t('job.rematchWhat')}" @click="${() => this.#rematch()}">${icon('scan')} ${t('job.rematch')}</button>` : null}
      ${isUnfinished(this.#job) ? null : html`<button type="button" class="button" aria-pressed="${this.#job.keptUntil !== null}" title="${this.#keptText()}" @click="${() => this.#keep()}">${icon('check')} ${t('job.keep')}</button>`}
      <a class="button" href="${jobPath(this.job)}/visits?format=csv" download>${icon('table')} ${t('job.visits')}</a>
      <a class="button" href="${jobPath(this.job)}/results?format=csv" download>${icon('table')} CSV</a>
      <a class="button" href="${jobPath(this.job)}/results?format=json" download>${icon('braces')} JSON</a>
      <button type="button" class="button danger" @click="${() => this.#delete()}">${icon('trash')} ${t('job.delete')}</button>`;
  }

  async #showPeople() {
    try {
      const people = await listJobPeople(this.#job, this.signal);
      const timeline = this.find('fl-video-timeline');
      timeline.duration = this.#job.duration ?? 1;
      const rows = timelineRows(people);
      timeline.rows = rows;
      timeline.hidden = rows.length === 0;
      replaceKeepingFocus(this.find('[data-people]'), [
        videoPeople(this.job, people, (seconds) => this.emit('seek', seconds)),
      ]);
      return !people.isComplete;
    } catch (error) {
      if (error.name !== 'AbortError') {
        toastError(error);
      }
      return error.status === 429 || error.status === 503;
    }
  }

  #keptText() {
    return this.#job.keptUntil === null
      ? t('job.keepWhat', retentionTexts())
      : t('job.keptUntil', { time: formatDateTime(this.#job.keptUntil) });
  }

  async #keep() {
    try {
      this.#showJob(await keepJob(this.#job, this.#job.keptUntil === null));
      this.find('[data-tools]').replaceChildren(this.#tools());
      toast(this.#job.keptUntil === null ? t('job.notKept') : this.#keptText());
    } catch (error) {
      toastError(error);
    }
  }

  async #rematch() {
    try {
      navigate('videos', (await rematchJob(this.#job)).id);
    } catch (error) {
      toastError(error);
    }
  }

  async #delete() {
    if (await confirmAction(t('job.delete'), t('job.deleteWhat', { name: this.#job.title }), t('job.delete'))) {
      try {
        await deleteJob(this.#job);
        navigate('videos');
      } catch (error) {
        toastError(error);
      }
    }
  }
}

customElements.define('fl-job-detail', JobDetail);
