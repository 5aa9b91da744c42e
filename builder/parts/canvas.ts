// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Definition } from '../../schemas/types.ts';
import type { SaidFinding } from '../api.ts';
import { commands } from '../commands/index.ts';
import { keyOf } from '../commands/keys.ts';
import { addField } from '../edit/add.ts';
import { outermost } from '../edit/clip.ts';
import type { Catalogue, Handle, Place } from '../edit/contract.ts';
import { everyField } from '../edit/fields.ts';
import { addLines } from '../edit/lines.ts';
import { find, readTree } from '../edit/tree.ts';
import { alone } from '../editing.ts';
import { type Around, given, taken } from './canvas/clipboard.ts';
import { choosingBar } from './canvas/choosing.ts';
import { type Desk, type Standing, type Told, plain } from './canvas/desk.ts';
import { moreButtons } from './canvas/more.ts';
import { type Leaf, type Sheet, sheetOf } from './canvas/sheet.ts';
import { things } from './canvas/thing.ts';
import { beside, between, nextPick, onPage } from './canvas/walking.ts';
import { Dragging } from './dragging.ts';
import { type BuilderEvents, Part } from './part.ts';

/** Forms with more questions are long. */
const LONG = 150;

const thingOf = (event: Event): HTMLElement | undefined =>
  (event.target as HTMLElement).closest<HTMLElement>('[data-thing]') ?? undefined;

