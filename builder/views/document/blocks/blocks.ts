// SPDX-License-Identifier: AGPL-3.0-or-later
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Phrase } from '../../../../templates/blocks/contract.ts';
import { readBlocks } from '../../../../templates/blocks/read.ts';
import { within, type Scopes, type Thing } from '../../../../templates/blocks/things.ts';
import { writeBlocks } from '../../../../templates/blocks/write.ts';
import { Part } from '../../../parts/part.ts';
import { begin, record, travel } from '../../../past.ts';
import { cards, isLeaf, isLine, kindOf, nameOf, type Desk } from './cards.ts';
import { at, blockAt, duplicate, inOrder, insert, join, move, moveIn, moveOut, moveTo, placed, put, remove, split, spotOf, swap, turn, type Blocks, type Done, type Spot, type Texts } from './edits.ts'; // prettier-ignore
import { faultsOf, type Fault } from './faults.ts';
import { makers } from './made.ts';
import type { PattoBuilderPhrase, PhraseEvents } from './phrase.ts';
import './phrase.ts';
import { tools } from './tools.ts';

/** A template as blocks. Tells `template-text`, its new text, and `template-faults`, how many things are wrong here. */
@customElement('patto-builder-blocks')
export class PattoBuilderBlocks extends Part {
  @property() text = '';
  @property({ attribute: false }) things: readonly Thing[] = [];
  @property({ attribute: false }) parts: readonly string[] = [];
  @property({ type: Boolean }) readonly = false;
  @state() private blocks: Blocks = [];
  @state() private chosen: Spot = '';
  @state() private texts: Texts = begin('');
  private scopes: Scopes = [[]];
  private faults: readonly Fault[] = [];
  /** the line that was written in last */
  @state() private line: Spot | undefined;
  private dragged: Spot | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('things')) this.scopes = [this.things];
    if (changed.has('text') && this.text !== this.texts.now) {
      this.texts = this.texts.now === '' ? begin(this.text) : this.recorded(this.text, 'text');
      this.blocks = readBlocks(this.text);
    }
    if (changed.has('text') || changed.has('things')) this.look();
  }

  private look(): void {
    this.faults = faultsOf(this.blocks, this.scopes);
    this.dispatchEvent(new CustomEvent('template-faults', { detail: this.faults.length, bubbles: true }));
  }

  private recorded(text: string, did: string, topic?: string): Texts {
    return record(this.texts, text, { did, at: this.chosen }, topic);
  }

  private show(blocks: Blocks, texts: Texts): void {
    this.blocks = blocks;
    this.texts = texts;
    this.look();
    this.dispatchEvent(new CustomEvent('template-text', { detail: texts.now, bubbles: true }));
  }

  /** `stay`: what is being written keeps the caret. */
  private edit(done: Done | undefined, topic?: string, stay = false): void {
    if (!done) return this.tell('builder-say', { text: this.say('blocks.no-further') });
    this.show(done.blocks, this.recorded(writeBlocks(done.blocks), done.did, topic));
    if (stay) return;
    this.chosen = done.go;
    void this.enter(done.go, 'end');
    this.tellPlace(done);
  }

  private tellPlace({ did, go }: Done): void {
    const [list, index] = placed(go);
    const siblings = at(this.blocks, list);
    const of = Array.isArray(siblings) ? siblings.length : 1;
    const step = this.say(`blocks.did.${did}` as 'blocks.did.move');
    this.tell('builder-say', { text: this.say('blocks.told', { step, place: index + 1, of }) });
  }

  private goBack(back: boolean): void {
    const went = travel(this.texts, back);
    if (!went)
      return this.tell('builder-say', { text: this.say(back ? 'nothing-to-undo' : 'nothing-to-redo') });
    this.show(readBlocks(went.past.now), went.past);
    const step = this.say(`blocks.did.${went.note.did}` as 'blocks.did.move');
    this.tell('builder-say', { text: this.say(back ? 'undone' : 'redone', { step }) });
    if (blockAt(this.blocks, went.note.at)) {
      this.chosen = went.note.at;
      void this.enter(went.note.at, 'end');
    }
  }

  /** Puts the focus on a block: into its words, or on its name. */
  private async enter(spot: Spot, where: 'start' | 'end' | 'last'): Promise<void> {
    await this.updateComplete;
    const entry = this.querySelector<HTMLElement>(`[data-line="${CSS.escape(spotOf(spot, 'of'))}"]`);
    const home = entry ?? this.querySelector<HTMLElement>(`[data-block="${CSS.escape(spot)}"]`);
    const line =
      entry ??
      (isLine(blockAt(this.blocks, spot) ?? { is: 'page' })
        ? home?.querySelector('patto-builder-phrase')
        : null);
    if (line) {
      await (line as PattoBuilderPhrase).updateComplete;
      (line as PattoBuilderPhrase).take(where);
      return;
    }
    (
      home?.querySelector<HTMLElement>('button.kind') ?? home?.querySelector<HTMLElement>('button, select')
    )?.focus();
  }

  private wrote(spot: Spot, { of, did }: PhraseEvents['phrase']): void {
    if (JSON.stringify(at(this.blocks, spot)) === JSON.stringify(of)) return;
    const done = { blocks: put(this.blocks, spot, of), did, go: spot };
    this.edit(done, did === 'write' ? `write ${spot}` : undefined, true);
  }

  private newLine(spot: Spot, { before, after }: PhraseEvents['phrase-enter']): void {
    const owner = spot.replace(/\.of$/, '');
    const is = (at(this.blocks, owner) as { readonly is?: string } | undefined)?.is ?? '';
    if (!['heading', 'paragraph', 'phrase', 'item'].includes(is)) return;
    const done = split(this.blocks, owner, before, after);
    this.show(done.blocks, this.recorded(writeBlocks(done.blocks), done.did));
    if (is !== 'item') this.chosen = done.go;
    void this.enter(done.go, 'start');
  }

  /** Backspace at the beginning of a line. */
  private back(spot: Spot): void {
    const owner = spot.replace(/\.of$/, '');
    const here = at(this.blocks, owner) as { readonly is?: string; readonly of?: Phrase } | undefined;
    if (!here?.is || !['heading', 'paragraph', 'phrase', 'item'].includes(here.is)) return;
    const joined = join(this.blocks, owner);
    if (joined) return this.edit(joined);
    if (here.of?.length === 0 && here.is !== 'item') this.edit(remove(this.blocks, owner));
  }

  private keys(event: KeyboardEvent): void {
    if (this.readonly || event.defaultPrevented) return;
    const mod = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const name = `${mod ? 'Mod+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${key}`;
    const { blocks, chosen } = this;
    const on = blockAt(blocks, chosen) !== undefined;
    const does: { readonly [key: string]: () => void } = {
      'Mod+z': () => this.goBack(true),
      'Mod+y': () => this.goBack(false),
      'Mod+Shift+z': () => this.goBack(false),
      'Alt+i': () => this.querySelector<HTMLElement>('#blocks-new')?.focus(),
      'Alt+c': () => this.querySelector<HTMLElement>('#blocks-field')?.focus(),
      ...(on
        ? {
            'Alt+ArrowUp': () => this.edit(move(blocks, chosen, -1)),
            'Alt+ArrowDown': () => this.edit(move(blocks, chosen, 1)),
            'Alt+ArrowRight': () => this.edit(moveIn(blocks, chosen)),
            'Alt+ArrowLeft': () => this.edit(moveOut(blocks, chosen)),
            'Mod+d': () => this.edit(duplicate(blocks, chosen)),
            'Mod+b': () => this.bold(),
          }
        : {}),
    };
    const target = event.target as HTMLElement;
    const named = target.matches('button.kind');
    const more: typeof does = named
      ? {
          Delete: () => this.edit(remove(blocks, chosen)),
          ArrowUp: () => this.step(-1),
          ArrowDown: () => this.step(1),
        }
      : {};
    // Writing in a box for text or a choice keeps its own keys, undo too.
    if (target.matches('textarea, input') && mod) return;
    const act = does[name] ?? more[name] ?? (name === 'Escape' && target.closest('.block-tools') ? () => void this.enter(chosen, 'last') : undefined); // prettier-ignore
    if (!act) return;
    event.preventDefault();
    act();
  }

  private step(by: -1 | 1): void {
    const all = inOrder(this.blocks);
    const next = all[all.indexOf(this.chosen) + by];
    if (next === undefined) return;
    this.chosen = next;
    void this.enter(next, 'start');
  }

  private get writing(): PattoBuilderPhrase | null {
    return this.line === undefined
      ? null
      : this.querySelector<PattoBuilderPhrase>(`[data-line="${CSS.escape(this.line)}"]`);
  }

  private bold(): void {
    this.writing?.bold();
  }

  /** Where a new block goes: after the one that is chosen; inside it when it is a box around others. */
  private add(name: string): void {
    const maker = makers.find((one) => one.name === name);
    const spot = blockAt(this.blocks, this.chosen) ? this.chosen : undefined;
    const made =
      maker?.make(this.scopesAt(spot ?? '')) ??
      (this.parts.includes(name) ? { is: 'part' as const, name } : undefined);
    if (!made) return this.tell('builder-say', { text: this.say('blocks.nothing-to-make') });
    const main = this.blocks.findLastIndex((one) => one.is === 'box');
    const inMain =
      spot === undefined && main >= 0
        ? spotOf(main, 'of', (this.blocks[main] as { of: Blocks }).of.length - 1)
        : spot;
    this.edit(insert(this.blocks, inMain, made));
  }

  /** What may be named where a block stands. */
  private scopesAt(spot: Spot): Scopes {
    const keys = spot.split('.');
    let scopes = this.scopes;
    for (let length = 1; length < keys.length; length++) {
      const here = at(this.blocks, keys.slice(0, length).join('.')) as
        | { readonly is?: string; readonly path?: string }
        | undefined;
      if (here?.is === 'each') scopes = within(here.path ?? '', scopes);
    }
    return scopes;
  }

  private readonly over = (event: DragEvent): void => {
    const on = (event.target as Element).closest<HTMLElement>('[data-block]');
    if (this.dragged === undefined || !on) return;
    event.preventDefault();
    const { top, height } = on.getBoundingClientRect();
    this.mark(on, event.clientY < top + height / 2 ? 'drop-before' : 'drop-after');
  };

  private mark(on: Element | undefined, name: string): void {
    for (const each of this.querySelectorAll('.drop-before, .drop-after'))
      each.classList.remove('drop-before', 'drop-after');
    on?.classList.add(name);
  }

  private readonly drop = (event: DragEvent): void => {
    const { dragged } = this;
    const on = this.querySelector<HTMLElement>('.drop-before, .drop-after');
    const after = on?.classList.contains('drop-after') ?? false;
    this.mark(undefined, '');
    this.dragged = undefined;
    if (dragged === undefined || !on) return;
    event.preventDefault();
    this.edit(moveTo(this.blocks, dragged, on.dataset['block'] ?? '', after));
  };

  private desk(): Desk {
    return {
      say: this.say,
      blocks: this.blocks,
      readonly: this.readonly,
      chosen: this.chosen,
      writing: this.line,
      edit: (done, stay) => this.edit(done, undefined, stay),
      line: (spot, of, scopes, label) =>
        html`<patto-builder-phrase
          data-line=${spot}
          .phrase=${of}
          .scopes=${scopes}
          .label=${label}
          .readonly=${this.readonly}
          .language=${this.language}
          @focusin=${() => {
            this.line = spot;
          }}
          @phrase=${(event: CustomEvent<PhraseEvents['phrase']>) => this.wrote(spot, event.detail)}
          @phrase-enter=${(event: CustomEvent<PhraseEvents['phrase-enter']>) => this.newLine(spot, event.detail)}
          @phrase-back=${() => this.back(spot)}
        ></patto-builder-phrase>`,
      inside: (of, list, scopes) => this.list(of, list, scopes),
    };
  }

  private list(of: Blocks, list: Spot, scopes: Scopes): TemplateResult {
    const desk = this.desk();
    return html`<ol class="blocks" role="list">
      ${repeat(
        of,
        (_block, index) => spotOf(list, index),
        (block, index) => {
          const spot = spotOf(list, index);
          const card = cards[block.is] as (
            one: typeof block,
            spot: Spot,
            scopes: Scopes,
            desk: Desk,
          ) => TemplateResult;
          const page = block.is === 'box' && block.tag === 'main';
          return html`<li
            data-block=${spot}
            data-kind=${block.is}
            class=${page ? 'bare' : ''}
            ?data-chosen=${spot === this.chosen}
          >
            <div
              class="block-card ${isLeaf(block) ? 'leaf' : ''}"
              role="group"
              aria-label=${nameOf(block, scopes, this.say)}
            >
              ${page ? nothing : this.name(block, spot)} ${card(block, spot, scopes, desk)}
              ${this.wrong(spot)}
            </div>
          </li>`;
        },
      )}
    </ol>`;
  }

  private name(block: Blocks[number], spot: Spot): TemplateResult {
    const kind = kindOf(block, this.say);
    if (this.readonly) return html`<span class="kind">${kind}</span>`;
    return html`<span class="handle">
      <span
        class="grip"
        draggable="true"
        aria-hidden="true"
        @dragstart=${(event: DragEvent) => {
          this.dragged = spot;
          event.dataTransfer?.setData('text/plain', kind);
        }}
        @dragend=${() => {
          this.dragged = undefined;
          this.mark(undefined, '');
        }}
      ></span>
      ${
        isLine(block)
          ? html`<span class="kind" @click=${() => void this.enter(spot, 'end')}>${kind}</span>`
          : html`<button class="kind" aria-pressed=${spot === this.chosen}>${kind}</button>`
      }
    </span>`;
  }

  private wrong(spot: Spot): TemplateResult | typeof nothing {
    const faults = this.faults.filter((fault) => fault.at === spot);
    if (faults.length === 0) return nothing;
    return html`<ul class="block-faults">
      ${faults.map(
        ({ code, params, swap: other }) =>
          html`<li data-fault=${code}>
            <span>${this.say(`blocks.fault.${code}` as 'blocks.fault.alt', params)}</span>
            ${
              other && !this.readonly
                ? html`<button
                    class="small"
                    data-swap
                    @click=${() => this.edit(swap(this.blocks, spot, other.from, other.to))}
                  >
                    ${this.say('document.replace', { nearest: other.title })}
                  </button>`
                : nothing
            }
          </li>`,
      )}
    </ul>`;
  }

  private turned(): TemplateResult | typeof nothing {
    const block = blockAt(this.blocks, this.chosen);
    if (!block || !isLine(block)) return nothing;
    const now = block.is === 'heading' ? block.level : 0;
    return html`<label class="turn"
      ><span>${this.say('blocks.turn')}</span>
      <select
        id="blocks-turn"
        @change=${(event: Event) => this.edit(turn(this.blocks, this.chosen, Number((event.target as HTMLSelectElement).value)))}
      >
        ${[0, 1, 2, 3, 4].map(
          (level) =>
            html`<option value=${level} ?selected=${level === now}>
              ${level === 0 ? this.say('blocks.kind.paragraph') : this.say('blocks.kind.heading', { level })}
            </option>`,
        )}
      </select></label
    >`;
  }

  override render() {
    const { say, blocks, chosen, texts, faults } = this;
    const on = blockAt(blocks, chosen) !== undefined;
    const count = faults.length;
    return html`<div
      class="block-editor"
      @keydown=${this.keys}
      @focusin=${(event: Event) => {
        const spot = (event.target as Element).closest<HTMLElement>('[data-block]')?.dataset['block'];
        if (spot !== undefined) this.chosen = spot;
      }}
      @dragover=${this.over}
      @drop=${this.drop}
    >
      ${
        this.readonly
          ? nothing
          : tools({
              say,
              texts,
              scopes: this.scopesAt(this.line ?? chosen),
              parts: this.parts,
              on,
              writes: this.line !== undefined,
              turned: this.turned(),
              back: (back) => this.goBack(back),
              add: (name) => this.add(name),
              field: (path) => this.writing?.insert({ is: 'field', path }),
              bold: () => this.bold(),
              move: (by) => this.edit(move(blocks, chosen, by)),
              duplicate: () => this.edit(duplicate(blocks, chosen)),
              remove: () => this.edit(remove(blocks, chosen)),
            })
      }
      <p role="status" class="block-count ${count > 0 ? 'wrong' : ''}">
        ${count === 0 ? nothing : say(count === 1 ? 'document.wrong-one' : 'document.wrong-many', { count })}
      </p>
      ${blocks.length === 0 ? html`<p class="nothing">${say('blocks.none')}</p>` : this.list(blocks, '', this.scopes)}
      ${
        this.readonly
          ? nothing
          : html`<details class="keys-of-blocks">
              <summary>${say('blocks.keys')}</summary>
              <p class="hint">${say('blocks.keys-text')}</p>
            </details>`
      }
    </div>`;
  }
}
