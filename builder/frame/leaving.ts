// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Editing } from '../editing.ts';

/** What is left is saved when the page goes out of sight, and when the network is back. */
export class Leaving implements ReactiveController {
  private readonly editing: () => Editing | undefined;

  constructor(host: ReactiveControllerHost, editing: () => Editing | undefined) {
    this.editing = editing;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeunload', this.asked);
    addEventListener('pagehide', this.flush);
    addEventListener('online', this.flush);
    document.addEventListener('visibilitychange', this.wentAway);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.asked);
    removeEventListener('pagehide', this.flush);
    removeEventListener('online', this.flush);
    document.removeEventListener('visibilitychange', this.wentAway);
    this.editing()?.close();
  }

  private readonly flush = (): void => void this.editing()?.flush(true);
  private readonly wentAway = (): void => {
    if (document.visibilityState === 'hidden') this.flush();
  };
  private readonly asked = (event: BeforeUnloadEvent): void => {
    const editing = this.editing();
    if (!editing || editing.done) return;
    this.flush();
    event.preventDefault();
  };
}
