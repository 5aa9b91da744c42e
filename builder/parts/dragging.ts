// SPDX-License-Identifier: AGPL-3.0-or-later
// Dragging a question with the pointer: an extra beside keys, buttons and "Sposta in…".
import type { Definition } from '../../schemas/types.ts';
import type { Edited, Handle, Place, Refused } from '../edit/contract.ts';
import { moveTo } from '../edit/move.ts';

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

  start(event: DragEvent, handle: Handle): void {
    event.stopPropagation();
    this.handle = handle;
    event.dataTransfer?.setData('text/plain', handle);
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
  }

  end(): void {
    this.mark(undefined, '');
    this.handle = undefined;
    this.place = undefined;
  }

  /** Over a question: the upper half means before it, the lower half after it. */
  beside(event: DragEvent, handle: Handle): void {
    const card = event.currentTarget as Element;
    const { top, height } = card.getBoundingClientRect();
    const before = event.clientY < top + height / 2;
    this.over(event, before ? { before: handle } : { after: handle }, before ? 'drop-before' : 'drop-after');
  }

  over(event: DragEvent, place: Place, mark = 'drop-into'): void {
    if (this.handle === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.place = place;
    this.mark(event.currentTarget as Element, mark);
  }

  drop(event: DragEvent, definition: Definition): void {
    event.preventDefault();
    event.stopPropagation();
    const { handle, place } = this;
    this.end();
    const edited = handle !== undefined && place && moveTo(definition, handle, place);
    if (edited) this.moved(edited);
  }

  private mark(element: Element | undefined, name: string): void {
    if (this.marked !== element || !element?.classList.contains(name))
      for (const marked of this.canvas.querySelectorAll('.drop-before, .drop-after, .drop-into'))
        marked.classList.remove('drop-before', 'drop-after', 'drop-into');
    this.marked = element;
    element?.classList.add(name);
  }
}
