// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Device } from '../../../../runtime/elements/device.ts';
import { erase, records } from '../../../../runtime/elements/device-records.ts';
import { newKey } from '../../../../runtime/elements/kit/http.ts';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, forms, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { dayOf, minuteOf, momentOf } from '../dates.ts';
import * as api from './diary-api.ts';
import { diaryWords } from './diary-words.ts';

interface Typed {
  readonly kind: string;
  readonly day: string;
  readonly hour: string;
  readonly people: readonly string[];
  readonly others: string;
  readonly text: string;
  readonly readers: api.Readers;
}
const classes: readonly api.Readers[] = ['family', 'team', 'author'];

/**
 * A note being written, or corrected (`note`). What is typed is kept, encrypted, on the device until it is sent.
 * `patto-noted` when it was kept, `patto-cancel` when a correction is given up.
 */
@customElement('patto-diary-note')
export class DiaryNote extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    css`
      .line {
        display: grid;
        gap: 12px;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr);
      }
      @media (max-width: 560px) {
        .line {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
        .line > :first-child {
          grid-column: 1 / -1;
        }
      }
      .people {
        display: flex;
        flex-wrap: wrap;
        gap: 0 20px;
      }
      textarea {
        min-height: 110px;
      }
    `,
  ];
  @property({ attribute: 'case-id' }) caseId = '';
  @property() locale = 'it';
  @property({ attribute: false }) session: Session | undefined;
  @property({ attribute: false }) diary: api.Diary | undefined;
  @property({ attribute: false }) note: api.Note | undefined;
  @state() private problem = '';
  @state() private busy = false;
  @state() private found = false;
  @state() private chosen: api.Readers = 'team';
  private key = newKey();
  /** id of the record on the device, of its own for each note */
  private record = newKey();
  private device: Device | undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.recall();
  }
  override disconnectedCallback(): void {
    clearTimeout(this.waiting);
    super.disconnectedCallback();
  }
  private get place(): string {
    return `diary ${this.caseId} ${this.session?.account.id ?? ''}`;
  }
  private get form(): HTMLFormElement | null {
    return this.renderRoot.querySelector('form');
  }

  /** What was being written when the window went away. */
  private async recall(): Promise<void> {
    await this.updateComplete;
    if (this.note) {
      this.chosen = this.note.readers;
      return;
    }
    this.device = await Device.open();
    const [kept] = this.device ? await records<Typed>(this.device, this.place) : [];
    const form = this.form;
    if (!kept || !form || this.typed(form).text !== '') return;
    this.record = kept.id;
    this.found = true;
    this.put(form, kept.value);
  }
  private put(form: HTMLFormElement, value: Typed): void {
    const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
    for (const name of ['kind', 'day', 'hour', 'others', 'text'] as const) field(name).value = value[name];
    for (const box of form.querySelectorAll<HTMLInputElement>('input[name=people]'))
      box.checked = value.people.includes(box.value);
    this.chosen = value.readers;
  }
  private typed(form: HTMLFormElement): Typed {
    const data = new FormData(form);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    return {
      kind: text('kind'),
      day: text('day'),
      hour: text('hour'),
      people: data.getAll('people').map(String),
      others: text('others'),
      text: text('text'),
      readers: this.chosen,
    };
  }
  private remember = (): void => {
    clearTimeout(this.waiting);
    if (this.note) return;
    this.waiting = setTimeout(() => {
      const typed = this.form && this.typed(this.form);
      if (typed && typed.text !== '') void this.device?.put(this.record, this.place, typed);
    }, 300);
  };
  private async forget(): Promise<void> {
    clearTimeout(this.waiting);
    if (this.device) await erase(this.device, this.record);
    this.record = newKey();
    this.key = newKey();
    this.found = false;
    this.form?.reset();
    this.chosen = 'team';
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const typed = this.typed(event.target as HTMLFormElement);
    const at = momentOf(typed.day, typed.hour);
    if (!at) {
      this.problem = diaryWords(this.locale).when;
      return;
    }
    const { kind, people, others, text, readers } = typed;
    const body: api.NoteText = { kind, at, people, text, readers, ...(others ? { others } : {}) };
    this.busy = true;
    const answer = this.note
      ? await api.correctNote(this.caseId, this.note.id, body, this.note.rev)
      : await api.writeNote(this.caseId, body, this.key);
    this.busy = false;
    this.problem = answer.ok ? '' : answer.problem.title;
    if (!answer.ok) return;
    if (!this.note) await this.forget();
    this.dispatchEvent(new CustomEvent('patto-noted', { bubbles: true, composed: true }));
  }

  private whoReads(diary: api.Diary): string {
    const say = diaryWords(this.locale);
    if (this.chosen !== 'team') return say[`${this.chosen}Hint`];
    const own = this.session?.account.id;
    const names = diary.authors.filter(({ id }) => diary.team.includes(id) && id !== own);
    return `${say.teamHint}: ${names.map(({ name }) => name).join(', ') || say.nobodyElse}`;
  }

  override render() {
    const say = diaryWords(this.locale);
    const { diary, note } = this;
    if (!diary) return nothing;
    const now = note ? minuteOf(note.at).split(', ') : undefined;
    const hour = now?.[1] ?? minuteOf(new Date().toISOString()).split(', ')[1];
    return html`<form @submit=${this.save} @input=${this.remember}>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${
        this.found
          ? html`<div class="notice spread" role="status">
              <span>${say.found}</span
              ><button type="button" class="small" @click=${this.forget}>${say.throwAway}</button>
            </div>`
          : nothing
      }
      <div class="line">
        <div>
          <label for="kind">${say.kind}</label
          ><select id="kind" name="kind">
            ${diary.kinds.map(({ id, title }) => html`<option value=${id} ?selected=${id === note?.kind}>${title}</option>`)}
          </select>
        </div>
        <div>
          <label for="day">${say.day}</label
          ><input
            id="day"
            name="day"
            required
            inputmode="numeric"
            autocomplete="off"
            placeholder=${say.dayHint}
            value=${now?.[0] ?? dayOf(this.session?.today ?? '')}
          />
        </div>
        <div>
          <label for="hour">${say.hour}</label
          ><input id="hour" name="hour" required autocomplete="off" value=${hour ?? ''} />
        </div>
      </div>
      ${
        diary.members.length > 0
          ? html`<fieldset>
              <legend>${say.who}</legend>
              <div class="people">
                ${diary.members.map(({ id, name }) => html`<label><input type="checkbox" name="people" value=${id} ?checked=${note?.people.includes(id) ?? false} /> ${name}</label>`)}
              </div>
            </fieldset>`
          : nothing
      }
      <div>
        <label for="others">${say.others}</label
        ><input id="others" name="others" maxlength="300" autocomplete="off" value=${note?.others ?? ''} />
      </div>
      <div>
        <label for="text">${say.text}</label
        ><textarea
          id="text"
          name="text"
          required
          maxlength="10000"
          aria-describedby="reads never"
          .defaultValue=${note?.text ?? ''}
        ></textarea>
        <p class="hint" id="reads" data-reads><strong>${say.readers}:</strong> ${this.whoReads(diary)}.</p>
      </div>
      <fieldset>
        <legend>${say.forWhom}</legend>
        <div class="people">
          ${classes.map(
            (one) =>
              html`<label
                ><input
                  type="radio"
                  name="readers"
                  value=${one}
                  .checked=${this.chosen === one}
                  @change=${() => (this.chosen = one)}
                />
                ${say[one]}</label
              >`,
          )}
        </div>
      </fieldset>
      <p class="hint" id="never">${say.never}</p>
      <div class="cluster">
        <button class="primary" ?disabled=${this.busy}>
          ${this.busy ? say.saving : note ? say.correct : say.save}
        </button>
        ${
          note
            ? html`<button type="button" @click=${() => this.dispatchEvent(new Event('patto-cancel'))}>
                ${say.cancel}
              </button>`
            : nothing
        }
      </div>
    </form>`;
  }
}
