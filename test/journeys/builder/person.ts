// SPDX-License-Identifier: AGPL-3.0-or-later
// Somebody who builds a form, with a pointer or with keys alone. Both look for things by the names that are said of them.
import assert from 'node:assert/strict';
import type { CDPSession, Page, Protocol } from 'puppeteer';
import { Keys, type Wanted } from '../keys.ts';
import { until } from '../stage.ts';

type Node = Protocol.Accessibility.AXNode;

const text = (value: { value?: unknown } | undefined): string => String(value?.value ?? '').trim();
const fits = (wanted: Wanted, name: string): boolean =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);

/** Roles of what is pressed, written into, ticked, chosen from. */
export const roles = {
  press: ['button', 'link', 'DisclosureTriangle', 'menuitem', 'tab', 'radio', 'switch'],
  write: ['textbox', 'searchbox', 'combobox', 'spinbutton'],
  tick: ['checkbox', 'switch', 'radio'],
  pick: ['combobox', 'listbox'],
} as const;
type Kind = keyof typeof roles;

/** One way of working; every action is counted: a going to a thing and pressing it, a key or run of one key, a text. */
export abstract class Person {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** since the step began */
  actions: string[] = [];

  constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.cdp = cdp;
  }

  abstract readonly way: 'pointer' | 'keyboard';
  /** Puts the focus on a thing, without pressing it. */
  protected abstract reach(node: Node, wanted: Wanted): Promise<void>;
  abstract push(wanted: Wanted): Promise<void>;
  abstract tick(wanted: Wanted): Promise<void>;

  /** The things of these roles with this name, in reading order. */
  async named(wanted: Wanted, kind: Kind): Promise<Node[]> {
    const { nodes } = await this.cdp.send('Accessibility.getFullAXTree');
    const list: readonly string[] = roles[kind];
    return nodes.filter(
      (node) =>
        !node.ignored &&
        list.includes(text(node.role)) &&
        fits(wanted, text(node.name)) &&
        !node.properties?.some(({ name, value }) => name === 'disabled' && value.value === true),
    );
  }

  /** The first of that name, or the last where `place` is -1. */
  async see(wanted: Wanted, kind: Kind = 'press', place = 0): Promise<Node> {
    return until(async () => (await this.named(wanted, kind)).at(place), `${kind} ${String(wanted)}`).catch(
      async (error: Error) => {
        const { nodes } = await this.cdp.send('Accessibility.getFullAXTree');
        const there = nodes.filter((node) => !node.ignored && (roles[kind] as readonly string[]).includes(text(node.role))); // prettier-ignore
        throw new Error(`${error.message}; there are: ${there.map((node) => text(node.name)).join(' | ')}`);
      },
    );
  }

  async focus(wanted: Wanted, kind: Kind, place = 0): Promise<void> {
    await this.reach(await this.see(wanted, kind, place), wanted);
    this.actions.push(`to «${String(wanted)}»`);
  }

  /** Writes into a field; what stands there is replaced. */
  async write(wanted: Wanted, words: string, place = 0): Promise<void> {
    await this.clear(wanted, place);
    await this.type(words);
  }

  private async clear(wanted: Wanted, place: number): Promise<void> {
    await this.focus(wanted, 'write', place);
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press('a');
    await this.page.keyboard.up('Control');
  }

  /** The same with lines that were copied elsewhere. */
  async pasteInto(wanted: Wanted, words: string): Promise<void> {
    await this.clear(wanted, 0);
    await this.paste(words);
  }

  /** Chooses from a list by the first letters of what stands there. */
  async pick(wanted: Wanted, option: string): Promise<void> {
    const node = await this.see(wanted, 'pick');
    // What is offered may still be on its way.
    await until(
      async () => {
        const { object } = await this.cdp.send('DOM.resolveNode', { backendNodeId: node.backendDOMNodeId! });
        const { result } = await this.cdp.send('Runtime.callFunctionOn', {
          objectId: object.objectId!,
          functionDeclaration: 'function (text) { return [...(this.options ?? [])].some((one) => one.textContent.trim().startsWith(text)); }', // prettier-ignore
          arguments: [{ value: option }],
          returnByValue: true,
        });
        return result.value === true;
      },
      `«${option}» among ${String(wanted)}`,
    );
    await this.reach(node, wanted);
    this.actions.push(`to «${String(wanted)}»`);
    await this.type(option);
    if (this.way === 'pointer') await this.page.keyboard.press('Enter');
  }

  async type(words: string): Promise<void> {
    this.actions.push(`“${words.slice(0, 40)}”`);
    await this.page.keyboard.type(words);
  }

  /** As if copied from elsewhere: one action, like a text. */
  async paste(words: string): Promise<void> {
    this.actions.push('pasted');
    await this.page.evaluate((given) => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const data = new DataTransfer();
      data.setData('text/plain', given);
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }); // prettier-ignore
      // What nobody has handled is inserted, as the browser would.
      if (at?.dispatchEvent(event)) document.execCommand('insertText', false, given);
    }, words);
  }

  /** A shortcut or a key; the same one several times is one action. */
  async press(key: string, times = 1): Promise<void> {
    this.actions.push(key);
    const parts = key.split('+');
    const last = parts.pop() as 'Tab';
    for (let count = 0; count < times; count += 1) {
      for (const part of parts) await this.page.keyboard.down(part as 'Shift');
      await this.page.keyboard.press(last);
      for (const part of [...parts].reverse()) await this.page.keyboard.up(part as 'Shift');
    }
  }
}

