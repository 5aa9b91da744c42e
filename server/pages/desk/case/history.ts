// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HttpProblem } from '../../../../runtime/elements/kit/http.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { lifeOf } from '../../../../templates/acts.ts';
import { actWords, type ActWords } from '../documents/act-words.ts';
import * as api from '../api.ts';
import { minuteOf } from '../dates.ts';

/** What happened to one document, from its issue on, as the audit tells it; and whether the audit itself is whole. */
@customElement('patto-document-history')
export class DocumentHistory extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: 10px 0 10px 18px;
        border-inline-start: 2px solid var(--patto-line);
        position: relative;
      }
      li::before {
        content: '';
        position: absolute;
        inset-inline-start: -6px;
        top: 18px;
        width: 10px;
        height: 10px;
        border-radius: 50%;
        background: var(--patto-primary);
      }
      ol + .hint {
        margin-block-start: 16px;
      }
      .code {
        font-family: var(--patto-mono);
        font-size: 14px;
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property() locale = 'it';
  @property({ attribute: 'document-id' }) documentId = '';
  @state() private document: api.KeptDocument | undefined;
  @state() private events:
    | Extract<Awaited<ReturnType<typeof api.readEvents>>, { ok: true }>['value']
    | undefined;
  @state() private problem: HttpProblem | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('documentId')) void this.load();
  }
  private async load(): Promise<void> {
    this.problem = undefined;
    const [document, events] = await Promise.all([
      api.readDocument(this.documentId),
      api.readEvents(this.documentId),
    ]);
    if (!document.ok) this.problem = document.problem;
    else if (!events.ok) this.problem = events.problem;
    else {
      this.document = document.value;
      this.events = events.value;
    }
  }

  private event(say: ActWords, one: api.EventRow) {
    const words = lifeOf[one.action];
    const what = words?.[this.locale.startsWith('en') ? 'en' : 'it'] ?? one.action;
    return html`<li>
      <strong>${what.charAt(0).toUpperCase()}${what.slice(1)}</strong>
      ${one.aborted ? html`<span class="badge warn">${say.aborted}</span>` : nothing}
      <div class="hint">${minuteOf(one.at)} · ${one.by} · ${say.line} ${one.seq}</div>
      ${one.hash ? html`<div class="hint">${say.fileHash} <span class="code">${one.hash}</span></div>` : nothing}
    </li>`;
  }

  override render() {
    const say = actWords(this.locale);
    const { document, events, problem } = this;
    if (problem)
      return html`<p class="notice bad" role="alert">${problem.title}</p>
        <p><button @click=${() => this.load()}>${say.retry}</button></p>`;
    if (!document || !events) return html`<p role="status">${say.loading}</p>`;
    const { ok, entries, firstBad } = events.chain;
    const last = events.items.at(-1);
    const back = document.case
      ? html`<a href="#/case/${document.case}">← ${say.backToCase}</a>`
      : html`<a href="#/reports">← ${say.backToReports}</a>`;
    return html`<p>${back}</p>
      <div class="stack">
        <header>
          <h1>${say.history}</h1>
          <div class="cluster">
            <span class="badge numbers">${document.number}</span
            ><span class="badge">${say.version} ${document.revision}</span>
          </div>
        </header>
        <p class="notice ${ok ? 'good' : 'bad'}" data-chain=${ok}>
          ${ok ? say.chainWhole : `${say.chainBroken} ${firstBad ?? 1}.`} ${say.chainLines} ${entries}.
        </p>
        <section class="card" aria-label=${say.history}>
          <ol>
            ${events.items.map((one) => this.event(say, one))}
          </ol>
          ${
            last
              ? html`<p class="hint">${say.lastChain}<br /><span class="code">${last.chain}</span></p>`
              : nothing
          }
        </section>
      </div>`;
  }
}
