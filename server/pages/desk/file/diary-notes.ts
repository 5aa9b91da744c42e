// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { minuteOf } from '../dates.ts';
import * as api from './diary-api.ts';
import './diary-note.ts';
import { diaryWords } from './diary-words.ts';

const tones: { readonly [readers in api.Readers]: string } = { family: 'good', team: '', author: 'warn' };

/** Notes one under the other, each with who reads it; one's own can be corrected in place. */
@customElement('patto-diary-notes')
export class DiaryNotes extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        padding: 14px 0;
        border-block-end: 1px solid var(--patto-line);
      }
      li:last-child {
        border: 0;
      }
      .said {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        margin: 6px 0;
      }
      details {
        color: var(--patto-muted);
      }
    `,
  ];
  @property({ attribute: 'case-id' }) caseId = '';
  @property() locale = 'it';
  @property({ attribute: false }) session: Session | undefined;
  @property({ attribute: false }) diary: api.Diary | undefined;
  @state() private corrected = '';

  private one(note: api.Note) {
    const say = diaryWords(this.locale);
    const { diary } = this;
    const titleOf = (id: string) => diary?.kinds.find((one) => one.id === id)?.title ?? id;
    const nameOf = (id: string) => diary?.authors.find((one) => one.id === id)?.name ?? id;
    const people = note.people.map((id) => diary?.members.find((one) => one.id === id)?.name ?? id);
    const present = [...people, ...(note.others ? [note.others] : [])].join(', ');
    if (this.corrected === note.id)
      return html`<h3>${say.correcting}</h3>
        <patto-diary-note
          case-id=${this.caseId}
          .locale=${this.locale}
          .session=${this.session}
          .diary=${diary}
          .note=${note}
          @patto-cancel=${() => (this.corrected = '')}
          @patto-noted=${() => (this.corrected = '')}
        ></patto-diary-note>`;
    return html`<div class="spread">
        <strong>${titleOf(note.kind)} · <span class="numbers">${minuteOf(note.at)}</span></strong>
        <span class="cluster"
          ><span class="badge ${tones[note.readers]}">${say[note.readers]}</span> ${
            note.own && diary?.writes
              ? html`<button
                  class="small"
                  aria-label="${say.correct}: ${titleOf(note.kind)} ${minuteOf(note.at)}"
                  @click=${() => (this.corrected = note.id)}
                >
                  ${say.correct}
                </button>`
              : nothing
          }</span
        >
      </div>
      <p class="said">${note.text}</p>
      <small class="hint"
        >${nameOf(note.by)}${present ? ` · ${say.with} ${present}` : ''}${note.corrected > 0 ? ` · ${say.wasCorrected} ${minuteOf(note.writtenAt)}` : ''}</small
      >
      ${
        note.earlier && note.earlier.length > 0
          ? html`<details>
              <summary>${say.before}</summary>
              ${note.earlier.map((old) => html`<p class="said">${minuteOf(old.writtenAt)} — ${old.text}</p>`)}
            </details>`
          : nothing
      }`;
  }

  override render() {
    return html`<ol>
      ${(this.diary?.items ?? []).map((note) => html`<li data-note=${note.id}>${this.one(note)}</li>`)}
    </ol>`;
  }
}