/** Pages, sections and questions in reading order; each is one button, and lines add the next question. */
@customElement('patto-builder-canvas')
export class PattoBuilderCanvas extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property() chosen: Handle = '';
  /** several chosen together; none where it is one */
  @property({ attribute: false }) together: readonly Handle[] = alone;
  @property({ type: Boolean }) readonly = false;
  @property({ attribute: false }) findings: ReadonlyMap<Handle, SaidFinding['level']> = new Map();
  /** open comments on each thing */
  @property({ attribute: false }) talks: ReadonlyMap<Handle, number> = new Map();
  /** does a tap take a thing in or out, as with Ctrl? */
  @state() private choosing = false;
  private readonly dragging = new Dragging(this, (edited) => this.tell('builder-edit', { edited }));
  private leaves: readonly Leaf[] = [];
  private sheet: Sheet | undefined;
  private desk!: Desk;
  private readonly joined = new Map<Handle, Told>();
  /** whose title is being rewritten in place */
  private writing: Handle = '';
  /** under which the line that adds is open */
  private adding: Handle = '';
  /** where a row of things chosen together began */
  private anchor: Handle = '';

  // ── things and how they stand ──

  override willUpdate(changed: Map<string, unknown>): void {
    if (['catalogue', 'language', 'readonly'].some((name) => changed.has(name))) this.desk = this.makeDesk();
    if (['definition', 'catalogue', 'language'].some((name) => changed.has(name))) {
      const { leaves, sheet } = sheetOf(this.definition, this.catalogue, this.language, this.sheet);
      this.leaves = leaves;
      this.sheet = sheet;
    }
    if (changed.has('chosen')) {
      if (this.writing !== this.chosen) this.writing = '';
      if (this.adding !== '' && this.adding !== this.chosen) this.adding = '';
    }
  }

  override updated(changed: Map<string, unknown>): void {
    if (['findings', 'together', 'readonly', 'talks'].some((name) => changed.has(name))) this.tellAll();
    else if (changed.has('chosen')) this.tellOf(changed.get('chosen') as Handle, this.chosen);
  }

  private makeDesk(): Desk {
    return {
      catalogue: this.catalogue,
      language: this.language,
      readonly: this.readonly,
      now: () => this.definition,
      long: () => everyField(this.definition).length > LONG,
      join: (handle, thing) => {
        this.joined.set(handle, thing);
        return this.standingOf(handle);
      },
      leave: (handle, thing) => {
        if (this.joined.get(handle) === thing) this.joined.delete(handle);
      },
    };
  }

  private standingOf(handle: Handle): Standing {
    const chosen = this.chosen === handle;
    const among = this.together.length > 1 && this.together.includes(handle);
    const level = this.findings.get(handle);
    const talks = this.talks.get(handle) ?? 0;
    if (!chosen && !among && level === undefined && talks === 0 && this.adding !== handle) return plain;
    return { chosen, among, level, talks, writing: this.writing === handle, adding: this.adding === handle };
  }

  private tellAll(): void {
    for (const [handle, thing] of this.joined) thing.standing = this.standingOf(handle);
  }

  private tellOf(...handles: readonly Handle[]): void {
    for (const handle of handles) {
      const thing = this.joined.get(handle);
      if (thing) thing.standing = this.standingOf(handle);
    }
  }

  // ── focus ──

  /** Puts the focus on a thing's button. */
  async focusOn(handle: Handle): Promise<void> {
    await this.drawn(handle);
    const pick = this.pickOf(handle);
    pick?.focus();
    pick?.scrollIntoView({ block: 'nearest' });
  }

  /** The thing, once it and what it stands in are drawn, from the outside in. */
  private async drawn(handle: Handle): Promise<PartlyDrawn | undefined> {
    await this.updateComplete;
    const found = find(readTree(this.definition), handle);
    for (const node of found ? [...found.around, found.node] : [])
      await (this.joined.get(node.handle) as PartlyDrawn | undefined)?.updateComplete;
    return this.joined.get(handle) as PartlyDrawn | undefined;
  }

  private pickOf(handle: Handle): HTMLElement | undefined {
    const thing = this.joined.get(handle) as HTMLElement | undefined;
    return thing?.querySelector<HTMLElement>('[data-pick]') ?? undefined;
  }

  private async goTo(handle: Handle): Promise<void> {
    await this.focusOn(handle);
    this.pickOf(handle)?.closest('[data-thing]')?.scrollIntoView({ block: 'start' });
  }

  /** Opens the title of a thing for writing, where it stands. */
  write(handle: Handle): void {
    if (this.readonly || handle.startsWith('note:')) return;
    this.writing = handle;
    this.tellAll();
  }

  /** Opens the line that adds a question after a thing. */
  async addAfter(handle: Handle): Promise<void> {
    if (this.readonly) return;
    this.adding = handle;
    this.tellAll();
    const line = (await this.drawn(handle))?.querySelector<PartlyDrawn>(
      ':scope > patto-builder-add-line.after',
    );
    await line?.updateComplete;
    line?.querySelector('input')?.focus();
  }

  private written({ detail }: CustomEvent<BuilderEvents['builder-written']>): void {
    this.writing = '';
    this.tellAll();
    if (detail.how === 'next' && detail.handle.startsWith('/')) void this.addAfter(detail.handle);
    else if (detail.how !== 'left') void this.focusOn(detail.handle);
  }

  // ── choosing ──

  private choose(handle: Handle, together: readonly Handle[] = alone): void {
    // The focus that follows finds it so already.
    this.chosen = handle;
    this.together = together;
    this.tell('builder-choose', { handle, ...(together.length > 1 ? { together } : {}) });
  }

  /** Ctrl or Shift is held: the focus that the pointer brings chooses nothing by itself. */
  private held = false;

  private focused(event: FocusEvent): void {
    const handle = (event.target as HTMLElement).dataset['pick'];
    if (handle === undefined || this.held || this.choosing || this.together.includes(handle)) return;
    if (handle === this.chosen) return;
    this.anchor = handle;
    this.choose(handle);
  }

  private clicked(event: MouseEvent): void {
    this.held = false;
    const on = event.target as HTMLElement;
    const act = on.closest<HTMLElement>('[data-act]')?.dataset['act'];
    const handle = thingOf(event)?.dataset['thing'];
    if (handle === undefined) return;
    if (act !== undefined) return this.tell('builder-act', { act, handle });
    if (!on.closest('[data-pick]')) return;
    if (this.choosing || event.ctrlKey || event.metaKey) return this.toggle(handle);
    if (event.shiftKey) return this.extend(handle);
    this.anchor = handle;
    // Enter makes a click that no pointer made; a pointer's click leaves the focus for Alt+↑, Canc…
    this.tell('builder-choose', { handle, open: event.detail === 0 ? 'focus' : 'show' });
  }

  /** In or out of what is chosen together. */
  private toggle(handle: Handle): void {
    const now = this.together.length > 1 ? this.together : this.chosen === '' ? [] : [this.chosen];
    const left = now.filter((other) => other !== handle);
    const next = left.length === now.length ? [...now, handle] : left;
    this.anchor = handle;
    this.choose(next.at(-1) ?? handle, next);
  }

  private extend(handle: Handle): void {
    const from = this.anchor || this.chosen || handle;
    this.anchor = from;
    this.choose(handle, between(readTree(this.definition), from, handle));
  }

  // ── keys ──

  private pressed(event: KeyboardEvent): void {
    const on = event.target as HTMLElement;
    const line = on.matches('.add input');
    const handle = thingOf(event)?.dataset['thing'];
    const down = event.key === 'ArrowDown';
    const pick = on.matches('[data-pick]');
    if (line && event.key === 'Escape' && this.adding !== '') {
      event.preventDefault();
      event.stopPropagation();
      const back = this.adding;
      this.adding = '';
      this.tellAll();
      return void this.focusOn(back);
    }
    if ((line || pick) && !event.altKey && (down || event.key === 'ArrowUp')) {
      event.preventDefault();
      if (pick && event.shiftKey) return this.stretch(on, down);
      return beside(this, on, down)?.focus();
    }
    if (line || handle === undefined) return;
    const key = keyOf(event);
    if (pick && key === 'Mod+A') {
      event.preventDefault();
      const all = onPage(readTree(this.definition), handle);
      return this.choose(all.includes(handle) ? handle : (all[0] ?? handle), all);
    }
    if (pick && event.key === 'Escape' && (this.choosing || this.together.length > 1)) {
      event.preventDefault();
      this.choosing = false;
      return this.choose(handle);
    }
    const command = commands.find((each) => each.on === 'thing' && each.keys.includes(key));
    if (!command || (command.changes && this.readonly)) return;
    event.preventDefault();
    this.tell('builder-act', { act: command.name, handle });
  }

  /** Shift and an arrow: one more, or one less. */
  private stretch(from: HTMLElement, down: boolean): void {
    const next = nextPick(this, from, down);
    const handle = next?.dataset['pick'];
    if (!next || handle === undefined) return;
    this.extend(handle);
    next.focus();
  }

  // ── clipboard ──

  private around(): Around {
    return {
      definition: () => this.definition,
      catalogue: this.catalogue,
      readonly: this.readonly,
      chosen: () => (this.together.length > 1 ? this.together : this.chosen === '' ? [] : [this.chosen]),
      place: () => this.place(),
      put: (edited) => {
        this.tell('builder-edit', { edited, select: true });
        if (edited.select !== '') void this.updateComplete.then(() => this.focusOn(edited.select));
      },
      copied: (count) => this.tell('builder-say', { text: this.say('several.copied', { count }) }),
    };
  }

  // ── adding ──

  private lines({ detail }: CustomEvent<BuilderEvents['builder-lines']>): void {
    const { titles, place } = detail;
    const edited =
      titles.length === 1
        ? addField(this.definition, place, titles[0]!, this.catalogue)
        : addLines(this.definition, place, titles, this.catalogue);
    const after = 'after' in place;
    this.tell('builder-edit', { edited, select: true });
    if (after) void this.updateComplete.then(() => this.addAfter(edited.select));
  }

  // ── drawing ──

  /** A way to each page of a long form. */
  private contents(): TemplateResult | typeof nothing {
    const pages = this.leaves.filter((leaf) => leaf.kind === 'page');
    if (pages.length < 3) return nothing;
    return html`<nav class="contents" aria-label=${this.say('canvas.pages')}>
      ${pages.map(
        ({ handle, title }, index) =>
          html`<button class="small" data-go=${handle} @click=${() => this.goTo(handle)}>
            <span class="number">${index + 1}</span> ${title}
          </button>`,
      )}
    </nav>`;
  }

  /** Right after what is chosen; pages take it in. */
  private place(): Place {
    const { chosen, together } = this;
    if (chosen.startsWith('page:')) return { into: chosen };
    const order = together.length > 1 ? outermost(this.definition, together) : [chosen];
    if (chosen !== '') return { after: order.at(-1) ?? chosen };
    const last = this.leaves.at(-1);
    return { into: last?.kind === 'page' ? last.handle : '' };
  }

  override render() {
    const { say, leaves } = this;
    const paged = leaves.some((leaf) => leaf.kind === 'page');
    return html`${this.contents()}
      ${choosingBar({
        say,
        on: this.choosing,
        count: this.together.length,
        turn: () => {
          this.choosing = !this.choosing;
        },
        act: () => {
          this.choosing = false;
          const { chosen: handle, together } = this;
          this.tell('builder-choose', { handle, together, open: 'focus' });
        },
      })}
      <div
        class="things"
        @keydown=${this.pressed}
        @pointerdown=${(event: PointerEvent) => {
          this.held = event.ctrlKey || event.metaKey || event.shiftKey;
        }}
        @focusin=${this.focused}
        @click=${this.clicked}
        @dblclick=${(event: Event) => {
          const on = event.target as HTMLElement;
          const handle = thingOf(event)?.dataset['thing'];
          if (handle !== undefined && on.closest('[data-pick]') && !this.choosing) this.write(handle);
        }}
        @dragstart=${(event: DragEvent) => this.dragging.start(event, thingOf(event)?.dataset['thing'])}
        @copy=${(event: ClipboardEvent) => taken(event, this.around())}
        @cut=${(event: ClipboardEvent) => taken(event, this.around())}
        @paste=${(event: ClipboardEvent) => given(event, this.around())}
        @dragend=${() => this.dragging.end()}
        @dragover=${(event: DragEvent) => this.dragging.over(event)}
        @drop=${(event: DragEvent) => this.dragging.drop(event, this.definition)}
        @builder-lines=${this.lines}
        @builder-written=${this.written}
      >
        ${leaves.length === 0 ? html`<p class="start">${say('canvas.empty')}</p>` : nothing}
        ${things(leaves, this.desk)}
        ${
          this.readonly || paged
            ? nothing
            : html`<patto-builder-add-line
                .place=${{ into: '' }}
                .catalogue=${this.catalogue}
                .language=${this.language}
              ></patto-builder-add-line>`
        }
        ${
          this.readonly
            ? nothing
            : moreButtons({
                definition: this.definition,
                chosen: this.chosen,
                say,
                put: (edited) => this.tell('builder-edit', { edited, select: true }),
                more: () => this.tell('builder-act', { act: 'insert', handle: this.chosen }),
              })
        }
      </div>`;
  }
}

/** A part of the canvas whose drawing can be waited for. */
type PartlyDrawn = HTMLElement & { readonly updateComplete: Promise<boolean> };
