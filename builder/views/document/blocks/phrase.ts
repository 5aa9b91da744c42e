// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Phrase, Piece } from '../../../../templates/blocks/contract.ts';
import type { Scopes } from '../../../../templates/blocks/things.ts';
import { Part } from '../../../parts/part.ts';
import { bare, chip, drawn, fits, isChip, lineOf } from './chips.ts';

/** What a line tells: `phrase` what it now says, `phrase-enter` what is before and after the caret, `phrase-back` at its beginning. */
export interface PhraseEvents {
  phrase: { readonly of: Phrase; readonly did: 'write' | 'bold' | 'field' };
  'phrase-enter': { readonly before: Phrase; readonly after: Phrase };
  'phrase-back': undefined;
}

interface Selecting extends Node {
  getSelection?(): Selection | null;
}

/** One line of text with chips, written in place. */
@customElement('patto-builder-phrase')
export class PattoBuilderPhrase extends Part {
  @property({ attribute: false }) phrase: Phrase = [];
  @property({ attribute: false }) scopes: Scopes = [];
  @property() label = '';
  @property({ type: Boolean }) readonly = false;
  @property({ type: Boolean }) invalid = false;
  private caret: Range | undefined;

  private get area(): HTMLElement {
    return this.querySelector<HTMLElement>('.line-text')!;
  }

  override updated(): void {
    const { area } = this;
    const same = JSON.stringify(lineOf(area.childNodes)) === JSON.stringify(this.phrase);
    const named = [...area.querySelectorAll<HTMLElement>('.chip')].every((each) =>
      fits(each, this.scopes, this.say),
    );
    if (same && named) return;
    this.caret = undefined;
    area.replaceChildren(...drawn(this.phrase, this.scopes, this.say));
  }

