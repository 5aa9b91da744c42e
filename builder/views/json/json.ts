// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Definition } from '../../../schemas/types.ts';
import { type SaidFinding, examine } from '../../api.ts';
import type { Bench } from '../../commands/contract.ts';
import { type JsonRead, lineOf, placeOf, readJsonText } from '../../exchange/json-text.ts';
import { Part } from '../../parts/part.ts';

/** Milliseconds without a key after which what is written is looked at. */
const QUIET = 400;
const most = 50;

interface Remark {
  readonly level: 'error' | 'warning';
  readonly at: number;
  readonly text: string;
}

/** The definition as text, for who reads JSON: looked at while it is written, taken as one step. */
@customElement('patto-builder-json')
export class PattoBuilderJson extends Part {
  @property({ attribute: false }) bench!: Bench;
  /** what is written and not taken yet; undefined: what the form is */
  @state() private written: string | undefined;
  @state() private remarks: readonly Remark[] = [];
  /** could it be taken as it stands? undefined while nobody has looked */
  @state() private fits: boolean | undefined;
  @query('textarea') private area!: HTMLTextAreaElement;
  /** the definition that the writing began from */
  private from: Definition | undefined;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private looked = 0;
  private shown: { of: Definition; text: string } | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.quiet);
  }

  private get text(): string {
    if (this.written !== undefined) return this.written;
    const { now } = this.bench.editing;
    if (this.shown?.of !== now) this.shown = { of: now, text: JSON.stringify(now, null, 2) };
    return this.shown.text;
  }

  private write(): void {
    this.from ??= this.bench.editing.now;
    this.written = this.area.value;
    this.fits = undefined;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => void this.look(), QUIET);
  }

  private async look(): Promise<void> {
    const { text } = this;
    const turn = (this.looked += 1);
    const read = readJsonText(text);
    if (!read.ok) {
      this.fits = false;
      this.remarks = [this.faultOf(read)];
      return;
    }
    const own = this.foreign(read.value);
    if (own) {
      this.fits = false;
      this.remarks = [{ level: 'error', at: placeOf(read.places, '/id'), text: own }];
      return;
    }
    const answer = await examine(read.value);
    if (turn !== this.looked || this.written !== text) return;
    if (!answer.ok) {
      this.fits = false;
      this.remarks = [{ level: 'error', at: 0, text: answer.problem.title }];
      return;
    }
    this.fits = answer.value.fits;
    this.remarks = answer.value.findings.map((finding: SaidFinding) => ({
      level: finding.level,
      at: placeOf(read.places, finding.at),
      text: finding.message,
    }));
  }

  private faultOf({ fault }: Extract<JsonRead, { ok: false }>): Remark {
    return { level: 'error', at: fault.at, text: this.say(`json.${fault.code}`, fault.params) };
  }

  /** The id is the form's name on the server: another id would be another form. */
  private foreign(value: unknown): string | undefined {
    const { id } = this.bench.editing.now;
    return typeof value === 'object' && value !== null && (value as { id?: unknown }).id === id
      ? undefined
      : this.say('json.other-id', { id });
  }

  private take(): void {
    const read = readJsonText(this.text);
    if (!read.ok || !this.fits) return;
    this.bench.keep({
      definition: read.value as Definition,
      step: { code: 'json', params: {} },
      select: '',
    });
    this.drop();
  }

  private drop(): void {
    this.written = undefined;
    this.from = undefined;
    this.fits = undefined;
    this.remarks = [];
    clearTimeout(this.quiet);
    this.looked += 1;
  }

  /** Puts the writing mark on the line, and the line in sight. */
  private async jump(at: number): Promise<void> {
    const { area, text } = this;
    const end = text.indexOf('\n', at);
    area.focus();
    area.setSelectionRange(at, end < 0 ? text.length : end);
    const height = area.scrollHeight / text.split('\n').length;
    area.scrollTop = Math.max(0, (lineOf(text, at).line - 4) * height);
  }

  private remark({ level, at, text }: Remark): TemplateResult {
    const { line } = lineOf(this.text, at);
    return html`<li data-level=${level}>
      <button class="small quiet" data-line=${line} @click=${() => this.jump(at)}>
        ${this.say('json.line', { line })}
      </button>
      <span>${text}</span>
    </li>`;
  }

  private state(): TemplateResult {
    const { say, written, fits, remarks } = this;
    const errors = remarks.filter(({ level }) => level === 'error').length;
    const text =
      written === undefined
        ? say('json.same')
        : fits === undefined
          ? say('json.looking')
          : !fits
            ? say('json.unfit')
            : errors > 0
              ? say('json.fits-with', { count: errors })
              : say('json.fits');
    return html`<p role="status" id="json-state" class=${fits === false ? 'wrong' : ''}>${text}</p>`;
  }

  override render() {
    const { say, bench, text, written } = this;
    const lines = text.split('\n').length;
    const overtaken = written !== undefined && this.from !== bench.editing.now;
    return html`<section class="card" aria-labelledby="json-title">
      <h2 id="json-title" tabindex="-1">${say('json.title')}</h2>
      <p class="hint" id="json-help">${say(bench.readonly ? 'json.help-read' : 'json.help')}</p>
      ${overtaken ? html`<p class="notice warn">${say('json.overtaken')}</p>` : nothing}
      <div class="json">
        <div class="lines" aria-hidden="true">
          <div>${Array.from({ length: lines }, (_, line) => `${line + 1}\n`).join('')}</div>
        </div>
        <textarea
          id="json-text"
          aria-label=${say('json.label')}
          aria-describedby="json-help json-state"
          spellcheck="false"
          autocapitalize="off"
          autocomplete="off"
          wrap="off"
          rows="26"
          ?readonly=${bench.readonly}
          .value=${text}
          @input=${this.write}
          @scroll=${() => {
            this.querySelector<HTMLElement>('.lines')!.scrollTop = this.area.scrollTop;
          }}
        ></textarea>
      </div>
      ${bench.readonly ? nothing : this.state()}
      ${
        this.remarks.length === 0
          ? nothing
          : html`<ul class="remarks" aria-label=${say('json.remarks')}>
              ${this.remarks.slice(0, most).map((one) => this.remark(one))}
              ${this.remarks.length > most ? html`<li>${say('json.others', { count: this.remarks.length - most })}</li>` : nothing}
            </ul>`
      }
      ${
        bench.readonly || written === undefined
          ? nothing
          : html`<div class="cluster">
              <button class="primary" data-take-json ?disabled=${this.fits !== true} @click=${this.take}>
                ${say('json.take')}
              </button>
              <button data-drop-json @click=${this.drop}>${say('json.drop')}</button>
            </div>`
      }
    </section>`;
  }
}