export class Pointing extends Person {
  readonly way = 'pointer';

  static async of(page: Page): Promise<Pointing> {
    const cdp = await page.createCDPSession();
    await cdp.send('Accessibility.enable');
    await cdp.send('DOM.enable');
    return new Pointing(page, cdp);
  }

  protected async reach(node: Node): Promise<void> {
    const backendNodeId = node.backendDOMNodeId!;
    await this.cdp.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    // Bars that stay in sight may lie on it: to the middle of the screen.
    const { object } = await this.cdp.send('DOM.resolveNode', { backendNodeId });
    await this.cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId!,
      functionDeclaration: 'function () { this.scrollIntoView({ block: "center", behavior: "instant" }); }',
    });
    const { quads } = await this.cdp.send('DOM.getContentQuads', { backendNodeId });
    const quad = quads[0];
    assert.ok(quad, `nothing to point at: ${text(node.name)}`);
    const x = (quad[0]! + quad[2]! + quad[4]! + quad[6]!) / 4;
    const y = (quad[1]! + quad[3]! + quad[5]! + quad[7]!) / 4;
    await this.page.mouse.click(x, y);
  }

  async push(wanted: Wanted): Promise<void> {
    await this.reach(await this.see(wanted, 'press'));
    this.actions.push(`pressed «${String(wanted)}»`);
  }

  async tick(wanted: Wanted): Promise<void> {
    await this.reach(await this.see(wanted, 'tick'));
    this.actions.push(`ticked «${String(wanted)}»`);
  }
}

export class Typing extends Person {
  readonly way = 'keyboard';
  readonly keys: Keys;

  private constructor(page: Page, cdp: CDPSession, keys: Keys) {
    super(page, cdp);
    this.keys = keys;
  }

  static async of(page: Page): Promise<Typing> {
    const cdp = await page.createCDPSession();
    await cdp.send('Accessibility.enable');
    await cdp.send('DOM.enable');
    return new Typing(page, cdp, await Keys.of(page));
  }

  /** Tab, forward or back, whichever way the thing lies. */
  protected async reach(node: Node, wanted: Wanted): Promise<void> {
    const there = (): Promise<boolean> => this.isFocused(node);
    if (await there()) return;
    const by = (await this.lies(node)) ? 'Tab' : 'Shift+Tab';
    for (let steps = 0; steps < 200; steps += 1) {
      await this.keys.press(by);
      if (await there()) return;
      // A group of radio buttons is one stop; arrows go through it.
      for (let arrows = 0; arrows < 20 && (await this.inGroup(node)); arrows += 1) {
        await this.keys.press('ArrowDown');
        if (await there()) return;
      }
    }
    assert.fail(`«${String(wanted)}» is not reached by ${by}`);
  }

  private async call(node: Node, body: string): Promise<boolean> {
    const { object } = await this.cdp.send('DOM.resolveNode', { backendNodeId: node.backendDOMNodeId! });
    const { result } = await this.cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId!,
      functionDeclaration: `function () { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; ${body} }`,
      returnByValue: true,
    });
    return result.value === true;
  }

  private inGroup = (node: Node): Promise<boolean> =>
    this.call(node, 'return at?.type === "radio" && this.type === "radio" && at.name === this.name;');
  private isFocused = (node: Node): Promise<boolean> => this.call(node, 'return at === this;');
  /** Does it come after what has the focus? */
  private lies = (node: Node): Promise<boolean> =>
    this.call(
      node,
      `const up = (one) => { const list = []; for (let here = one; here; here = here.assignedSlot ?? here.parentNode ?? here.host) list.unshift(here); return list; };
       if (!at || at === document.body) return true;
       const a = up(at), b = up(this);
       let same = 0; while (a[same] && a[same] === b[same]) same += 1;
       if (!a[same]) return true; if (!b[same]) return false;
       return Boolean(a[same].compareDocumentPosition(b[same]) & 4);`,
    );

  async push(wanted: Wanted): Promise<void> {
    await this.reach(await this.see(wanted, 'press'), wanted);
    this.actions.push(`pressed «${String(wanted)}»`);
    await this.keys.press('Enter');
  }

  async tick(wanted: Wanted): Promise<void> {
    await this.reach(await this.see(wanted, 'tick'), wanted);
    this.actions.push(`ticked «${String(wanted)}»`);
    await this.keys.press('Space');
  }
}