  private pass<Name extends keyof PhraseEvents>(name: Name, detail: PhraseEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  private changed(did: PhraseEvents['phrase']['did']): void {
    this.keepCaret();
    const of = lineOf(this.area.childNodes);
    // What stands here is what is said: nothing to draw again.
    this.phrase = of;
    this.pass('phrase', { of, did });
  }

  private get selection(): Selection | null {
    const root = this.getRootNode() as Selecting;
    return root.getSelection ? root.getSelection() : getSelection();
  }

  private readonly keepCaret = (): void => {
    const { selection, area } = this;
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
    if (range && area.contains(range.startContainer)) this.caret = range.cloneRange();
  };

  /** A chip that is clicked takes the caret beside it, on the nearer side. */
  private readonly pointed = (event: PointerEvent): void => {
    const on = (event.target as Element).closest('.chip');
    if (on) {
      const boxes = [...on.getClientRects()];
      const box =
        boxes.find(({ top, bottom }) => event.clientY >= top && event.clientY <= bottom) ?? boxes[0];
      const first = box === boxes[0] && box !== undefined && event.clientX < box.left + box.width / 2;
      const range = document.createRange();
      if (first && boxes.length === 1) range.setStartBefore(on);
      else range.setStartAfter(on);
      this.area.focus();
      this.selection?.removeAllRanges();
      this.selection?.addRange(range);
    }
    this.keepCaret();
  };

  /** Puts the caret where it was, or at the end (`start`: at the beginning). */
  take(where: 'last' | 'start' | 'end' = 'last'): Range {
    const { area, selection } = this;
    const kept =
      where === 'last' && this.caret && area.contains(this.caret.startContainer) ? this.caret : undefined;
    const range = kept ?? document.createRange();
    if (!kept) {
      range.selectNodeContents(area);
      range.collapse(where === 'start');
    }
    area.focus();
    selection?.removeAllRanges();
    selection?.addRange(range);
    return range;
  }

  private caretAfter(node: Node): void {
    const range = document.createRange();
    range.setStartAfter(node);
    this.selection?.removeAllRanges();
    this.selection?.addRange(range);
  }

  /** Puts something at the caret, and the caret after it. */
  insert(piece: Piece): void {
    const range = this.take();
    range.deleteContents();
    const made = chip(piece, this.scopes, this.say);
    const space = document.createTextNode('\u200b');
    range.insertNode(space);
    range.insertNode(made);
    if (!(made.previousSibling instanceof Text)) made.before(document.createTextNode('\u200b'));
    this.caretAfter(space);
    this.changed('field');
  }

  /** What is chosen becomes bold, or is so no more. */
  bold(): void {
    const range = this.take();
    const inside = range.commonAncestorContainer;
    const element = inside instanceof Element ? inside : inside.parentElement;
    const strong = element?.closest('strong, b');
    if (strong && this.area.contains(strong)) strong.replaceWith(...strong.childNodes);
    else {
      if (range.collapsed) return;
      const made = document.createElement('strong');
      made.append(range.extractContents());
      range.insertNode(made);
      this.caretAfter(made);
    }
    this.changed('bold');
  }

  /** The nodes before and after the caret. */
  private parts(range: Range): readonly [before: Range, after: Range] {
    const [before, after] = [document.createRange(), document.createRange()];
    before.selectNodeContents(this.area);
    before.setEnd(range.startContainer, range.startOffset);
    after.selectNodeContents(this.area);
    after.setStart(range.endContainer, range.endOffset);
    return [before, after];
  }

  private readonly typing = (event: InputEvent): void => {
    const range = this.selection?.rangeCount ? this.selection.getRangeAt(0) : undefined;
    const type = event.inputType;
    if (type.startsWith('format') || type.startsWith('history') || type === 'insertFromDrop') {
      event.preventDefault();
      if (type === 'formatBold') this.bold();
    } else if (type === 'insertParagraph' && range) {
      event.preventDefault();
      const [before, after] = this.parts(range).map((part) => lineOf(part.cloneContents().childNodes));
      this.pass('phrase-enter', { before: before ?? [], after: after ?? [] });
    } else if (type === 'insertLineBreak' && range) {
      event.preventDefault();
      range.deleteContents();
      const line = document.createElement('br');
      line.dataset['break'] = '';
      range.insertNode(document.createTextNode('\u200b'));
      range.insertNode(line);
      this.caretAfter(line.nextSibling!);
      this.changed('write');
    } else if (type === 'insertFromPaste' && range) {
      event.preventDefault();
      const text = (event.dataTransfer?.getData('text/plain') ?? event.data ?? '').replace(/\s+/g, ' ');
      range.deleteContents();
      const node = document.createTextNode(text);
      range.insertNode(node);
      this.caretAfter(node);
      this.changed('write');
    } else if (type === 'deleteContentBackward' && range?.collapsed) this.backward(event, range);
  };

  /** A chip goes as a whole; at the very beginning the line joins the one before. */
  private backward(event: InputEvent, range: Range): void {
    const [before] = this.parts(range);
    const cloned = before.cloneContents();
    const first = [...cloned.childNodes].every((node) => node instanceof Text && bare(node.data) === '');
    if (first) {
      event.preventDefault();
      return this.pass('phrase-back', undefined);
    }
    const { startContainer: node, startOffset: offset } = range;
    const beforeCaret = node instanceof Text ? node.data.slice(0, offset) : '';
    if (node instanceof Text ? bare(beforeCaret) !== '' : false) return;
    const last = node instanceof Text ? node.previousSibling : node.childNodes[offset - 1];
    if (!isChip(last)) return;
    event.preventDefault();
    last?.parentNode?.removeChild(last);
    this.changed('field');
  }

  override render() {
    const { readonly } = this;
    const name = this.label;
    // Its inside is drawn by hand: what is being written must not be drawn over.
    return readonly
      ? html`<div class="line-text"></div>`
      : html`<div
          class="line-text"
          contenteditable="true"
          role="textbox"
          spellcheck="true"
          aria-label=${name}
          aria-invalid=${this.invalid}
          @beforeinput=${this.typing}
          @input=${() => this.changed('write')}
          @keyup=${this.keepCaret}
          @pointerup=${this.pointed}
          @focus=${this.keepCaret}
        ></div>`;
  }
}
