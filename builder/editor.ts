// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Definition } from '../schemas/types.ts';
import { loadCatalogue } from './catalogue.ts';
import type { Bench, Dialog } from './commands/contract.ts';
import { commands } from './commands/index.ts';
import type { Catalogue, Edited, Handle, Place, Refused } from './edit/contract.ts';
import { moveTo } from './edit/move.ts';
import { removeBox, removeField } from './edit/remove.ts';
import { moveAllTo, removeAll } from './edit/several.ts';
import { find, readTree } from './edit/tree.ts';
import { Editing, alone } from './editing.ts';
import { Areas } from './frame/areas.ts';
import { dialogs } from './frame/dialogs.ts';
import { commandOf, leavesPanel } from './frame/keys.ts';
import { Leaving } from './frame/leaving.ts';
import { Marks } from './frame/marks.ts';
import { Message } from './frame/message.ts';
import { OpenView } from './frame/open-view.ts';
import { failed, loading } from './frame/opening.ts';
import { addedText, movedText, stepText } from './frame/telling.ts';
import './parts/bar.ts';
import type { PattoBuilderCanvas } from './parts/canvas.ts';
import './parts/canvas.ts';
import type { PattoBuilderClash } from './parts/clash.ts';
import type { PattoBuilderPanel } from './parts/panel.ts';
import './parts/panel.ts';
import { type BuilderEvents, Part } from './parts/part.ts';
import './parts/preview.ts';
import './parts/several.ts';
import './parts/trouble.ts';
import type { Word } from './words.ts';

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
  @state() private failed = '';
  @query('patto-builder-canvas') private canvas!: PattoBuilderCanvas | null;
  @query('patto-builder-panel') private panel!: PattoBuilderPanel | null;
  private readonly message = new Message(this);
  private readonly view = new OpenView(this);
  private readonly marks = new Marks();
  private readonly areas = new Areas(this, async (area) => {
    const there = this.chosen !== '' && (area === 'canvas' || (area === 'panel' && this.panel !== null));
    if (there) await (area === 'canvas' ? this.focusOn(this.chosen) : this.panel?.open());
    return there;
  });

  constructor() {
    super();
    new Leaving(this, () => this.editing);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.pressed);
    void this.load();
  }

  protected override updated(changed: Map<string, unknown>): void {
    // Findings come in words.
    if (changed.get('language') !== undefined) void this.editing?.check();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.pressed);
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
    if (edited.step.code !== 'moved') return this.tellPerson(stepText(edited.step, this.language));
    this.tellPerson(movedText(edited.step, this.language));
    void this.focusOn(edited.select);
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
    const { definition, step, select: handle } = edited;
    this.editing?.keep(definition, step, this.chosen, topic);
    if (select) {
      this.choose(edited);
      this.tellPerson(addedText(definition, handle, step, this.catalogue!, this.language));
      if (!handle.startsWith('/')) void this.focusOn(handle);
    } else if (topic === undefined) this.tellPerson(stepText(step, this.language));
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
    const { chosen, readonly, today, language, say } = this;
    return {
      editing: this.editing!,
      catalogue: this.catalogue!,
      context: this.editing!.context,
      about: this.view.about,
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
      ask: (dialog, handle) => this.dialog(dialog)?.ask(handle),
      show: (view) => void this.view.show(view),
    };
  }

  private dialog(name: Dialog): (Element & { ask(handle: Handle): unknown }) | null {
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
    this.tellPerson(this.say(back ? 'undone' : 'redone', { step: stepText(went.step, this.language) }));
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
      return void this.areas.next(this.focused(), event.shiftKey);
    }
    if (event.key === 'Escape') {
      if (leavesPanel(event, this.panel)) void this.areas.go('canvas');
      return;
    }
    const command = commandOf(event, this);
    if (!command || (command.changes && this.readonly)) return;
    event.preventDefault();
    void command.run(this.bench(), this.chosen);
  };

  private async chose({ detail }: CustomEvent<BuilderEvents['builder-choose']>): Promise<void> {
    if (this.chosen !== detail.handle) this.editing?.settle();
    const { handle, together = [] } = detail;
    this.choose({ select: handle, together });
    this.requestUpdate();
    if (together.length > 1) this.tellPerson(this.say('several.chosen', { count: together.length }));
    if (detail.open === 'focus') await this.areas.go('panel');
    else if (detail.open === 'show') this.areas.show('panel');
  }

  /** To a thing among the questions, from wherever the person is. */
  private async goTo({ detail }: CustomEvent<BuilderEvents['builder-go']>): Promise<void> {
    this.areas.show('canvas');
    this.view.makeWay();
    if (detail.handle === '') return;
    this.chosen = detail.handle;
    await this.focusOn(detail.handle);
  }

  private tellPerson(text: string): void {
    this.message.tell(text);
  }

  // ── drawing ──

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

  private desk(definition: Definition, catalogue: Catalogue): TemplateResult {
    const { say, language, chosen, readonly } = this;
    const { areas, editing } = this;
    const { together, context } = editing!;
    const settings =
      together.length > 1
        ? html`<patto-builder-several
            .definition=${definition}
            .handles=${together}
            .readonly=${readonly}
            .language=${language}
          ></patto-builder-several>`
        : html`<patto-builder-panel
            .definition=${definition}
            .catalogue=${catalogue}
            .chosen=${chosen}
            .context=${context}
            .readonly=${readonly}
            .language=${language}
          ></patto-builder-panel>`;
    const questions = html`${this.banner()}<patto-builder-canvas
        .definition=${definition}
        .catalogue=${catalogue}
        .findings=${this.marks.of(definition, editing!.findings)}
        .talks=${editing!.talks}
        .chosen=${chosen}
        .together=${together}
        .readonly=${readonly}
        .language=${language}
      ></patto-builder-canvas>`;
    const preview = html`<patto-builder-preview
      .definition=${definition}
      .page=${this.pageOf(definition, chosen)}
      .chosen=${chosen}
      .context=${context}
      .language=${language}
    ></patto-builder-preview>`;
    return html`<div class="areas shows-${areas.now}">
      ${areas.drawn('canvas', say, questions)} ${areas.drawn('panel', say, settings, chosen === '')}
      ${areas.drawn('preview', say, preview)}
    </div>`;
  }

  override render() {
    const { say, editing, catalogue, language, view } = this;
    if (this.failed) return failed(this.failed, say, () => void this.load());
    if (!editing || !catalogue) return loading(say);
    const definition = editing.now;
    return html`<div
      class="editor"
      @builder-edit=${this.edited}
      @builder-act=${this.acted}
      @builder-choose=${this.chose}
      @builder-go=${this.goTo}
      @builder-view=${({ detail }: CustomEvent<BuilderEvents['builder-view']>) => view.show(detail.view, detail.about)}
      @builder-say=${(event: CustomEvent<BuilderEvents['builder-say']>) => this.tellPerson(event.detail.text)}
      @builder-settle=${() => editing.settle()}
    >
      <patto-builder-bar
        .history=${editing.history}
        .save=${editing.save}
        .findings=${editing.findings}
        .open=${view.name === 'problems'}
        .readonly=${this.readonly}
        .language=${language}
      ></patto-builder-bar>
      <patto-builder-trouble
        .save=${editing.save}
        .language=${language}
        @builder-theirs=${this.takeTheirs}
        @builder-mine=${this.keepMine}
      ></patto-builder-trouble>
      ${view.tabs(say)} ${view.drawn(() => this.bench(), say)}
      ${view.instead ? nothing : html`${this.areas.tabs(say)} ${this.desk(definition, catalogue)}`}
      ${dialogs({
        editing,
        catalogue,
        language,
        deleted: (handle) => void this.deleted(handle),
        placed: (handle, place) => this.relocate(handle, place),
        put: (edited) => void this.put(edited),
      })}
      ${this.message.drawn()}
    </div>`;
  }
}
