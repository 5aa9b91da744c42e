// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';

import type { Definition } from '../schemas/types.ts';
import {
  type SaidFinding,
  changesOf,
  createDefinition,
  findingsOf,
  freeId,
  listDefinitions,
  openDefinition,
  putDefinition,
} from './api.ts';
import { loadCatalogue } from './catalogue.ts';
import { duplicate } from './edit/add.ts';
import type { Catalogue, Handle, Place, Step } from './edit/contract.ts';
import { setTitle } from './edit/describe.ts';
import { type History, begin, record, redo, settled, undo } from './edit/history.ts';
import { handleOf } from './edit/locate.ts';
import { move, moveTo } from './edit/move.ts';
import { titleOf } from './edit/references.ts';
import { removeBox, removeField } from './edit/remove.ts';
import { find, readTree } from './edit/tree.ts';
import { typeAt } from './edit/type.ts';
import type { PattoBuilderCanvas } from './parts/canvas.ts';
import './parts/canvas.ts';
import type { PattoBuilderDeletion } from './parts/deletion.ts';
import './parts/deletion.ts';
import './parts/destination.ts';
import type { PattoBuilderDestination } from './parts/destination.ts';
import type { PattoBuilderPanel } from './parts/panel.ts';
import './parts/panel.ts';
import { icons } from './parts/icons.ts';
import { type BuilderEvents, Part } from './parts/part.ts';
import './parts/preview.ts';
import './parts/problems.ts';
import './parts/publish.ts';
import type { PattoBuilderPublish } from './parts/publish.ts';
import { Saving, type SaveState, keptOf } from './saving.ts';
import { type Word, say as sayIn } from './words.ts';

type Area = 'canvas' | 'panel' | 'preview';
const areas: readonly Area[] = ['canvas', 'panel', 'preview'];
/** where F6 goes, in turn */
const round = [...areas, 'bar'] as const;
/** Milliseconds that a message stays on screen. */
const MESSAGE = 6000;

