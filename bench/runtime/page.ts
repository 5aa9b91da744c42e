// SPDX-License-Identifier: AGPL-3.0-or-later
// What runs in the measured page: whoever takes part is driven through its Adapter, and timed from the call to the frame.
import type { Adapter } from './adapter.ts';
import { type Spec, specOf } from './spec.ts';

/** Milliseconds, but for `fields`. */
export interface Mounted {
  /** call → painted frame in which the first screen is there */
  readonly first: number;
  /** call → first painted frame in which all questions are there */
  readonly all: number;
  readonly fields: number;
}

/** Resolves when the frame that is being made has been painted; `ready` is asked as the frame begins. */
const frame = (ready: () => boolean = () => true) =>
  new Promise<void>((done) => {
    const look = () => {
      if (!ready()) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => done(), { once: true });
      port1.start();
      return port2.postMessage(undefined);
    };
    requestAnimationFrame(look);
  });

const tasks: number[] = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map((each) => each.duration))).observe({
  type: 'longtask',
  buffered: true,
});

let adapter: Adapter;
let spec: Spec;
let place: HTMLElement | undefined;
const strokes: number[] = [];

/** Everything that a tree says, without comments, custom elements' state and how text is cut. */
function outline(node: Node): unknown {
  if (node instanceof Text) return node.data.replace(/\s+/g, ' ');
  if (!(node instanceof Element)) return undefined;
  const inside: unknown[] = [];
  for (const child of node.childNodes) {
    const each = outline(child);
    if (each === undefined) continue;
    if (typeof each === 'string' && typeof inside.at(-1) === 'string')
      inside[inside.length - 1] = `${inside.at(-1) as string}${each}`;
    else inside.push(each);
  }
  const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort();
  const texts = inside.map((each) => (typeof each === 'string' ? each.trim() : each));
  return [node.localName, attributes, texts.filter((each) => each !== '')];
}

/** The style sheet that an adapter's bundle brings, if any. */
async function dress(name: string): Promise<void> {
  const address = `/bench/${name}.css`;
  if (!(await fetch(address)).ok) return;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
  await new Promise((done, fail) => {
    link.addEventListener('load', done, { once: true });
    link.addEventListener('error', fail, { once: true });
    document.head.append(link);
  });
}

const bench = {
  async prepare(name: string, count: number, answers: 'answers' | 'wrong'): Promise<void> {
    const module = (await import(`/bench/${name}.js`)) as { adapter: Adapter };
    adapter = module.adapter;
    await dress(name);
    spec = specOf(count);
    await adapter.prepare(spec, spec[answers]);
    await frame();
    await frame();
  },

  /** `screen`: how many questions the first screen has. */
  async mount(screen = 10): Promise<Mounted> {
    place = document.createElement('div');
    document.body.append(place);
    const { questions } = spec;
    const last = questions.at(-1)!.key;
    const seen = questions.slice(0, screen).toReversed();
    tasks.length = 0;
    const start = performance.now();
    await adapter.mount(place);
    await frame(() => seen.every(({ key }) => adapter.control(key) !== null));
    const early = performance.now() - start;
    // already there in that frame: the same frame counts for both
    const drawn = () =>
      adapter.control(last) !== null && questions.every(({ key }) => adapter.control(key) !== null);
    if (drawn()) return { first: early, all: early, fields: questions.length };
    await frame(drawn);
    return { first: early, all: performance.now() - start, fields: questions.length };
  },

  unmount(): void {
    adapter.unmount();
    place?.remove();
    place = undefined;
  },

  async cycles(times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      bench.unmount();
      await bench.mount();
    }
  },

  /** Puts the caret where keys will be typed; `strokes` then gets, for each key, the time to its painted frame. */
  focus(key: string): void {
    strokes.length = 0;
    const control = adapter.control(key)!;
    control.focus();
    addEventListener(
      'keydown',
      (event) => {
        const start = event.timeStamp;
        void frame().then(() => strokes.push(performance.now() - start));
      },
      { capture: true },
    );
  },
  strokes: () => strokes,
  answer: (key: string) => adapter.answer(key),

  /** Clicks an answer of the first question; the time until the dependants have followed and are painted. */
  async choose(yes: boolean): Promise<number> {
    const { key } = spec.questions[0]!;
    const wanted = spec.questions.filter((each) => each.shownBy === key);
    const seen = (control: HTMLElement | null) => control !== null && !control.closest('[hidden]');
    const followed = () => wanted.every((each) => seen(adapter.control(each.key)) === yes);
    const start = performance.now();
    adapter.choice(key, yes).click();
    await frame(() => seen(adapter.control(wanted.at(-1)!.key)) === yes);
    const time = performance.now() - start;
    if (!followed()) throw new Error('some dependants did not follow');
    return time;
  },

  /** Time until all errors stand on the page. */
  async validate(): Promise<number> {
    const wrong = spec.questions.length - 1;
    const start = performance.now();
    void adapter.validate();
    await frame(() => adapter.errors() === wrong);
    return performance.now() - start;
  },

  /** Puts a row into a repeat or takes it out; the time until that is painted. */
  async row(tool: 'insert' | 'remove', row: number): Promise<number> {
    const start = performance.now();
    await frame(adapter.press!(tool, row));
    return performance.now() - start;
  },

  /** Rows of a repeat that the window shows a part of. */
  rowsOnScreen(): number {
    const rows = [...(adapter.tree!() as Element).querySelectorAll('[part=row]')];
    return rows.filter((each) => each.getBoundingClientRect().top < innerHeight).length;
  },
  /** The longest task since the page was mounted, 0 below 50 ms. */
  longest: () => Math.max(0, ...tasks),
  tree: (): string => JSON.stringify([...adapter.tree!().children].map(outline)),
};

declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
