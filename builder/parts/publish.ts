// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newKey } from '../../runtime/elements/kit/http.ts';
import type { Definition } from '../../schemas/types.ts';
import {
  type Publication,
  type SaidFinding,
  changesOf,
  findingsOf,
  openDefinition,
  publishDefinition,
} from '../api.ts';
import { type Life, lifeOf } from '../api-life.ts';
import { useWaiting, waitingTexts } from '../views/document/unsaved.ts';
import { Asking } from './asking.ts';
import '../views/problems/problems.ts';

type Stage =
  | { readonly is: 'checking' | 'unsaved' | 'working' }
  | {
      readonly is: 'ready';
      readonly findings: readonly SaidFinding[];
      readonly changes: readonly string[];
      readonly life: Life;
    }
  | { readonly is: 'failed'; readonly text: string; readonly findings: readonly SaidFinding[] }
  | { readonly is: 'done'; readonly publication: Publication; readonly life: Life | undefined };

/** Does the district want a second person, and has none approved this very draft? */
const unreviewed = ({ reviewNeeded, review }: Life): boolean =>
  reviewNeeded && !(review?.state === 'approved' && !review.overtaken);

/** Publishing in two steps: what is wrong and what changes, then number, fingerprint and the lines to embed it. */
@customElement('patto-builder-publish')
export class PattoBuilderPublish extends Asking {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) published: number | null = null;
  /** saves what is left; the revision that is then on the server, undefined when it is not all there */
  @property({ attribute: false }) flush!: () => Promise<number | undefined>;
  @state() private stage: Stage = { is: 'checking' };
  @state() private copied = false;
  /** documents whose changed text waits on this device, and those of them that could not be put into use */
  @state() private texts: readonly { readonly title: string }[] = [];
  @state() private unused: readonly string[] = [];
  private rev = 0;
  private key = '';

  async ask(): Promise<void> {
    this.stage = { is: 'checking' };
    this.copied = false;
    this.key = newKey();
    await this.appear();
    const rev = await this.flush();
    if (rev === undefined) {
      this.stage = { is: 'unsaved' };
      return;
    }
    this.rev = rev;
    const { id } = this.definition;
    this.unused = [];
    this.texts = await waitingTexts(id);
    const [findings, changes, life] = await Promise.all([findingsOf(id), changesOf(id), lifeOf(id)]);
    if (!findings.ok) this.stage = { is: 'failed', text: findings.problem.title, findings: [] };
    else if (!changes.ok) this.stage = { is: 'failed', text: changes.problem.title, findings: [] };
    else if (!life.ok) this.stage = { is: 'failed', text: life.problem.title, findings: [] };
    else
      this.stage = {
        is: 'ready',
        findings: findings.value.findings,
        changes: changes.value.changes,
        life: life.value,
      };
    await this.updateComplete;
    this.querySelector<HTMLElement>('[data-confirm-publish]')?.focus();
  }

  private async publish(): Promise<void> {
    const note = this.querySelector<HTMLTextAreaElement>('#publish-note')?.value ?? '';
    const texts = this.querySelector<HTMLInputElement>('#publish-texts')?.checked ?? false;
    this.stage = { is: 'working' };
    const answer = await publishDefinition(this.definition.id, this.rev, note, this.key);
    if (answer.ok) {
      if (texts) this.unused = await useWaiting(this.definition.id);
      const [now, life] = await Promise.all([openDefinition(this.definition.id), lifeOf(this.definition.id)]);
      this.stage = { is: 'done', publication: answer.value, life: life.ok ? life.value : undefined };
      const rev = now.ok ? (now.rev ?? now.value.rev) : undefined;
      this.dispatchEvent(
        new CustomEvent('builder-published', { detail: { number: answer.value.number, rev } }),
      );
    } else {
      const findings = (answer.problem.problems ?? []).map((problem) => ({ ...problem }));
      this.stage = { is: 'failed', text: answer.problem.title, findings };
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>('[data-close-publish]')?.focus();
  }

  /** The lines to paste: as the server gives them, or around the address it gives. */
  private snippet({ embed }: Publication): string {
    if (embed.includes('<')) return embed;
    const [, district, form] = /\/embed\/([^/]+)\/([^/@]+?)(?:@\d+)?\.js/.exec(embed) ?? [];
    return `<script type="module" src="${embed}"></script>\n<patto-form form="${district}/${form}"></patto-form>`;
  }

  private goVersions(): void {
    this.hide();
    this.tell('builder-view', { view: 'versions' });
  }

  private async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without the right to the clipboard the person copies by hand: the lines are selected for that.
      this.querySelector<HTMLTextAreaElement>('#publish-snippet')?.select();
      return;
    }
    this.copied = true;
  }

  private problems(findings: readonly SaidFinding[]): TemplateResult {
    return html`<patto-builder-problems
      bare
      .definition=${this.definition}
      .findings=${findings}
      .language=${this.language}
      @builder-go=${() => this.hide()}
    ></patto-builder-problems>`;
  }

  /** What goes on with older versions, and who works at it. */
  private goesOn({ versions, workers }: Life): TemplateResult | typeof nothing {
    const count = versions.reduce((sum, { drafts }) => sum + drafts, 0);
    if (count === 0) return nothing;
    return html`<p>
      ${this.say(count === 1 ? 'life.open-one' : 'life.open-many', { count })}
      ${workers.length === 0 ? nothing : this.say('life.workers', { names: workers.join(', ') })}
    </p>`;
  }

  private ready(findings: readonly SaidFinding[], changes: readonly string[], life: Life): TemplateResult {
    const { say, published } = this;
    const errors = findings.filter((finding) => finding.level === 'error');
    const warnings = findings.filter((finding) => finding.level !== 'error');
    if (errors.length > 0)
      return html`<p>${say('publish.errors')}</p>
        ${this.problems(errors)}`;
    if (unreviewed(life)) return html`<p class="notice warn">${say('review.why-needed')}</p>`;
    const next = (published ?? 0) + 1;
    return html`<p>${published === null ? say('publish.first') : say('publish.next', { number: next })}</p>
      ${
        published === null
          ? nothing
          : changes.length === 0
            ? html`<p class="notice">${say('publish.no-changes', { number: published })}</p>`
            : html`<h3>${say('publish.changes')}</h3>
                <ul class="changes">
                  ${changes.map((change) => html`<li>${change}</li>`)}
                </ul>
                <p>
                  <button class="small" data-side-by-side @click=${this.goVersions}>
                    ${say('publish.side-by-side')}
                  </button>
                </p>`
      }
      ${
        warnings.length > 0
          ? html`<p>${say('publish.warnings')}</p>
              ${this.problems(warnings)}`
          : nothing
      }
      ${this.goesOn(life)}
      ${life.schedule ? html`<p class="notice warn">${say('publish.overtakes')}</p>` : nothing}
      <label for="publish-note">${say('publish.note')}</label>
      <textarea id="publish-note" rows="2" maxlength="1000"></textarea>
      ${
        this.texts.length === 0
          ? nothing
          : html`<label class="tick"
              ><input type="checkbox" id="publish-texts" checked /><span
                >${say('document.with-publication', {
                  titles: this.texts.map(({ title }) => title).join(', '),
                })}</span
              ></label
            >`
      }`;
  }

  private done(publication: Publication, life: Life | undefined): TemplateResult {
    const { say } = this;
    const snippet = this.snippet(publication);
    return html`<p class="notice good" role="status">
        <b>${say('publish.done', { number: publication.number })}</b><br />${say('publish.done-text')}
      </p>
      ${
        this.unused.length === 0
          ? nothing
          : html`<p class="notice warn" role="alert">
              ${say('document.not-in-use', { titles: this.unused.join(', ') })}
            </p>`
      }
      <p class="hint">${say('publish.hash')}<br /><code class="hash">${publication.hash}</code></p>
      ${
        publication.embed
          ? html`<label for="publish-snippet">${say('publish.embed')}</label>
              <textarea id="publish-snippet" class="snippet" rows="3" readonly .value=${snippet}></textarea>
              <p>
                <button class="small" data-copy @click=${() => this.copy(snippet)}>
                  ${say('publish.copy')}
                </button>
                <span role="status">${this.copied ? say('publish.copied') : ''}</span>
              </p>`
          : html`<p>${say('publish.inside')}</p>`
      }
      ${
        life?.address
          ? html`<div class="reach">
              <p>
                ${say('reach.title')}:<br /><a href=${life.address} target="_blank" rel="noopener"
                  >${life.address}</a
                >
              </p>
              <img class="qr" src=${life.qr ?? ''} alt=${say('reach.qr-alt')} width="140" height="140" />
            </div>`
          : nothing
      }`;
  }

  private body(): TemplateResult {
    const { say, stage } = this;
    switch (stage.is) {
      case 'checking':
        return html`<p role="status">${say('publish.checking')}</p>`;
      case 'working':
        return html`<p role="status">${say('publish.working')}</p>`;
      case 'unsaved':
        return html`<p class="notice warn" role="alert">${say('publish.save-first')}</p>`;
      case 'ready':
        return this.ready(stage.findings, stage.changes, stage.life);
      case 'failed':
        return html`<p class="notice bad" role="alert">${stage.text}</p>
          ${this.problems(stage.findings)}`;
      case 'done':
        return this.done(stage.publication, stage.life);
    }
  }

  override render() {
    if (!this.open) return nothing;
    const { say, stage } = this;
    const sound = stage.is === 'ready' && !stage.findings.some((finding) => finding.level === 'error');
    const waits = sound && unreviewed(stage.life);
    const may = sound && !waits;
    return html`<patto-dialog
      heading=${say('publish.title', { title: this.definition.title })}
      close-label=${say('close')}
      @close=${this.gone}
    >
      ${this.body()}
      <button slot="actions" data-close-publish @click=${() => this.hide()}>
        ${say(stage.is === 'done' ? 'publish.done-close' : 'cancel')}
      </button>
      ${
        waits
          ? html`<button slot="actions" class="primary" data-go-review @click=${this.goVersions}>
              ${say('publish.go-review')}
            </button>`
          : nothing
      }
      ${
        may
          ? html`<button slot="actions" class="primary" data-confirm-publish @click=${this.publish}>
              ${say('publish.yes')}
            </button>`
          : nothing
      }
    </patto-dialog>`;
  }
}
