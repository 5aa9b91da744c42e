// SPDX-License-Identifier: AGPL-3.0-or-later
import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { newKey, type HttpProblem } from '../../../../runtime/elements/kit/http.ts';
import { sessionContext, type Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, forms, tokens } from '../../../../runtime/elements/kit/styles.ts';
import type { CaseEvent } from '../../../../schemas/types.ts';
import * as api from '../api.ts';
import { dayOf, minuteOf } from '../dates.ts';
import '../agenda/case-terms.ts';
import '../documents/document.ts';
import './followers.ts';
import './household.ts';
import '../documents/job.ts';
import '../reading.ts';
import type { ReadingAhead } from '../reading.ts';
import { closedNotice, correction, phaseHead } from './case-marks.ts';
import { issueCaseReport } from '../reports/report-api.ts';
import { knowMeasures, measureName } from '../measures.ts';
import { sections, type Section } from './sections.ts';
import { deskWords, eventWord, type DeskWords } from '../words.ts';

/** Newest act first, each before its internal copy. */
const newestFirst = (a: api.KeptDocument, b: api.KeptDocument): number =>
  b.number.localeCompare(a.number) || b.revision - a.revision || a.copy.localeCompare(b.copy);

/** Submissions, the latest first. */
const newestOf = <Sent extends { readonly submittedAt: string }>(all: readonly Sent[]): Sent[] =>
  all.toSorted((a, b) => b.submittedAt.localeCompare(a.submittedAt));

