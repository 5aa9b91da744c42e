// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { type LeaseTold, askLease } from './api-life.ts';
import type { PattoBuilderEditor } from './editor.ts';
import './editor.ts';
import { hourText } from './parts/moment.ts';
import { Part } from './parts/part.ts';

/** Milliseconds: after an answer that came at once and said nothing new; after none at all. */
const CALM = 2_000;
const AWAY = 5_000;

/** The editor of one definition, in the one window that may change it; everywhere else it can be read. */
@customElement('patto-builder-lease')
export class PattoBuilderLease extends Part {
  @property() name = '';
  /** may the person change definitions at all? */
  @property({ type: Boolean }) may = false;
  @property() today = '';
  @state() private told: LeaseTold | undefined;
  /** when it was taken from here, and whether all of it had been saved */
  @state() private lost: { readonly at: Date; readonly saved: boolean } | undefined;
  @state() private got = false;
  @state() private taking = false;
  /** an editor that comes to be changed begins anew, with what is on the server then */
  @state() private round = 0;
  private readonly window = crypto.randomUUID();
  private asking = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pagehide', this.leave);
    if (this.may) void this.keepAsking();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.leave);
    this.asking.abort();
    this.leave();
  }

  private readonly leave = (): void => {
    if (this.may) void askLease(this.name, { window: this.window, leave: true });
  };

  /** The server answers when another window holds it, or after some seconds: that is also the sign of life. */
  private async keepAsking(): Promise<void> {
    let known: string | undefined;
    while (this.isConnected) {
      const begun = Date.now();
      const before = known;
      this.asking = new AbortController();
      const answer = await askLease(
        this.name,
        { window: this.window, ...(known === undefined ? {} : { known }) },
        this.asking.signal,
      ).catch(() => undefined);
      if (!this.isConnected) return;
      if (this.taking || answer === undefined) {
        await pause(100);
        continue;
      }
      // Free meanwhile: whoever asks now has it.
      if (answer.ok && !answer.value.mine && !answer.value.holder) {
        known = undefined;
        continue;
      }
      if (answer.ok) await this.heard(answer.value);
      // Without an answer the revision of what is saved decides, as it does in the end anyway.
      else this.told ??= { mine: true };
      known = this.told?.holder?.window;
      if (!answer.ok) await pause(AWAY);
      else if (answer.value.holder?.window === before && Date.now() - begun < CALM) await pause(CALM);
    }
  }

  private async heard(told: LeaseTold): Promise<void> {
    const before = this.told;
    this.told = told;
    if (before?.mine && !told.mine) {
      await this.updateComplete;
      const saved = (await this.querySelector<PattoBuilderEditor>('patto-builder-editor')?.letGo()) ?? true;
      this.lost = { at: new Date(), saved };
      // The one who took it is waiting for this.
      await askLease(this.name, { window: this.window, leave: true });
    } else if (before && !before.mine && told.mine) this.begin();
  }

  private begin(): void {
    this.lost = undefined;
    this.got = true;
    this.round += 1;
  }

  private async take(): Promise<void> {
    this.taking = true;
    this.asking.abort();
    const answer = await askLease(this.name, { window: this.window, take: true });
    this.taking = false;
    if (!answer.ok) return;
    this.told = answer.value;
    if (answer.value.mine) this.begin();
  }

  private banner({ mine, holder }: LeaseTold): TemplateResult {
    const { say, lost } = this;
    if (mine || !holder)
      return html`<p class="lease-got" role="status">${this.got ? say('lease.got') : nothing}</p>`;
    const { name, own, minutes } = holder;
    const since =
      minutes === 0
        ? say('lease.just-now')
        : minutes === 1
          ? say('lease.one-minute')
          : say('lease.minutes', { minutes });
    const who = own ? say('lease.own', { since }) : say('lease.held', { name, since });
    return html`<div class="notice warn lease" role=${lost ? 'alert' : 'status'}>
      <div>
        ${
          lost
            ? html`<p>
                <b
                  >${own ? say('lease.lost-own', { time: hourText(lost.at.toISOString()) }) : say('lease.lost', { name, time: hourText(lost.at.toISOString()) })}</b
                >
                ${say(lost.saved ? 'lease.lost-saved' : 'lease.lost-unsaved')}
              </p>`
            : html`<p><b>${who}</b> ${say('lease.read')}</p>`
        }
        <p class="hint" id="lease-help">${say('lease.help')}</p>
      </div>
      <button data-take aria-describedby="lease-help" ?disabled=${this.taking} @click=${this.take}>
        ${say('lease.take')}
      </button>
    </div>`;
  }

  override render() {
    const { say, told, may } = this;
    if (may && !told) return html`<p role="status">${say('list.loading')}</p>`;
    const held = may && told?.mine === false;
    return html`${may && told ? this.banner(told) : nothing}
    ${keyed(
      this.round,
      html`<patto-builder-editor
        .name=${this.name}
        .today=${this.today}
        .language=${this.language}
        .readonly=${!may || held}
        .held=${held}
      ></patto-builder-editor>`,
    )}`;
  }
}

const pause = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time));
