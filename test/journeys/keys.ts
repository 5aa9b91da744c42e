// SPDX-License-Identifier: AGPL-3.0-or-later
// A person with a keyboard alone: Tab until the name that a screen reader would say is the one wanted.
import assert from 'node:assert/strict';
import type { CDPSession, Page } from 'puppeteer';
import { rest, until } from './stage.ts';

/** What has the focus, as assistive technology is told. */
export interface Focused {
  readonly name: string;
  readonly role: string;
  readonly value: string;
  /** the same as long as it is the same part of the page */
  readonly node: number;
}

/** The words said last: role, name. A text is looked for within the name. */
export type Wanted = string | RegExp;

const fits = (wanted: Wanted, name: string): boolean =>
  typeof wanted === 'string' ? name.includes(wanted) : wanted.test(name);

export class Keys {
  readonly page: Page;
  /** every key and text, in order */
  readonly log: string[] = [];
  readonly #cdp: CDPSession;

  private constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.#cdp = cdp;
  }

  /** Call before the first address is opened: every pointer event of every document is noted. */
  static async of(page: Page): Promise<Keys> {
    const cdp = await page.createCDPSession();
    await cdp.send('Accessibility.enable');
    await page.exposeFunction('pointerSeen', (what: string) => pointers.get(page)?.push(what));
    pointers.set(page, []);
    await page.evaluateOnNewDocument(() => {
      const tell = (event: Event): void => {
        const { type, target } = event;
        // A key that presses a button gives a click too: with no pointer and no count.
        if (type === 'click' && (event as MouseEvent).detail === 0) return;
        const seen = (globalThis as unknown as { pointerSeen(what: string): void }).pointerSeen;
        seen(`${type} on ${(target as Element | null)?.nodeName}`);
      };
      for (const type of ['pointerdown', 'mousedown', 'touchstart', 'click', 'dragstart', 'wheel'])
        document.addEventListener(type, tell, { capture: true, passive: true });
    });
    return new Keys(page, cdp);
  }

  get pointers(): readonly string[] {
    return pointers.get(this.page) ?? [];
  }

  async focused(): Promise<Focused> {
    const { result } = await this.#cdp.send('Runtime.evaluate', {
      expression:
        '(() => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at; })()',
    });
    if (!result.objectId) return { name: '', role: '', value: '', node: 0 };
    const { nodes } = await this.#cdp.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId,
      fetchRelatives: false,
    });
    await this.#cdp.send('Runtime.releaseObject', { objectId: result.objectId });
    const [node] = nodes;
    const said = (value: { value?: unknown } | undefined): string => String(value?.value ?? '').trim();
    return {
      name: said(node?.name),
      role: said(node?.role),
      value: said(node?.value),
      node: node?.backendDOMNodeId ?? 0,
    };
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.log.push(key);
      const parts = key.split('+');
      const last = parts.pop() as 'Tab';
      for (const part of parts) await this.page.keyboard.down(part as 'Shift');
      await this.page.keyboard.press(last);
      for (const part of parts.reverse()) await this.page.keyboard.up(part as 'Shift');
    }
  }

  async type(text: string): Promise<void> {
    this.log.push(`“${text}”`);
    await this.page.keyboard.type(text);
  }

  /** Tab, or `by`, until the focus is where it is wanted. */
  async to(
    wanted: Wanted,
    { role, by = 'Tab', most = 120 }: { role?: string; by?: string; most?: number } = {},
  ) {
    const passed: string[] = [];
    const ready = async (): Promise<Focused | undefined> => {
      const now = await this.focused();
      passed.push(`${now.role} «${now.name}»`);
      return fits(wanted, now.name) && (role === undefined || now.role === role) ? now : undefined;
    };
    // what was passed before it stood there is looked for once more
    for (const lap of [1, 2]) {
      for (let steps = 0; steps < most; steps += 1) {
        const now = await ready();
        if (now) return now;
        await this.press(by);
      }
      if (lap === 1) await rest(this.page);
    }
    return assert.fail(`${String(wanted)} is not reached by ${by}: ${passed.slice(-most).join(' → ')}`);
  }

  /** To a button or link, and pressed. */
  async push(wanted: Wanted, options: { role?: string; by?: string; most?: number } = {}): Promise<void> {
    await this.to(wanted, options);
    await this.press('Enter');
  }

  /** To a text field, and written into. */
  async write(wanted: Wanted, text: string): Promise<void> {
    await this.to(wanted, { role: 'textbox' });
    await this.type(text);
  }

  /** The focus comes by itself to what is wanted: after a page is turned, a dialog opened, a row added. */
  arrives(wanted: Wanted, role?: string): Promise<Focused> {
    return until(
      async () => {
        const now = await this.focused();
        return fits(wanted, now.name) && (role === undefined || now.role === role) ? now : undefined;
      },
      `focus on ${String(wanted)}`,
    ).catch(async (error: Error) => {
      throw new Error(`${error.message}; it is on ${JSON.stringify(await this.focused())}`);
    });
  }
}

const pointers = new WeakMap<Page, string[]>();
