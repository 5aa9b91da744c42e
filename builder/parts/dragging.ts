// SPDX-License-Identifier: AGPL-3.0-or-later
// Dragging a question with the pointer: an extra beside keys, buttons and "Sposta in…".
import type { Definition } from '../../schemas/types.ts';
import type { Edited, Handle, Place, Refused } from '../edit/contract.ts';
import { moveTo } from '../edit/move.ts';

const marks = ['drop-before', 'drop-after', 'drop-into'];

export class Dragging {
  private handle: Handle | undefined;
  private place: Place | undefined;
  private marked: Element | undefined;
  private readonly canvas: Element;
  private readonly moved: (edited: Edited | Refused) => void;

  constructor(canvas: Element, moved: (edited: Edited | Refused) => void) {
    this.canvas = canvas;
    this.moved = moved;
  }

  start(event: DragEvent, handle: Handle | undefined): void {
    if (!handle?.startsWith('/')) return;
    this.handle = handle;
    event.dataTransfer?.setData('text/plain', handle);
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
  }

  end(): void {
    this.mark(undefined, '');
    this.handle = undefined;
    this.place = undefined;
  }

  /** Over a line that adds: there. Over a question: its upper half means before it, the lower half after it. */
  over(event: DragEvent): void {
    if (this.handle === undefined) return;
    const on = event.target as Element;
    const line = on.closest<HTMLElement>('[data-add]');
    if (line) return this.goal(event, line, { into: line.dataset['add'] ?? '' }, 'drop-into');
    const card = on.closest<HTMLElement>('.question, .note');
    const handle = card?.dataset['thing'];
    if (!card || handle === undefined) return;
    const { top, height } = card.getBoundingClientRect();
    const before = event.clientY < top + height / 2;
    this.goal(event, card, before ? { before: handle } : { after: handle }, before ? 'drop-before' : 'drop-after'); // prettier-ignore
  }

  drop(event: DragEvent, definition: Definition): void {
    const { handle, place } = this;
    this.end();
    if (handle === undefined) return;
    event.preventDefault();
    const edited = place && moveTo(definition, handle, place);
    if (edited) this.moved(edited);
  }

  private goal(event: DragEvent, element: Element, place: Place, mark: string): void {
    event.preventDefault();
    this.place = place;
    this.mark(element, mark);
  }

  private mark(element: Element | undefined, name: string): void {
    if (this.marked !== element || !element?.classList.contains(name))
      for (const marked of this.canvas.querySelectorAll(marks.map((each) => `.${each}`).join()))
        marked.classList.remove(...marks);
    this.marked = element;
    element?.classList.add(name);
  }
}
