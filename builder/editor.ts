// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Definition } from '../schemas/types.ts';
import type { SaidFinding } from './api.ts';
import { loadCatalogue } from './catalogue.ts';
import type { About, Bench, Dialog } from './commands/contract.ts';
import { commands } from './commands/index.ts';
import { keyOf } from './commands/keys.ts';
import type { Catalogue, Edited, Handle, Place, Refused, Step } from './edit/contract.ts';
import { handleOf } from './edit/locate.ts';
import { moveTo } from './edit/move.ts';
import { removeBox, removeField } from './edit/remove.ts';
import { moveAllTo, removeAll } from './edit/several.ts';
import { find, readTree } from './edit/tree.ts';
import { typeAt } from './edit/type.ts';
import { Editing, alone } from './editing.ts';
import './parts/bar.ts';
import type { PattoBuilderCanvas } from './parts/canvas.ts';
import './parts/canvas.ts';
import type { PattoBuilderClash } from './parts/clash.ts';
import './parts/clash.ts';
import './parts/deletion.ts';
import './parts/destination.ts';
import './parts/insert.ts';
import type { PattoBuilderPanel } from './parts/panel.ts';
import './parts/panel.ts';
import { type BuilderEvents, Part } from './parts/part.ts';
import './parts/preview.ts';
import './parts/publish.ts';
import './parts/several.ts';
import './parts/trouble.ts';
import { views } from './views/index.ts';
import { type Word, say as sayIn } from './words.ts';

type Area = 'canvas' | 'panel' | 'preview';
const areas: readonly Area[] = ['canvas', 'panel', 'preview'];
/** where F6 goes, in turn */
const round = [...areas, 'bar'] as const;
/** Milliseconds that a message stays on screen. */
const MESSAGE = 6000;

/** One definition on screen: canvas, settings and preview; what is chosen, keys between the areas, messages. */
@customElement('patto-builder-editor')
export class PattoBuilderEditor extends Part {
  @property() name = '';
  @property({ type: Boolean }) readonly = false;
  /** somebody else is changing it: that is said elsewhere */
  @property({ type: Boolean }) held = false;
  /** calendar date of the session */
  @property() today = '';
  @state() private editing: Editing | undefined;
  @state() private catalogue: Catalogue | undefined;
  @state() private chosen: Handle = '';
  @state() private area: Area = 'canvas';
  /** name of the view that is open; '' are the questions */
  @state() private view = '';
  /** what the open view was asked for */
  @state() private about: About | undefined;
  /** what draws each view that was opened */
  @state() private drawings: ReadonlyMap<string, (bench: Bench) => TemplateResult> = new Map();
  @state() private message = '';
  @state() private failed = '';
  @query('patto-builder-canvas') private canvas!: PattoBuilderCanvas | null;
  @query('patto-builder-panel') private panel!: PattoBuilderPanel | null;
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