/** One case: terms, path with its forms, documents, household, timeline. */
@customElement('patto-case')
export class CaseScreen extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    css`
      .columns {
        display: grid;
        gap: 20px;
        grid-template-columns: minmax(0, 2fr) minmax(260px, 1fr);
        align-items: start;
      }
      @media (max-width: 900px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 28px;
        margin: 8px 0 0;
      }
      dt {
        color: var(--patto-muted);
        font-size: 14px;
      }
      dd {
        margin: 0;
        font-weight: 600;
      }
      ul.plain {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      .term {
        padding: 10px 0;
        border-block-end: 1px solid var(--patto-line);
      }
      .term:last-child {
        border: 0;
      }
      .term strong {
        font-size: 18px;
      }
      .form {
        padding: 14px 0;
        border-block-end: 1px solid var(--patto-line);
      }
      .form:last-child {
        border: 0;
      }
      .occasional {
        padding: 6px 0;
      }
      .occasional h3 {
        font-size: 16px;
        font-weight: 400;
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      ol li {
        padding: 8px 0 8px 18px;
        border-inline-start: 2px solid var(--patto-line);
        position: relative;
      }
      ol li::before {
        content: '';
        position: absolute;
        inset-inline-start: -6px;
        top: 16px;
        width: 10px;
        height: 10px;
        border-radius: 50%;
        background: var(--patto-primary);
      }
      h2 {
        margin-block-end: 4px;
      }
      .phase {
        margin-block: 24px 0;
        color: var(--patto-muted);
        font-weight: 600;
      }
      .phase + .hint {
        margin-block: 4px 0;
      }
      .here {
        margin: 16px -20px;
        padding: 12px 20px 4px 16px;
        border-inline-start: 4px solid var(--patto-primary);
        background: var(--patto-ground);
      }
      .here .phase {
        margin-block-start: 0;
        color: var(--patto-primary-strong);
      }
      .offered {
        margin-block: 8px 16px;
      }
      .form ul {
        margin-block-start: 8px;
      }
    `,
  ];
  @property() locale = 'it';
  @property({ attribute: 'case-id' }) caseId = '';
  @consume({ context: sessionContext, subscribe: true }) @state() private session: Session | undefined;
  @state() private view: api.CaseView | undefined;
  @state() private problem: HttpProblem | undefined;
  @state() private issuing = false;
  /** Gulpease of what was asked for last */
  @state() private readable: number | undefined;
  @query('patto-reading') private ahead!: ReadingAhead;
  private wanted: { readonly kind: string; readonly submission: string } | undefined;
  private reason: string | undefined;
  private key = newKey();

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('patto-changed', this.changed);
    this.addEventListener('patto-start', this.starts);
    for (const { load } of sections) void load();
  }
  override disconnectedCallback(): void {
    this.removeEventListener('patto-changed', this.changed);
    this.removeEventListener('patto-start', this.starts);
    super.disconnectedCallback();
  }
  private changed = (): void => void this.load();
  private starts = (event: Event): void => void this.start((event as CustomEvent<string>).detail);
  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('caseId')) return;
    // Another case is another matter: neither what was shown nor why it was opened holds for it.
    this.view = undefined;
    this.problem = undefined;
    this.reason = undefined;
    void this.load();
  }
  async load(): Promise<void> {
    const id = this.caseId;
    const [answer] = await Promise.all([api.readCase(id, this.reason), knowMeasures()]);
    if (id !== this.caseId) return;
    if (answer.ok) {
      this.view = answer.value;
      this.problem = undefined;
    } else this.problem = answer.problem;
  }
  private async giveReason(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.reason = String(new FormData(event.target as HTMLFormElement).get('reason')).trim();
    await this.load();
  }
  private async start(definition: string): Promise<void> {
    const answer = await api.startDraft(this.caseId, definition);
    if (answer.ok) location.hash = `#/draft/${answer.value.id}`;
    else this.problem = answer.problem;
  }
  /** What is hard to read is told first; the operator decides. */
  private async issue(kind: string, submission: string): Promise<void> {
    this.wanted = { kind, submission };
    this.issuing = true;
    const forFamily = this.kindOf(kind)?.act === 'family';
    const reading = forFamily ? await api.readAhead(this.caseId, kind, submission) : undefined;
    this.readable = reading?.ok ? reading.value.index : undefined;
    if (reading?.ok && (await this.ahead.ask(reading.value))) this.issuing = false;
    else await this.issueAnyway();
  }
  private async issueAnyway(): Promise<void> {
    if (!this.wanted) return;
    const { kind, submission } = this.wanted;
    this.issuing = true;
    const answer = await api.issue(this.caseId, { kind, submission }, `${this.key}-${submission}`);
    this.issuing = false;
    this.key = newKey();
    await this.load();
    // What could not be printed is told where it can be tried again.
    if (!answer.ok && !this.jobOf(kind, submission)) this.problem = answer.problem;
  }
  private jobOf(kind: string, submission?: string): api.Job | undefined {
    return this.view?.jobs.find(({ parts }) =>
      parts.some((part) => part.kind === kind && part.submission === submission),
    );
  }

  private form(
    say: DeskWords,
    definition: api.DefinitionRow,
    { documents, occasional, state }: api.PhaseRow,
  ) {
    const kinds = documents.filter((one) => one.definition === definition.id).map(({ kind }) => kind);
    const submissions = newestOf(definition.submissions);
    const latest = submissions.find(({ replaced }) => !replaced);
    const open = definition.fills ?? false;
    // what is to be done now stands out; the rest can be done too
    const leads = state === 'here' ? 'primary' : '';
    return html`<div class="form ${occasional ? 'occasional' : ''}" data-definition=${definition.id}>
      <div class="spread ${occasional && !latest && !definition.draft ? 'kept' : ''}">
        <div>
          <h3>${definition.title}</h3>
          ${
            definition.draft
              ? html`<span class="badge warn">${say.draftSaved} ${minuteOf(definition.draft.savedAt)}</span>`
              : latest
                ? html`<span class="badge good">${say.done} ${minuteOf(latest.submittedAt)}</span>`
                : occasional && definition.published
                  ? nothing
                  : html`<span class="badge">${definition.published ? say.todo : say.unpublished}</span>`
          }
        </div>
        <div class="cluster">
          ${
            open && definition.published && !latest && !occasional
              ? html`<a
                  class="quiet-link"
                  href=${api.blankUrl(definition.id)}
                  target="_blank"
                  rel="noopener"
                  aria-label="${say.blank}: ${definition.title}"
                  >${say.blank}</a
                >`
              : nothing
          }
          ${
            definition.draft && open
              ? html`<a class="button primary" href="#/draft/${definition.draft.id}">${say.resume}</a>`
              : open && definition.published
                ? html`<button
                    class=${occasional ? 'small' : latest ? '' : leads}
                    @click=${() => this.start(definition.id)}
                    aria-label="${latest ? say.again : say.start}: ${definition.title}"
                  >
                    ${latest ? say.again : say.start}
                  </button>`
                : nothing
          }
          ${
            latest
              ? kinds
                  .filter((kind) => !this.isIssued(kind, latest.id) && !this.jobOf(kind, latest.id))
                  .map(
                    (kind) =>
                      html`<button
                        class=${leads}
                        ?disabled=${this.issuing}
                        @click=${() => this.issue(kind, latest.id)}
                        data-issue=${kind}
                      >
                        ${this.issuing ? say.issuing : `${say.issue}: ${this.kindOf(kind)?.title ?? kind}`}
                      </button>`,
                  )
              : nothing
          }
        </div>
      </div>
      ${
        submissions.length > 0
          ? html`<ul class="plain">
              ${submissions.map(
                (submission, place, all) =>
                  html`<li>
                    <a href="#/submission/${submission.id}"
                      >${say.read}: ${minuteOf(submission.submittedAt)}</a
                    >
                    <span class="hint"
                      >· ${say.version} ${submission.version} ·
                      ${submission.by === 'public' ? say.public : submission.by} · ${submission.receipt}</span
                    >
                    ${correction(this.locale, submission)}
                    ${
                      all[place + 1]
                        ? html`<div>
                            <a data-compare href="#/compare/${all[place + 1]!.id}/${submission.id}"
                              >${say.compareWith} ${minuteOf(all[place + 1]!.submittedAt)}</a
                            >
                          </div>`
                        : nothing
                    }
                  </li>`,
              )}
            </ul>`
          : nothing
      }
    </div>`;
  }

  private event(say: DeskWords, event: CaseEvent) {
    const title = this.view?.titles[event.definition ?? ''];
    return html`<li>
      <strong>${eventWord(say, event.what)}</strong
      >${title === undefined ? nothing : html` · ${title}`}${event.note ? html` · ${event.note}` : nothing}
      <div class="hint">${minuteOf(event.at)} · ${this.person(say, event.by)}</div>
    </li>`;
  }
  /** An act of this submission stands: another one is issued from another compilation. */
  private isIssued(kind: string, submission: string): boolean {
    return (this.view?.documents ?? []).some(
      (document) =>
        document.kind === kind &&
        document.submission === submission &&
        !['withdrawn', 'failed'].includes(document.state),
    );
  }
  private kindOf(kind: string): api.PaperKind | undefined {
    return this.view?.kinds.find((one) => one.kind === kind);
  }
  private person(say: DeskWords, id: string): string {
    if (id === 'system') return say.system;
    return id === 'public' ? say.public : (this.view?.names[id] ?? say.nobodyAnyMore);
  }

  /** Documents that print no submission: one is looked at first, the others are made at once. */
  private reports() {
    const offered = this.view?.reports ?? [];
    if (offered.length === 0) return nothing;
    return html`<div class="cluster offered">
      ${offered.map(({ kind, title, issues }) =>
        kind === 'transcription'
          ? html`<a class="button small" href="#/transcription/${this.caseId}">${title}</a>`
          : issues
            ? html`<button class="small" @click=${() => this.makeReport(kind)} data-report=${kind}>
                ${title}
              </button>`
            : nothing,
      )}
    </div>`;
  }
  private async makeReport(kind: string): Promise<void> {
    const answer = await issueCaseReport(this.caseId, kind);
    await this.load();
    if (!answer.ok && !this.jobOf(kind)) this.problem = answer.problem;
  }

  private more(view: api.CaseView, column: Section['column']) {
    const shown = {
      id: this.caseId,
      view,
      session: this.session,
      locale: this.locale,
      reason: this.reason,
    };
    return sections.filter((one) => one.column === column).map((one) => one.show(shown));
  }

  private refusal(say: DeskWords) {
    if (this.problem?.code !== 'reason-needed')
      return html`<p class="notice bad" role="alert">${this.problem?.title}</p>
        <p><button @click=${() => this.load()}>${say.retry}</button></p>`;
    return html`<div class="card stack">
      <h1>${say.reasonTitle}</h1>
      <p>${say.reasonText}</p>
      <form @submit=${this.giveReason}>
        <div>
          <label for="reason">${say.reason}</label
          ><textarea id="reason" name="reason" required minlength="10" maxlength="500"></textarea>
        </div>
        <div><button class="primary">${say.openThis}</button></div>
      </form>
    </div>`;
  }

  /** The way of the case; of one that is closed what was done alone, for nothing is to be done any more. */
  private path(say: DeskWords, { case: { closed }, phases }: api.CaseView) {
    const shown = phases.flatMap((phase): readonly api.PhaseRow[] => {
      const { state, definitions, ...rest } = phase;
      const done = definitions.filter(({ submissions }) => submissions.length > 0);
      const kept = closed ? done : definitions;
      return kept.length === 0
        ? []
        : [{ ...rest, ...(state && !closed ? { state } : {}), definitions: kept }];
    });
    if (shown.length === 0) return nothing;
    return html`<section class="card" aria-labelledby="path">
      <h2 id="path">${say.phases}</h2>
      ${shown.map(
        (phase) =>
          html`<section aria-label=${phase.title} class=${phase.state === 'here' ? 'here' : ''}>
            ${phaseHead(this.locale, phase)}
            ${phase.definitions.map((definition) => this.form(say, definition, phase))}
          </section>`,
      )}
    </section>`;
  }

  override render() {
    const say = deskWords(this.locale);
    const back = html`<p><a href="#/">← ${say.back}</a></p>`;
    if (!this.view)
      return html`${back}${this.problem ? this.refusal(say) : html`<p role="status">${say.loading}</p>`}`;
    const { case: it, documents, jobs } = this.view;
    const isOver = it.closed !== undefined;
    return html`${back}
      <div class="stack">
        <header>
          <h1>${it.name}</h1>
          <div class="cluster">
            <span class="badge numbers">${it.number}</span
            ><span class="badge">${measureName(it.measure)}</span><span class="badge">${it.state}</span>
          </div>
          <dl>
            ${Object.entries(it.facts).map(
              ([label, value]) =>
                html`<div>
                  <dt>${label}</dt>
                  <dd class="numbers">${value}</dd>
                </div>`,
            )}
            <div>
              <dt>${say.assigned}</dt>
              <dd>${it.assigned.map((id) => this.person(say, id)).join(', ') || say.nobody}</dd>
            </div>
          </dl>
        </header>
        ${closedNotice(this.locale, it)}
        ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.title}</p>` : nothing}
        <div class="columns">
          <div class="stack">
            ${this.path(say, this.view)}
            <section class="card" aria-labelledby="documents">
              <h2 id="documents">${say.documents}</h2>
              ${this.readable === undefined ? nothing : html`<p class="hint" role="status">${say.easyRead.replace('{index}', String(this.readable))}</p>`}
              <patto-reading .locale=${this.locale} @patto-issue=${() => this.issueAnyway()}></patto-reading>
              ${jobs.map((job) => html`<patto-job .job=${job} .changes=${this.kindOf(job.parts[0]?.kind ?? '')?.closes ?? false} .locale=${this.locale}></patto-job>`)}
              ${this.reports()}
              ${this.view.sent.map(
                ({ name, number, at }) =>
                  html`<p class="hint">${name}: ${say.sentWith} ${number}, ${dayOf(at)}</p>`,
              )}
              ${documents.length + jobs.length === 0 ? html`<p class="hint">${say.noDocuments}</p>` : nothing}
              ${[...documents]
                .sort(newestFirst)
                .map(
                  (document) =>
                    html`<patto-case-document
                      .document=${document}
                      .kind=${this.kindOf(document.kind)}
                      .locale=${this.locale}
                      .sealJob=${jobs.some(({ parts }) => parts.some(({ of, act }) => of === 'seal' && act === document.id))}
                    ></patto-case-document>`,
                )}
            </section>
            ${this.more(this.view, 'wide')}
          </div>
          <div class="stack">
            ${
              isOver
                ? nothing
                : html`<section class="card" aria-labelledby="terms">
                    <h2 id="terms">${say.terms}</h2>
                    <patto-case-terms
                      case-id=${this.caseId}
                      .view=${this.view}
                      .session=${this.session}
                      .locale=${this.locale}
                    ></patto-case-terms>
                  </section>`
            }
            <patto-case-followers
              case-id=${this.caseId}
              .view=${this.view}
              .session=${this.session}
              .locale=${this.locale}
            ></patto-case-followers>
            <patto-case-household
              .view=${this.view}
              .today=${this.session?.today ?? ''}
              .locale=${this.locale}
            ></patto-case-household>
            <section class="card" aria-labelledby="timeline">
              <h2 id="timeline">${say.timeline}</h2>
              <ol>
                ${[...it.timeline].reverse().map((event) => this.event(say, event))}
              </ol>
            </section>
            ${this.more(this.view, 'narrow')}
          </div>
        </div>
      </div>`;
  }
}