function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** One definition being edited: what was done and undone, what is chosen, and how its saving stands. */
@customElement('patto-builder-editor')
export class PattoBuilderEditor extends Part {
  @property() name = '';
  @property({ type: Boolean }) readonly = false;
  @state() private history: History | undefined;
  @state() private catalogue: Catalogue | undefined;
  @state() private chosen: Handle = '';
  @state() private area: Area = 'canvas';
  @state() private save: SaveState = { is: 'clean', at: undefined };
  @state() private findings: readonly SaidFinding[] = [];
  @state() private published: number | null = null;
  /** is what is here what was published? */
  @state() private same = false;
  @state() private showProblems = false;
  @state() private message = '';
  @state() private failed = '';
  @query('patto-builder-canvas') private canvas!: PattoBuilderCanvas;
  @query('patto-builder-panel') private panel!: PattoBuilderPanel;
  private saving: Saving | undefined;
  private fading: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.leaving);
    addEventListener('pagehide', this.flush);
    document.addEventListener('visibilitychange', this.wentAway);
    addEventListener('online', this.flush);
    addEventListener('keydown', this.pressed);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.leaving);
    removeEventListener('pagehide', this.flush);
    document.removeEventListener('visibilitychange', this.wentAway);
    removeEventListener('online', this.flush);
    removeEventListener('keydown', this.pressed);
    void this.saving?.flush(true);
    this.saving?.stop();
  }

  // ── opening and saving ──

  private async load(): Promise<void> {
    this.failed = '';
    const [catalogue, answer] = await Promise.all([loadCatalogue(), openDefinition(this.name)]);
    if (!answer.ok) {
      this.failed = answer.problem.title;
      return;
    }
    const { definition, rev, published } = answer.value;
    this.catalogue = catalogue;
    this.published = published;
    this.history = begin(definition);
    this.saving = new Saving(this.name, answer.rev ?? rev, {
      put: async (edited, expected, keepalive) => {
        const put = await putDefinition(this.name, edited, expected, keepalive);
        return put.ok ? { ok: true, rev: put.value?.rev ?? put.rev ?? expected + 1 } : put;
      },
      changed: (save) => {
        this.save = save;
      },
      saved: () => void this.check(),
      keep: this.readonly ? undefined : storage(),
    });
    document.title = `${definition.title} · Patto`;
    this.restore(definition);
    void this.check();
    void this.compare();
    await this.updateComplete;
    // A form without questions waits for the first one; a name that was just given needs no other step.
    if (Object.keys(definition.schema.properties).length === 0) {
      await this.canvas.updateComplete;
      this.querySelector<HTMLElement>('.add input')?.focus();
    }
  }

  private async compare(): Promise<void> {
    if (this.published === null) return;
    const answer = await changesOf(this.name);
    if (answer.ok && this.history?.past.length === 0) this.same = answer.value.changes.length === 0;
  }

  /** Work of a killed tab that never reached the server. */
  private restore(definition: Definition): void {
    const kept = this.readonly ? undefined : keptOf(storage(), this.name);
    if (!kept || JSON.stringify(kept.definition) === JSON.stringify(definition)) return;
    this.keep(kept.definition, { code: 'restored', params: {} });
    if (this.saving && kept.rev !== this.saving.rev) {
      // Somebody saved meanwhile: the revision it was made from is what the server must compare with.
      this.saving.rev = kept.rev;
    }
    this.tellPerson(this.say('step.restored'));
  }

  private async check(): Promise<void> {
    const answer = await findingsOf(this.name);
    if (answer.ok) this.findings = answer.value.findings;
  }

  private readonly flush = (): void => void this.saving?.flush(true);
  private readonly wentAway = (): void => {
    if (document.visibilityState === 'hidden') this.flush();
  };
  private readonly leaving = (event: BeforeUnloadEvent): void => {
    if (!this.saving || this.saving.done) return;
    this.flush();
    event.preventDefault();
  };

  private async takeTheirs(): Promise<void> {
    const answer = await openDefinition(this.name);
    if (!answer.ok) return this.tellPerson(answer.problem.title);
    this.saving?.settle(answer.rev ?? answer.value.rev);
    if (this.history)
      this.history = record(
        this.history,
        answer.value.definition,
        { code: 'other-loaded', params: {} },
        this.chosen,
      );
    this.published = answer.value.published;
    this.chosenStillThere();
    this.tellPerson(this.say('step.other-loaded'));
    void this.check();
  }

  private async keepMine(): Promise<void> {
    if (!this.history) return;
    const list = await listDefinitions();
    const taken = list.ok ? list.value.items.map((item) => item.id) : [this.name];
    const title = `${this.history.now.title} ${this.say('copy-suffix')}`;
    const id = freeId(title, taken);
    const answer = await createDefinition({ ...this.history.now, id, title });
    if (!answer.ok) return this.tellPerson(answer.problem.title);
    this.saving?.settle(this.saving.rev);
    this.tell('builder-open', { id });
  }

  // ── editing ──

  private keep(definition: Definition, step: Step, topic?: string): void {
    if (!this.history) return;
    const next = record(this.history, definition, step, this.chosen, topic);
    if (next === this.history) return;
    this.history = next;
    this.same = false;
    this.saving?.change(definition);
  }

  private edited({ detail }: CustomEvent<BuilderEvents['builder-edit']>): void {
    const { edited, topic, select } = detail;
    if (this.readonly) return;
    if ('refused' in edited)
      return this.tellPerson(this.say(`refused.${edited.refused.code}` as Word, edited.refused.params));
    this.keep(edited.definition, edited.step, topic);
    if (select) {
      this.chosen = edited.select;
      this.tellPerson(this.added(edited.select, edited.step));
      if (!edited.select.startsWith('/')) void this.focusOn(edited.select);
    } else if (edited.step.code === 'moved') void this.moved(edited.select, edited.step);
    else if (topic === undefined) this.tellPerson(this.stepText(edited.step));
  }

  private stepText(step: Step): string {
    return sayIn(this.language, `step.${step.code}`, step.params);
  }

  private added(handle: Handle, step: Step): string {
    if (!handle.startsWith('/') || !this.catalogue || !this.history) return this.stepText(step);
    const type = typeAt(this.history.now, handle, this.catalogue);
    const name = this.catalogue.words.get(type)?.name[this.language] ?? type;
    return this.say('added-as', { step: this.stepText(step), type: name });
  }

  private async moved(handle: Handle, step: Step): Promise<void> {
    this.chosen = handle;
    const text = this.stepText(step);
    const inside = String(step.params['inside'] ?? '');
    this.tellPerson(inside === '' ? text : this.say('moved-in', { step: text, inside }));
    await this.focusOn(handle);
  }

  private async acted({ detail }: CustomEvent<BuilderEvents['builder-act']>): Promise<void> {
    const { act, handle } = detail;
    const now = this.history?.now;
    if (!now || this.readonly) return;
    this.chosen = handle;
    if (act === 'up' || act === 'down') {
      const edited = move(now, handle, act);
      if (!edited) return this.tellPerson(this.say('at-the-end', { title: titleOf(now, handle) }));
      this.keep(edited.definition, edited.step);
      return this.moved(handle, edited.step);
    }
    if (act === 'delete') return this.dialogPart<PattoBuilderDeletion>('patto-builder-deletion').ask(handle);
    if (act === 'into')
      return this.dialogPart<PattoBuilderDestination>('patto-builder-destination').ask(handle);
    const edited = duplicate(now, handle, this.say('copy-suffix'));
    if (!edited) return;
    this.keep(edited.definition, edited.step);
    this.chosen = edited.select;
    this.tellPerson(this.stepText(edited.step));
    await this.focusOn(edited.select);
  }

  private dialogPart<Element extends HTMLElement>(name: string): Element {
    return this.querySelector<Element>(name)!;
  }

  private async deleted(handle: Handle): Promise<void> {
    const now = this.history?.now;
    const edited = now && (handle.startsWith('/') ? removeField(now, handle) : removeBox(now, handle));
    if (!edited) return;
    this.keep(edited.definition, edited.step);
    this.chosen = edited.select;
    this.tellPerson(this.stepText(edited.step));
    if (edited.select !== '') await this.focusOn(edited.select);
    else this.querySelector<HTMLElement>('.add input')?.focus();
  }

  private relocate(handle: Handle, place: Place): void {
    const edited = this.history && moveTo(this.history.now, handle, place);
    if (edited) this.edited(new CustomEvent('builder-edit', { detail: { edited } }));
  }

  private travel(back: boolean): void {
    const went = this.history && (back ? undo : redo)(this.history);
    if (!went) return this.tellPerson(this.say(back ? 'nothing-to-undo' : 'nothing-to-redo'));
    this.history = went.history;
    this.saving?.change(went.history.now);
    const held = this.contains(document.activeElement) || this.canvas.contains(this.focused());
    const onCanvas = this.canvas.contains(this.focused());
    this.chosen = went.select;
    this.chosenStillThere();
    this.tellPerson(this.say(back ? 'undone' : 'redone', { step: this.stepText(went.step) }));
    if (held && onCanvas && this.chosen !== '') void this.focusOn(this.chosen);
  }

  private chosenStillThere(): void {
    const tree = this.history ? readTree(this.history.now) : [];
    if (this.chosen !== '' && !find(tree, this.chosen)) this.chosen = '';
  }

  private focused(): Element | null {
    const root = this.getRootNode();
    return root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  }

  // ── keys, areas, messages ──

  /** The canvas draws what is new only after this element has handed it down. */
  private async focusOn(handle: Handle): Promise<void> {
    await this.updateComplete;
    await this.canvas.focusOn(handle);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (!this.history) return;
    const key = event.key.toLowerCase();
    if (event.key === 'F6') {
      event.preventDefault();
      return void this.nextArea(event.shiftKey);
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey || this.readonly) return;
    const path = event.composedPath();
    if (!path.includes(this)) {
      if (path.some((target) => target instanceof HTMLElement && target.matches('input, textarea, select')))
        return;
    }
    // Inside a form of its own and in the line being typed, undo belongs to that.
    const elsewhere = path.some(
      (target) =>
        target instanceof HTMLElement &&
        target.matches('patto-form, patto-dialog, .add input:not(:placeholder-shown)'),
    );
    if (elsewhere) return;
    if (key === 'z' || key === 'y') {
      event.preventDefault();
      this.travel(key === 'z' && !event.shiftKey);
    }
  };

  private async nextArea(back: boolean): Promise<void> {
    const focused = this.focused();
    const now = round.findIndex((name) =>
      this.querySelector(`[data-area="${name}"]`)?.contains(focused ?? null),
    );
    const next =
      now < 0 ? (back ? round.length - 1 : 0) : (now + (back ? -1 : 1) + round.length) % round.length;
    const name = round[next]!;
    if (name === 'bar') this.querySelector<HTMLElement>('[data-area="bar"]')?.focus();
    else await this.go(name);
  }

  private async go(area: Area): Promise<void> {
    this.area = area;
    await this.updateComplete;
    const section = this.querySelector<HTMLElement>(`[data-area="${area}"]`);
    if (area === 'canvas' && this.chosen !== '') return this.focusOn(this.chosen);
    if (area === 'panel' && this.chosen !== '') return this.panel.open();
    section?.focus();
  }

  private async chose({ detail }: CustomEvent<BuilderEvents['builder-choose']>): Promise<void> {
    if (this.chosen !== detail.handle && this.history) this.history = settled(this.history);
    this.chosen = detail.handle;
    if (detail.open) await this.go('panel');
  }

  private async jump(finding: SaidFinding): Promise<void> {
    if (!this.history) return;
    const handle = handleOf(this.history.now, finding);
    this.area = 'canvas';
    if (handle === '') return;
    this.chosen = handle;
    await this.updateComplete;
    await this.focusOn(handle);
  }

  private tellPerson(text: string): void {
    clearTimeout(this.fading);
    // The same words twice in a row are said twice.
    this.message = this.message === text ? `${text}\u00A0` : text;
    this.fading = setTimeout(() => {
      this.message = '';
    }, MESSAGE);
  }

  // ── drawing ──

  private saveText(): TemplateResult {
    const { save, say } = this;
    const time =
      save.is === 'clean' && save.at?.toLocaleTimeString('it-IT', { hour: '2-digit', minute: '2-digit' });
    const texts: { readonly [state in SaveState['is']]: string } = {
      clean: time ? say('save.saved', { time }) : say('save.clean'),
      waiting: say('save.waiting'),
      offline: say('save.offline'),
      'signed-out': say('save.refused'),
      conflict: say('save.conflict'),
      refused: say('save.refused'),
    };
    return html`<span class="saved ${save.is}" data-save=${save.is}>${texts[save.is]}</span>`;
  }

  private saveTrouble(): TemplateResult | typeof nothing {
    const { save, say } = this;
    if (save.is === 'offline')
      return html`<p class="notice warn" role="status">${say('save.offline-help')}</p>`;
    if (save.is === 'signed-out')
      return html`<p class="notice warn" role="status">
        ${say('save.signed-out-help')} <a href="/builder" target="_blank">${say('save.open-sign-in')}</a>
      </p>`;
    if (save.is === 'refused') return html`<p class="notice bad" role="alert">${save.problem.title}</p>`;
    if (save.is !== 'conflict') return nothing;
    return html`<div class="notice warn conflict" role="alert">
      <h2>${say('conflict.title')}</h2>
      <p>${say('conflict.text')}</p>
      <div class="cluster">
        <button data-theirs @click=${this.takeTheirs} aria-describedby="theirs-help">
          ${say('conflict.theirs')}
        </button>
        <button data-mine @click=${this.keepMine}>${say('conflict.mine')}</button>
        <span class="hint" id="theirs-help">${say('conflict.theirs-help')}</span>
      </div>
    </div>`;
  }

  private bar(definition: Definition): TemplateResult {
    const { say, history, findings } = this;
    const errors = findings.filter((finding) => finding.level === 'error').length;
    const last = history?.past.at(-1);
    const next = history?.future.at(-1);
    const count =
      findings.length === 0
        ? say('problems-none')
        : findings.length === 1
          ? say('problems-one')
          : say('problems-many', { count: findings.length });
    return html`<div class="bar" data-area="bar" role="region" aria-label=${say('area.bar')} tabindex="-1">
      <div class="name">
        <a href="#/" class="back">← ${say('back')}</a>
        <h1 class="hidden-text">${definition.title}</h1>
        <input
          id="form-title"
          aria-label=${say('title-of-form')}
          maxlength="500"
          ?readonly=${this.readonly}
          .value=${definition.title}
          @input=${(event: Event) => {
            const edited = setTitle(definition, '', (event.target as HTMLInputElement).value);
            this.keep(edited.definition, edited.step, 'title:');
          }}
          @blur=${(event: Event) => {
            (event.target as HTMLInputElement).value = this.history?.now.title ?? '';
            if (this.history) this.history = settled(this.history);
          }}
        />
      </div>
      <div class="cluster tools">
        ${this.saveText()}
        ${
          this.readonly
            ? nothing
            : html`<button
                  class="small icon"
                  data-undo
                  aria-label=${last ? say('undo-step', { step: this.stepText(last.step) }) : say('undo')}
                  title=${last ? say('undo-step', { step: this.stepText(last.step) }) : say('undo')}
                  ?disabled=${!last}
                  @click=${() => this.travel(true)}
                >
                  ${icons.undo}
                </button>
                <button
                  class="small icon"
                  data-redo
                  aria-label=${next ? say('redo-step', { step: this.stepText(next.step) }) : say('redo')}
                  title=${next ? say('redo-step', { step: this.stepText(next.step) }) : say('redo')}
                  ?disabled=${!next}
                  @click=${() => this.travel(false)}
                >
                  ${icons.redo}
                </button>`
        }
        <button
          class="small ${errors > 0 ? 'danger' : ''}"
          data-problems
          aria-expanded=${this.showProblems}
          @click=${() => {
            this.showProblems = !this.showProblems;
          }}
        >
          ${count}
        </button>
        ${
          this.readonly
            ? nothing
            : html`<button
                class="primary small"
                data-publish
                @click=${() => this.dialogPart<PattoBuilderPublish>('patto-builder-publish').ask()}
              >
                ${say('publish')}
              </button>`
        }
      </div>
    </div>`;
  }

  private tabs(): TemplateResult {
    return html`<div class="tabs" role="group" aria-label=${this.say('areas')}>
      ${areas.map(
        (area) =>
          html`<button
            class="small"
            data-tab=${area}
            aria-pressed=${this.area === area}
            @click=${() => this.go(area)}
          >
            ${this.say(`area.${area}`)}
          </button>`,
      )}
    </div>`;
  }

  private banner(): TemplateResult {
    const { say, published } = this;
    if (this.readonly) return html`<p class="notice">${say('readonly-banner')}</p>`;
    const text =
      published === null
        ? say('draft-banner-first')
        : say(this.same ? 'published-banner' : 'draft-banner', { number: published });
    return html`<p class="draft">${text}</p>`;
  }

  /** The page of the chosen thing, so that the preview shows it. */
  private pageOf(definition: Definition, handle: Handle): string {
    const found = handle === '' ? undefined : find(readTree(definition), handle);
    const page = found && [...found.around, found.node].find((node) => node.kind === 'page');
    return page ? page.handle.slice('page:'.length) : '';
  }

  private desk(definition: Definition, catalogue: Catalogue): TemplateResult {
    const { say, language, chosen, readonly } = this;
    const marks = new Map<Handle, SaidFinding['level']>();
    for (const finding of this.findings) {
      const handle = handleOf(definition, finding);
      if (handle !== '' && marks.get(handle) !== 'error') marks.set(handle, finding.level);
    }
    const area = (name: Area, inside: unknown) =>
      html`<section class="area ${name}" data-area=${name} tabindex="-1" aria-labelledby="area-${name}">
        <h2 id="area-${name}">${say(`area.${name}`)}</h2>
        ${inside}
      </section>`;
    return html`<div class="areas shows-${this.area}">
      ${area(
        'canvas',
        html`${this.banner()}<patto-builder-canvas
            .definition=${definition}
            .catalogue=${catalogue}
            .findings=${marks}
            .chosen=${chosen}
            .readonly=${readonly}
            .language=${language}
          ></patto-builder-canvas>`,
      )}
      ${area(
        'panel',
        html`<patto-builder-panel
          .definition=${definition}
          .catalogue=${catalogue}
          .chosen=${chosen}
          .readonly=${readonly}
          .language=${language}
        ></patto-builder-panel>`,
      )}
      ${area(
        'preview',
        html`<patto-builder-preview
          .definition=${definition}
          .page=${this.pageOf(definition, chosen)}
          .language=${language}
        ></patto-builder-preview>`,
      )}
    </div>`;
  }

  override render() {
    const { say, history, catalogue, language } = this;
    if (this.failed)
      return html`<div class="card">
        <p class="notice bad" role="alert">${this.failed}</p>
        <div class="cluster">
          <button class="primary" @click=${this.load}>${say('error.retry')}</button>
          <a class="button" href="#/">${say('back')}</a>
        </div>
      </div>`;
    if (!history || !catalogue) return html`<p role="status">${say('list.loading')}</p>`;
    const definition = history.now;
    return html`<div
      class="editor"
      @builder-edit=${this.edited}
      @builder-act=${this.acted}
      @builder-choose=${this.chose}
      @builder-settle=${() => {
        if (this.history) this.history = settled(this.history);
      }}
    >
      ${this.bar(definition)} ${this.saveTrouble()}
      ${
        this.showProblems
          ? html`<patto-builder-problems
              .definition=${definition}
              .findings=${this.findings}
              .language=${language}
              @builder-jump=${(event: CustomEvent<SaidFinding>) => this.jump(event.detail)}
            ></patto-builder-problems>`
          : nothing
      }
      ${this.tabs()} ${this.desk(definition, catalogue)}
      <patto-builder-deletion
        .definition=${definition}
        .language=${language}
        @builder-confirmed=${(event: CustomEvent<Handle>) => this.deleted(event.detail)}
      ></patto-builder-deletion>
      <patto-builder-destination
        .definition=${definition}
        .language=${language}
        @builder-placed=${(event: CustomEvent<{ handle: Handle; place: Place }>) =>
          this.relocate(event.detail.handle, event.detail.place)}
      ></patto-builder-destination>
      <patto-builder-publish
        .definition=${definition}
        .published=${this.published}
        .flush=${async () => ((await this.saving?.flush()) ? this.saving?.rev : undefined)}
        .language=${language}
        @builder-jump=${(event: CustomEvent<SaidFinding>) => this.jump(event.detail)}
        @builder-published=${(event: CustomEvent<{ number: number; rev: number | undefined }>) => {
          this.published = event.detail.number;
          this.same = true;
          if (this.saving && event.detail.rev !== undefined) this.saving.rev = event.detail.rev;
        }}
      ></patto-builder-publish>
      <div class="message ${this.message ? '' : 'gone'}"><span role="status">${this.message}</span></div>
    </div>`;
  }
}
