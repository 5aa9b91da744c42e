// SPDX-License-Identifier: AGPL-3.0-or-later
import { state } from 'lit/decorators.js';
import type { PattoDialog } from '../../runtime/elements/kit/dialog.ts';
import '../../runtime/elements/kit/dialog.ts';
import { Part } from './part.ts';

/** A part that is a dialog. While it is closed it takes no notice of what goes on: nothing of it is drawn. */
export class Asking extends Part {
  /** is it, or is it about to be, on screen? */
  @state() protected open = false;

  private get dialog(): PattoDialog {
    return this.querySelector('patto-dialog')!;
  }

  protected override shouldUpdate(): boolean {
    return this.open || !this.hasUpdated;
  }

  /** Draws it as things are now and shows it; the focus goes to what fits `first`. */
  protected async appear(first?: string): Promise<void> {
    this.open = true;
    this.requestUpdate();
    await this.updateComplete;
    await this.dialog.show();
    if (first !== undefined) this.querySelector<HTMLElement>(first)?.focus();
  }

  protected hide(): void {
    this.dialog.hide();
  }

  /** for `close` of its <patto-dialog> */
  protected readonly gone = (): void => {
    // Opened again meanwhile, it stays.
    this.open = this.dialog.shown;
  };
}
