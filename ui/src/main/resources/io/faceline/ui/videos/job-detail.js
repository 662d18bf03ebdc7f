import { html } from '../shared/html.js';
import { PageElement } from '../shared/page-element.js';
import { askJson } from '../shared/api.js';
import { replaceKeepingFocus } from '../shared/focus.js';
import { FilmFrames } from './video-frames.js';
import { cancelJob, deleteJob, followJob, isUnfinished, pathOf, peopleOf, progressOf, shareOf } from './jobs-api.js';
import { go } from '../shared/router.js';
import { t } from '../shared/strings.js';
import { confirmed } from '../shared/dialogs.js';
import { icon } from '../shared/icon.js';
import { jobError, progressBar, stateTag } from './job-card.js';
import { seenPeople, timelineRows } from './video-people.js';
import { errorState, loadingState } from '../shared/states.js';
import { toast, toastProblem } from '../shared/toast.js';
import './video-player.js';
import './video-timeline.js';

const PEOPLE_EVERY_SECONDS = 2;

/** One film: playing with boxes, who is in it and when. Set `job` to its id. */
class JobDetail extends PageElement {
  #job = null;
  #frames = new FilmFrames();

  show() {
    this.replaceChildren(loadingState());
    this.#load();
  }

  async #load() {
    try {
      this.#job = await askJson(pathOf(this.job), { signal: this.signal });
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.replaceChildren(errorState(error, () => this.show()), html`<p class="row center"><a href="#/videos">${t('job.back')}</a></p>`);
      }
      return;
    }
    this.#showFilm();
    followJob(this.job, {
      onProgress: (job) => this.#showJob(job),
      onFrame: (frame) => this.#frames.add(frame),
      onLost: () => toast(t('job.eventsLost'), 'error'),
      onEnd: (job) => this.#showJob({ ...job, framesPerSecondNow: null }),
    }, this.signal);
    this.every(PEOPLE_EVERY_SECONDS, () => this.#showPeople());
  }

  #showFilm() {
    this.replaceChildren(html`
      <header class="page-head"><a class="icon-button" href="#/videos" aria-label="${t('job.back')}">${icon('back')}</a>
        <div class="grow"><h1 class="long-name" dir="auto">${this.#job.title}</h1><p class="quiet row" data-state></p></div><div class="row" data-tools></div></header>
      <div data-progress></div><p class="problem" role="alert"></p>
      <fl-film-player .job="${this.job}" .frames="${this.#frames}"></fl-film-player>
      <fl-film-timeline class="card card-body"></fl-film-timeline>
      <div data-people></div>`);
    const player = this.find('fl-film-player');
    this.listen(this, 'seek', ({ detail }) => player.seek(detail));
    this.listen(this, 'moment', ({ detail }) => {
      this.find('fl-film-timeline').moment = detail;
    });
    this.#showJob(this.#job);
  }

  #showJob(job) {
    const isNews = this.#job.state !== job.state || this.find('[data-tools]').childElementCount === 0;
    this.#job = job;
    this.find('[data-state]').replaceChildren(stateTag(job), progressOf(job));
    this.find('[data-progress]').replaceChildren(isUnfinished(job) ? progressBar(shareOf(job)) : '');
    this.find('.problem').textContent = job.error ? jobError(job) : '';
    if (isNews) {
      this.find('[data-tools]').replaceChildren(this.#tools());
    }
  }

  #tools() {
    return html`
      ${isUnfinished(this.#job) ? html`<button type="button" class="button" @click="${() => cancelJob(this.#job).catch(toastProblem)}">${icon('stop')} ${t('job.cancel')}</button>` : null}
      <a class="button" href="${pathOf(this.job)}/results?format=csv" download>${icon('table')} CSV</a>
      <a class="button" href="${pathOf(this.job)}/results?format=json" download>${icon('braces')} JSON</a>
      <button type="button" class="button danger" @click="${() => this.#delete()}">${icon('trash')} ${t('job.delete')}</button>`;
  }

  async #showPeople() {
    try {
      const seen = await peopleOf(this.#job, this.signal);
      const timeline = this.find('fl-film-timeline');
      timeline.duration = this.#job.duration ?? 1;
      const rows = timelineRows(seen);
      timeline.rows = rows;
      timeline.hidden = rows.length === 0;
      replaceKeepingFocus(this.find('[data-people]'), [seenPeople(seen, (seconds) => this.emit('seek', seconds))]);
      return !seen.isComplete;
    } catch (error) {
      if (error.name !== 'AbortError') {
        toastProblem(error);
      }
      return error.status === 429 || error.status === 503;
    }
  }

  async #delete() {
    if (await confirmed(t('job.delete'), t('job.deleteWhat', { name: this.#job.title }), t('job.delete'))) {
      try {
        await deleteJob(this.#job);
        go('videos');
      } catch (error) {
        toastProblem(error);
      }
    }
  }
}

customElements.define('fl-job-detail', JobDetail);
