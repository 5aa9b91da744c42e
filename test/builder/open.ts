// SPDX-License-Identifier: AGPL-3.0-or-later
// The builder's screen over a server in memory, for tests of its views.
import type { Definition } from '../../schemas/types.ts';
import '../../builder/index.ts';
import { FakeServer, until } from './fake.ts';

export interface Opened {
  readonly server: FakeServer;
  get<Found extends HTMLElement>(selector: string): Found | null;
  find<Found extends HTMLElement>(selector: string): Promise<Found>;
  /** waits until the message line says this */
  said(text: string): Promise<unknown>;
  view(name: string): Promise<void>;
  close(): void;
}

/** Opens a definition; `prepare` may change the server before anything asks it. */
export async function opened(
  definition: Definition,
  prepare: (server: FakeServer) => void = () => {},
): Promise<Opened> {
  localStorage.clear();
  document.documentElement.lang = 'it';
  document.title = 'Patto';
  const server = new FakeServer(definition);
  prepare(server);
  location.hash = `#/${definition.id}`;
  const screen = document.createElement('patto-builder');
  document.body.append(screen);
  const get = <Found extends HTMLElement>(selector: string): Found | null =>
    screen.shadowRoot?.querySelector<Found>(selector) ?? null;
  const find = <Found extends HTMLElement>(selector: string): Promise<Found> =>
    until(() => get<Found>(selector), selector);
  await find('.views');
  return {
    server,
    get,
    find,
    said: (text) => until(() => get('.message')?.textContent?.includes(text), `not said: ${text}`),
    async view(name) {
      (await find(`[data-view="${name}"]`)).click();
      await find(`[data-open-view="${name}"] > *`);
    },
    close() {
      screen.remove();
      server.restore();
      location.hash = '';
    },
  };
}

/** What axe finds on the whole page. */
export async function axe(): Promise<string[]> {
  await import('axe-core');
  const { axe: run } = globalThis as unknown as {
    axe: {
      run(
        node: Node,
        options: object,
      ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
    };
  };
  const { violations } = await run.run(document, {
    resultTypes: ['violations'],
    rules: {
      region: { enabled: false },
      // axe looks for the target of a skip link in the document only, not in the shell's shadow root
      'skip-link': { enabled: false },
    },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 200)}`),
  );
}
