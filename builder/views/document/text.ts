// SPDX-License-Identifier: AGPL-3.0-or-later
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { Part } from '../../parts/part.ts';
import type { Placeable, TemplateFinding } from './api.ts';

/** Offset of a place in a text, line and column from 1. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let left = line; left > 1; left--) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}

/** The text of a template: answers are put in from a list, what is wrong is underlined where it stands. Tells `template-text`. */
@customElement('patto-builder-template-text')
export class PattoBuilderTemplateText extends Part {
  @property() text = '';
  @property({ attribute: false }) fields: readonly Placeable[] = [];
  @property({ attribute: false }) findings: readonly TemplateFinding[] = [];
  @property({ type: Boolean }) readonly = false;
  @query('textarea') private area!: HTMLTextAreaElement | null;
  @query('.mirror') private mirror!: HTMLElement | null;

  private change(text: string): void {
    this.dispatchEvent(new CustomEvent('template-text', { detail: text, bubbles: true }));
  }

  /** Puts a text at the caret, and leaves the caret after it. */
  private async insert(placed: string): Promise<void> {
    const { area } = this;
    if (!area || placed === '') return;
    const at = area.selectionStart;
    this.change(area.value.slice(0, at) + placed + area.value.slice(area.selectionEnd));
    await this.updateComplete;
    area.focus();
    area.setSelectionRange(at + placed.length, at + placed.length);
  }

  /** Where a finding stands; undefined: only its line is known. */
  private placeOf({ params }: TemplateFinding): readonly [from: number, to: number] {
    const { line = 1, column, length = 0 } = params;
    const start = offsetOf(this.text, line, column ?? 1);
    if (column !== undefined) return [start, start + length];
    const end = this.text.indexOf('\n', start);
    return [start, end < 0 ? this.text.length : end];
  }

  private async go(finding: TemplateFinding): Promise<void> {
    const [from, to] = this.placeOf(finding);
    this.area?.focus();
    this.area?.setSelectionRange(from, to);
  }

  private async replace(finding: TemplateFinding, nearest: string): Promise<void> {
    const [from, to] = this.placeOf(finding);
    this.change(this.text.slice(0, from) + nearest + this.text.slice(to));
    await this.updateComplete;
    this.area?.focus();
    this.area?.setSelectionRange(from, from + nearest.length);
  }

  /** The same text behind the one that is written, with what is wrong underlined. */
  private marked(): TemplateResult[] {
    const places = this.findings.map((finding) => this.placeOf(finding)).sort((a, b) => a[0] - b[0]);
    const parts: TemplateResult[] = [];
    let at = 0;
    for (const [from, to] of places) {
      if (from < at || to > this.text.length) continue;
      parts.push(html`${this.text.slice(at, from)}<u>${this.text.slice(from, to)}</u>`);
      at = to;
    }
    return [...parts, html`${this.text.slice(at)} `];
  }

  override render() {
    const { say, text, fields, findings, readonly } = this;
    const picked = (): string => this.querySelector<HTMLSelectElement>('#template-field')?.value ?? '';
    return html`${
        readonly
          ? nothing
          : html`<form
              class="insert"
              @submit=${(event: Event) => {
                event.preventDefault();
                void this.insert(picked());
              }}
            >
              <label for="template-field">${say('document.insert')}</label>
              <select id="template-field">
                ${fields.map((field) => html`<option value=${field.text}>${field.title}</option>`)}
              </select>
              <button class="small" data-insert>${say('document.insert-here')}</button>
            </form>`
      }
      <label for="template-text">${say('document.text')}</label>
      <p class="hint" id="template-hint">${say('document.text-hint')}</p>
      <div class="write">
        <div class="mirror" aria-hidden="true">${this.marked()}</div>
        <textarea
          id="template-text"
          spellcheck="false"
          wrap="soft"
          aria-describedby="template-hint template-count"
          aria-invalid=${findings.length > 0}
          ?readonly=${readonly}
          .value=${live(text)}
          @input=${(event: Event) => this.change((event.target as HTMLTextAreaElement).value)}
          @scroll=${() => {
            if (this.mirror && this.area) this.mirror.scrollTop = this.area.scrollTop;
          }}
        ></textarea>
      </div>
      <p id="template-count" role="status">
        ${
          findings.length === 0
            ? nothing
            : say(findings.length === 1 ? 'document.wrong-one' : 'document.wrong-many', {
                count: findings.length,
              })
        }
      </p>
      <ul class="findings">
        ${findings.slice(0, 20).map((finding) => {
          const { nearest } = finding.params;
          return html`<li data-code=${finding.code}>
            <span class="sentence">${finding.message}</span>
            <span class="cluster actions">
              ${
                nearest && !readonly
                  ? html`<button class="small" data-replace @click=${() => this.replace(finding, nearest)}>
                      ${say('document.replace', { nearest })}
                    </button>`
                  : nothing
              }
              <button class="small quiet" @click=${() => this.go(finding)}>${say('document.go')}</button>
            </span>
          </li>`;
        })}
      </ul>`;
  }
}