  protected override updated(changed: Map<string, unknown>): void {
    // Findings come in words.
    if (changed.get('language') !== undefined) void this.editing?.check();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.leaving);
    removeEventListener('pagehide', this.flush);
    document.removeEventListener('visibilitychange', this.wentAway);
    removeEventListener('online', this.flush);
    removeEventListener('keydown', this.pressed);
    clearTimeout(this.fading);
    this.editing?.close();
  }

  // ── opening and saving ──

  /** Saves what is left, since another window goes on with it; false: it is not all there. */
  async letGo(): Promise<boolean> {
    return this.editing === undefined || (await this.editing.flush()) !== undefined;
  }

  private async load(): Promise<void> {
    this.failed = '';
    const [catalogue, editing] = await Promise.all([
      loadCatalogue(),
      Editing.open(this.name, this.readonly, this.today, () => this.requestUpdate()),
    ]);
    if (!(editing instanceof Editing)) {
      this.failed = editing.title;
      return;
    }
    this.catalogue = catalogue;
    this.editing = editing;
    if (editing.restored) this.tellPerson(this.say('step.restored'));
    editing.news = (places) => this.tellPerson(this.say('document.followed', { places }));
    document.title = `${editing.now.title} · Patto`;
    await this.updateComplete;
    // A form without questions waits for the first one; a name that was just given needs no other step.
    if (Object.keys(editing.now.schema.properties).length > 0) return;
    await this.canvas?.updateComplete;
    this.querySelector<HTMLElement>('.add input')?.focus();
  }

  private readonly flush = (): void => void this.editing?.flush(true);
  private readonly wentAway = (): void => {
    if (document.visibilityState === 'hidden') this.flush();
  };
  private readonly leaving = (event: BeforeUnloadEvent): void => {
    if (!this.editing || this.editing.done) return;
    this.flush();
    event.preventDefault();
  };

  private async takeTheirs(): Promise<void> {
    const problem = await this.editing?.takeTheirs(this.chosen);
    this.chosenStillThere();
    this.tellPerson(problem ? problem.title : this.say('step.other-loaded'));
  }

  private async keepMine(): Promise<void> {
    const id = await this.editing?.keepMine(this.say('copy-suffix'));
    if (typeof id === 'string') this.tell('builder-open', { id });
    else if (id) this.tellPerson(id.title);
  }

  // ── editing ──

  /** Into the history under its name; selects what was edited and says it. */
  private keep(edited: Edited | Refused): void {
    if (this.readonly) return;
    if ('refused' in edited && edited.between)
      return void this.querySelector<PattoBuilderClash>('patto-builder-clash')?.show(edited);
    if ('refused' in edited)
      return this.tellPerson(this.say(`refused.${edited.refused.code}` as Word, edited.refused.params));
    this.editing?.keep(edited.definition, edited.step, this.chosen);
    this.choose(edited);
    if (edited.step.code === 'moved') return void this.moved(edited.select, edited.step);
    this.tellPerson(this.stepText(edited.step));
  }

  private choose({ select, together }: Pick<Edited, 'select' | 'together'>): void {
    this.chosen = select;
    if (this.editing) this.editing.together = together?.length ? together : alone;
  }

  /** What a part asks: letters typed in a row are one step, and what is only set does not move the selection. */
  private edited({ detail }: CustomEvent<BuilderEvents['builder-edit']>): void {
    const { edited, topic, select } = detail;
    if (this.readonly) return;
    if ('refused' in edited || edited.step.code === 'moved') return this.keep(edited);
    this.editing?.keep(edited.definition, edited.step, this.chosen, topic);
    if (select) {
      this.choose(edited);
      this.tellPerson(this.added(edited.select, edited.step));
      if (!edited.select.startsWith('/')) void this.focusOn(edited.select);
    } else if (topic === undefined) this.tellPerson(this.stepText(edited.step));
  }

  private stepText(step: Step): string {
    return sayIn(this.language, `step.${step.code}`, step.params);
  }

  private added(handle: Handle, step: Step): string {
    const plain = !handle.startsWith('/') || step.code === 'key';
    if (plain || !this.catalogue || !this.editing) return this.stepText(step);
    const type = typeAt(this.editing.now, handle, this.catalogue);
    const name = this.catalogue.words.get(type)?.name[this.language] ?? type;
    return this.say('added-as', { step: this.stepText(step), type: name });
  }

  private async moved(handle: Handle, step: Step): Promise<void> {
    const text = this.stepText(step);
    const inside = String(step.params['inside'] ?? '');
    this.tellPerson(inside === '' ? text : this.say('moved-in', { step: text, inside }));
    await this.focusOn(handle);
  }

  private acted({ detail }: CustomEvent<BuilderEvents['builder-act']>): void {
    const command = commands.find(({ name }) => name === detail.act);
    const handle = detail.handle || this.chosen;
    if (!command || !this.editing || (command.changes && this.readonly)) return;
    if (detail.handle !== '') this.chosen = detail.handle;
    if (!this.editing.together.includes(this.chosen)) this.editing.together = alone;
    void command.run(this.bench(), handle);
  }

  /** The editor as commands and views see it at this moment. */
  private bench(): Bench {
    const { chosen, readonly, today, language, say, about } = this;
    return {
      editing: this.editing!,
      catalogue: this.catalogue!,
      context: this.editing!.context,
      about,
      chosen,
      together: this.editing!.together,
      readonly,
      today,
      language,
      say,
      keep: (edited) => this.keep(edited),
      focusOn: (handle) => this.focusOn(handle),
      onCanvas: (what, handle) => void this.canvas?.[what](handle),
      travel: (back) => this.travel(back),
      tellPerson: (text) => this.tellPerson(text),
      ask: (dialog, handle) => this.dialogs(dialog)?.ask(handle),
      show: (view) => void this.show(view),
    };
  }

  private dialogs(name: Dialog): (Element & { ask(handle: Handle): unknown }) | null {
    return this.querySelector(`patto-builder-${name}`);
  }

  private async deleted(handle: Handle): Promise<void> {
    const now = this.editing?.now;
    const { together = [] } = this.editing ?? {};
    const several = together.length > 1 && together.includes(handle);
    const one = (definition: Definition) =>
      handle.startsWith('/') ? removeField(definition, handle) : removeBox(definition, handle);
    const edited = now && (several ? removeAll(now, together) : one(now));
    if (!edited) return;
    this.keep(edited);
    if (edited.select !== '') await this.focusOn(edited.select);
    else this.querySelector<HTMLElement>('.add input, .add .turn')?.focus();
  }

  /** Something new: its title is what the person writes next. */
  private async put(edited: Edited): Promise<void> {
    this.keep(edited);
    await this.focusOn(edited.select);
    if (['added', 'page-added', 'section-added'].includes(edited.step.code))
      this.canvas?.write(edited.select);
  }

  private relocate(handle: Handle, place: Place): void {
    if (!this.editing) return;
    const { now, together } = this.editing;
    const several = together.length > 1 && together.includes(handle);
    const edited = several ? moveAllTo(now, together, place) : moveTo(now, handle, place);
    if (edited) this.keep(edited);
  }

  private travel(back: boolean): void {
    const went = this.editing?.travel(back);
    if (!went) return this.tellPerson(this.say(back ? 'nothing-to-undo' : 'nothing-to-redo'));
    const onCanvas = this.canvas?.contains(this.focused());
    this.choose(went);
    this.chosenStillThere();
    this.tellPerson(this.say(back ? 'undone' : 'redone', { step: this.stepText(went.step) }));
    if (onCanvas && this.chosen !== '') void this.focusOn(this.chosen);
  }

  private chosenStillThere(): void {
    const tree = this.editing ? readTree(this.editing.now) : [];
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
    await this.canvas?.focusOn(handle);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (!this.editing) return;
    if (event.key === 'F6') {
      event.preventDefault();
      return void this.nextArea(event.shiftKey);
    }
    if (event.key === 'Escape') {
      const inside = this.panel !== null && event.composedPath().includes(this.panel);
      const apart = event
        .composedPath()
        .some((target) => target instanceof HTMLElement && target.matches('patto-form, patto-dialog'));
      if (inside && !apart && !event.defaultPrevented) void this.go('canvas');
      return;
    }
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey || event.altKey)) return;
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
    const key = keyOf(event);
    const command = commands.find((each) => each.on === 'editor' && each.keys.includes(key));
    if (!command || (command.changes && this.readonly)) return;
    event.preventDefault();
    void command.run(this.bench(), this.chosen);
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
    if (area === 'panel' && this.chosen !== '') return this.panel?.open();
    section?.focus();
  }

  private async chose({ detail }: CustomEvent<BuilderEvents['builder-choose']>): Promise<void> {
    if (this.chosen !== detail.handle) this.editing?.settle();
    const { handle, together = [] } = detail;
    this.choose({ select: handle, together });
    this.requestUpdate();
    if (together.length > 1) this.tellPerson(this.say('several.chosen', { count: together.length }));
    if (detail.open === 'focus') await this.go('panel');
    else if (detail.open === 'show') this.area = 'panel';
  }

  /** To a thing among the questions, from wherever the person is. */
  private async goTo({ detail }: CustomEvent<BuilderEvents['builder-go']>): Promise<void> {
    this.area = 'canvas';
    if (views.find(({ name }) => name === this.view)?.place === 'instead') this.view = '';
    if (detail.handle === '') return;
    this.chosen = detail.handle;
    await this.focusOn(detail.handle);
  }

  /** Opens a view; the one that is open is closed. */
  private async show(name: string, about?: About): Promise<void> {
    this.about = about;
    const view = name === this.view && !about ? undefined : views.find((each) => each.name === name);
    this.view = view?.name ?? '';
    if (!view || this.drawings.has(view.name)) return;
    const drawing = await view.load();
    this.drawings = new Map(this.drawings).set(view.name, drawing);
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

  private viewTabs(): TemplateResult {
    const { say } = this;
    const tab = (name: string, word: Word) =>
      html`<button
        class="small"
        data-view=${name}
        aria-pressed=${this.view === name}
        @click=${() => this.show(name)}
      >
        ${say(word)}
      </button>`;
    return html`<div class="views" role="group" aria-label=${say('views')}>
      ${tab('', 'view.edit')} ${views.map(({ name }) => tab(name, `view.${name}` as Word))}
    </div>`;
  }

  private opened(): TemplateResult | typeof nothing {
    if (this.view === '') return nothing;
    const drawing = this.drawings.get(this.view);
    return html`<div class="view" data-open-view=${this.view} tabindex="-1">
      ${drawing ? drawing(this.bench()) : html`<p role="status">${this.say('view.loading')}</p>`}
    </div>`;
  }

  private banner(): TemplateResult | typeof nothing {
    const { say } = this;
    const { published, same } = this.editing!;
    if (this.held) return nothing;
    if (this.readonly) return html`<p class="notice">${say('readonly-banner')}</p>`;
    const text =
      published === null
        ? say('draft-banner-first')
        : say(same ? 'published-banner' : 'draft-banner', { number: published });
    return html`<p class="draft">${text}</p>`;
  }

  /** The page of the chosen thing, so that the preview shows it. */
  private pageOf(definition: Definition, handle: Handle): string {
    const found = handle === '' ? undefined : find(readTree(definition), handle);
    const page = found && [...found.around, found.node].find((node) => node.kind === 'page');
    return page ? page.handle.slice('page:'.length) : '';
  }

  /** What is found in each thing; the same map as before where nothing is different. */
  private marksOf(definition: Definition): ReadonlyMap<Handle, SaidFinding['level']> {
    const { findings } = this.editing!;
    if (this.marked?.in === definition && this.marked.of === findings) return this.marks;
    this.marked = { in: definition, of: findings };
    const marks = new Map<Handle, SaidFinding['level']>();
    for (const finding of findings) {
      const handle = handleOf(definition, finding);
      if (handle !== '' && marks.get(handle) !== 'error') marks.set(handle, finding.level);
    }
    const before = this.marks;
    if (marks.size !== before.size || [...marks].some(([handle, level]) => before.get(handle) !== level))
      this.marks = marks;
    return this.marks;
  }
  private marks: ReadonlyMap<Handle, SaidFinding['level']> = new Map();
  private marked: { readonly in: Definition; readonly of: readonly SaidFinding[] } | undefined;

  private desk(definition: Definition, catalogue: Catalogue): TemplateResult {
    const { say, language, chosen, readonly } = this;
    const marks = this.marksOf(definition);
    // The sheet of keys has nothing in it that takes the focus, and may be longer than the screen.
    const area = (name: Area, inside: unknown) =>
      html`<section
        class="area ${name}"
        data-area=${name}
        tabindex=${name === 'panel' && chosen === '' ? '0' : '-1'}
        aria-labelledby="area-${name}"
      >
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
            .talks=${this.editing!.talks}
            .chosen=${chosen}
            .together=${this.editing!.together}
            .readonly=${readonly}
            .language=${language}
          ></patto-builder-canvas>`,
      )}
      ${area(
        'panel',
        this.editing!.together.length > 1
          ? html`<patto-builder-several
              .definition=${definition}
              .handles=${this.editing!.together}
              .readonly=${readonly}
              .language=${language}
            ></patto-builder-several>`
          : html`<patto-builder-panel
              .definition=${definition}
              .catalogue=${catalogue}
              .chosen=${chosen}
              .context=${this.editing!.context}
              .readonly=${readonly}
              .language=${language}
            ></patto-builder-panel>`,
      )}
      ${area(
        'preview',
        html`<patto-builder-preview
          .definition=${definition}
          .page=${this.pageOf(definition, chosen)}
          .chosen=${chosen}
          .context=${this.editing!.context}
          .language=${language}
        ></patto-builder-preview>`,
      )}
    </div>`;
  }

  override render() {
    const { say, editing, catalogue, language } = this;
    if (this.failed)
      return html`<div class="card">
        <p class="notice bad" role="alert">${this.failed}</p>
        <div class="cluster">
          <button class="primary" @click=${this.load}>${say('error.retry')}</button>
          <a class="button" href="#/">${say('back')}</a>
        </div>
      </div>`;
    if (!editing || !catalogue) return html`<p role="status">${say('list.loading')}</p>`;
    const definition = editing.now;
    return html`<div
      class="editor"
      @builder-edit=${this.edited}
      @builder-act=${this.acted}
      @builder-choose=${this.chose}
      @builder-go=${this.goTo}
      @builder-view=${({ detail }: CustomEvent<BuilderEvents['builder-view']>) => this.show(detail.view, detail.about)}
      @builder-say=${(event: CustomEvent<BuilderEvents['builder-say']>) => this.tellPerson(event.detail.text)}
      @builder-settle=${() => editing.settle()}
    >
      <patto-builder-bar
        .history=${editing.history}
        .save=${editing.save}
        .findings=${editing.findings}
        .open=${this.view === 'problems'}
        .readonly=${this.readonly}
        .language=${language}
      ></patto-builder-bar>
      <patto-builder-trouble
        .save=${editing.save}
        .language=${language}
        @builder-theirs=${this.takeTheirs}
        @builder-mine=${this.keepMine}
      ></patto-builder-trouble>
      ${this.viewTabs()} ${this.opened()}
      ${
        views.find(({ name }) => name === this.view)?.place === 'instead'
          ? nothing
          : html`${this.tabs()} ${this.desk(definition, catalogue)}`
      }
      <patto-builder-deletion
        .definition=${definition}
        .together=${editing.together}
        .language=${language}
        @builder-confirmed=${(event: CustomEvent<Handle>) => this.deleted(event.detail)}
      ></patto-builder-deletion>
      <patto-builder-destination
        .definition=${definition}
        .language=${language}
        @builder-placed=${(event: CustomEvent<{ handle: Handle; place: Place }>) =>
          this.relocate(event.detail.handle, event.detail.place)}
      ></patto-builder-destination>
      <patto-builder-clash
        .definition=${definition}
        .catalogue=${catalogue}
        .language=${language}
      ></patto-builder-clash>
      <patto-builder-insert
        .definition=${definition}
        .catalogue=${catalogue}
        .language=${language}
        @builder-put=${(event: CustomEvent<Edited>) => this.put(event.detail)}
      ></patto-builder-insert>
      <patto-builder-publish
        .definition=${definition}
        .published=${editing.published}
        .flush=${() => editing.flush()}
        .language=${language}
        @builder-published=${(event: CustomEvent<{ number: number; rev: number | undefined }>) =>
          editing.publishedAs(event.detail.number, event.detail.rev)}
      ></patto-builder-publish>
      <div class="message ${this.message ? '' : 'gone'}"><span role="status">${this.message}</span></div>
    </div>`;
  }
}
