// SPDX-License-Identifier: BSD-3-Clause
// Fields of one shape are drawn once and cast many times. A mould is a question drawn with blanks where one differs
// from the next: its id, title, hint, text, problems. A cast is a copy with the blanks filled in: the same elements and
// texts that drawing would make, at a fraction of the cost, but dead. It wakes where it stands, without a node being
// replaced, when an event first reaches it: the parts that Lit keeps of the mould are laid over the copy.
import { type TemplateResult, render } from 'lit';
import type { FieldNode } from '../engine/contract.ts';
import type { PattoField } from './field.ts';
import { type Edit, editOf, follow } from './edit.ts';
import { besides } from './offers.ts';
import { type Question, draw } from './question.ts';
import { type Part, overlay, overlays } from './parts.ts';

/** What stands in the blanks, by their number: id, title, hint, text, problems. */
export type Filling = readonly string[];

const FIRST = 0xe000;
const MOST = 8;
const PROBLEMS = 4;
const blank = (number: number) => String.fromCharCode(FIRST + number);
const blanks = /[\uE000-\uE00F]/g;
const pieces = /[\uE000-\uE00F]|[^\uE000-\uE00F]+/g;

/** A text with blanks, cut at them. */
type Cut = readonly (string | number)[];

const cut = (text: string): Cut =>
  (text.match(pieces) ?? []).map((each) => (each.search(blanks) < 0 ? each : each.charCodeAt(0) - FIRST));

function joined(parts: Cut, filling: Filling): string {
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'number') return filling[only] ?? '';
  let text = '';
  for (const each of parts) text += typeof each === 'number' ? (filling[each] ?? '') : each;
  return text;
}

const filled = (text: string, filling: Filling): string => joined(cut(text), filling);

/** What has to be written at a child of a node, and below it. `.name` is a property, '' the text itself. */
interface Spot {
  readonly at: number;
  readonly sets: readonly (readonly [name: string, text: Cut])[];
  readonly inside: readonly Spot[];
}

function spotsIn(node: Node): Spot[] {
  return [...node.childNodes].flatMap((child, at) => {
    const spot = { at, sets: setsOf(child), inside: spotsIn(child) };
    return spot.sets.length || spot.inside.length ? [spot] : [];
  });
}

function setsOf(node: Node): Spot['sets'] {
  const sets: (readonly [string, Cut])[] = [];
  const add = (name: string, text: string) => {
    if (text.search(blanks) >= 0) sets.push([name, cut(text)]);
  };
  if (node instanceof Text) add('', node.data);
  if (!(node instanceof Element)) return sets;
  for (const { name, value } of node.attributes) add(name, value);
  if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) add('.value', node.value);
  if (node instanceof HTMLSelectElement && node.selectedIndex > 0)
    sets.push(['.selectedIndex', [String(node.selectedIndex)]]);
  return sets;
}

/** One thing that is written, at its node. */
interface Blank {
  readonly node: Node;
  readonly name: string;
  readonly text: Cut;
}

/** The nodes of a tree that its spots mean. */
function blanksOf(into: Node, spots: readonly Spot[], found: Blank[] = []): readonly Blank[] {
  let node = into.firstChild!;
  let place = 0;
  // from one to the next: asked for by number, each would be counted from the first
  for (const { at, sets, inside } of spots) {
    for (; place < at; place++) node = node.nextSibling!;
    for (const [name, text] of sets) found.push({ node, name, text });
    if (inside.length) blanksOf(node, inside, found);
  }
  return found;
}

function write(blanks: readonly Blank[], filling: Filling): void {
  for (const { node, name, text } of blanks) {
    const value = joined(text, filling);
    if (name === '') (node as Text).data = value;
    else if (name.startsWith('.')) Reflect.set(node, name.slice(1), value);
    else (node as unknown as Element).setAttribute(name, value);
  }
}

/** Does a node say nothing to anybody but Lit? */
const isSilent = (node: Node): boolean =>
  node instanceof Comment || (node instanceof Text && node.data.trim() === '');

/** A copy. Which option of a list is chosen is no attribute, and not copied with it. */
function copyOf<Tree extends ParentNode>(content: Tree, lists = chosenIn(content)): Tree {
  const copy = content.cloneNode(true) as Tree;
  if (lists.length)
    for (const [index, list] of copy.querySelectorAll('select').entries())
      list.selectedIndex = lists[index]!.selectedIndex;
  return copy;
}

/** Its lists, if something is chosen in one. */
function chosenIn(content: ParentNode): readonly HTMLSelectElement[] {
  const lists = [...content.querySelectorAll('select')];
  return lists.some(({ selectedIndex }) => selectedIndex > 0) ? lists : [];
}

/** What is filled in and then copied: its blanks are found once, those of each copy would have to be looked for. */
class Stamp<Box extends ParentNode> {
  readonly #box: Box;
  readonly #blanks: readonly Blank[];
  readonly #lists: readonly HTMLSelectElement[];

  constructor(box: Box, spots: readonly Spot[] = spotsIn(box)) {
    this.#box = box;
    this.#blanks = blanksOf(box, spots);
    this.#lists = chosenIn(box);
  }

  print(filling: Filling): Box {
    write(this.#blanks, filling);
    return copyOf(this.#box, this.#lists);
  }
}

/** A copy without what is silent, which is more than half of what Lit draws. */
function quiet(content: DocumentFragment): DocumentFragment {
  const copy = copyOf(content);
  const all = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
  for (let node = all.nextNode(); node; node = all.nextNode()) if (isSilent(node)) (node as Text).remove();
  return copy;
}

/**
 * Nodes of a drawn tree → nodes of a quiet copy of it, which gets its silent nodes back.
 * Undefined when they are no longer alike.
 */
function twins(drawn: Node, copy: Node, found = new Map<Node, Node>()): typeof found | undefined {
  let twin = copy.firstChild;
  for (const node of drawn.childNodes) {
    if (isSilent(node)) {
      found.set(node, copy.insertBefore(node.cloneNode(), twin));
      continue;
    }
    if (twin?.nodeName !== node.nodeName || !twins(node, twin, found)) return undefined;
    found.set(node, twin);
    twin = twin.nextSibling;
  }
  return twin ? undefined : found;
}

/** What is put into a copy to make it another, by its place in the other mould. */
const parts = new WeakMap<Node, Stamp<DocumentFragment>>();

export class Mould {
  /** as Lit has drawn it */
  readonly #content = document.createDocumentFragment();
  /** as it is copied */
  readonly #model: DocumentFragment;
  readonly #root: Part;
  readonly #spots: readonly Spot[];
  /** a question, element and all */
  readonly #stamp: Stamp<PattoField>;
  readonly #edits = new WeakMap<Mould, Edit>();
  /** can copies be made that may wake? */
  readonly sound: boolean;
  /** some of its words are still on their way */
  readonly lacks: boolean;

  constructor(template: TemplateResult, lacks: () => boolean) {
    this.#root = render(template, this.#content) as unknown as Part;
    this.#model = quiet(this.#content);
    this.#spots = spotsIn(this.#model);
    const field = document.createElement('patto-field');
    field.setAttribute('part', 'field');
    field.append(copyOf(this.#model));
    this.#stamp = new Stamp(field, this.#spots);
    const elements = [...this.#content.querySelectorAll('*')];
    this.sound = overlays(this.#root) && elements.every((each) => !each.localName.includes('-'));
    this.lacks = lacks();
  }

  copy(filling: Filling): PattoField {
    return this.#stamp.print(filling);
  }

  /** Makes a copy of this mould, as it stands in an element, one of another; false: it must be put there anew. */
  become(other: Mould, element: Element, before: Filling, filling: Filling): boolean {
    let edit = this.#edits.get(other);
    if (!edit) this.#edits.set(other, (edit = editOf(this.#model, other.#model)));
    const say = (text: string) => filled(text, filling);
    const fresh = (node: Node) => {
      let part = parts.get(node);
      if (!part) {
        const box = document.createDocumentFragment();
        box.append(node.cloneNode(true));
        parts.set(node, (part = new Stamp(box)));
      }
      return part.print(filling);
    };
    if (!follow(edit, element, fresh, say)) return false;
    const old = before.length === filling.length && this === other ? before : before.slice(0, PROBLEMS);
    if (old.some((text, place) => text !== filling[place])) write(blanksOf(element, other.#spots), filling);
    return true;
  }

  /** Lit takes over a copy that stands in an element; false when something has changed it meanwhile. */
  overlay(element: Element, filling: Filling): boolean {
    const pairs = twins(this.#content, element);
    if (!pairs) return false;
    const own = (value: unknown) => (typeof value === 'string' ? filled(value, filling) : value);
    Reflect.set(element, '_$litPart$', overlay(this.#root, pairs, own));
    return true;
  }
}

/** One field as a copy. */
export class Cast {
  readonly #mould: Mould;
  readonly #filling: Filling;

  constructor(mould: Mould, filling: Filling) {
    this.#mould = mould;
    this.#filling = filling;
  }

  make(): PattoField {
    return this.#mould.copy(this.#filling);
  }

  /** Stands in a field, in place of what it was a copy of before. */
  put(field: Element, before: Cast | undefined): void {
    const [mould, filling] = [this.#mould, this.#filling];
    const done = before && before.#mould.become(mould, field, before.#filling, filling);
    if (!done) field.replaceChildren(...mould.copy(filling).childNodes);
  }

  wake(field: PattoField): void {
    if (this.#mould.overlay(field, this.#filling)) field.draw();
    else anew(field);
  }
}

/** Something else, say a translator, has changed what stood in a field: it is drawn around what is being typed. */
function anew(field: PattoField): void {
  const held = field.querySelector<HTMLInputElement>(':focus');
  field.replaceChildren();
  field.draw();
  const again = held?.id ? field.querySelector<HTMLInputElement>(`#${CSS.escape(held.id)}`) : null;
  again?.focus();
  if (!held || !again || again.value === held.value) return;
  again.value = held.value;
  again.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Events that wake what they reach, before anything else hears of them. */
const rousing = ['focus', 'click', 'input', 'change', 'paste'];
const rouse = (event: Event): void => (event.target as Element).closest?.('patto-field')?.wake();

const nobody = () => undefined;

/** The question with blanks. */
const blanked = (question: Question): Question => ({
  ...question,
  id: blank(0),
  title: blank(1),
  hint: question.hint && blank(2),
  text: question.input.copies === 'text' && question.text ? blank(3) : question.text,
  problems: question.problems.map(({ level }, place) => ({ level, said: blank(PROBLEMS + place) })),
  nested: nobody,
  beside: nobody,
});

const fillingOf = ({ id, title, hint = '', text, problems }: Question): Filling =>
  problems.length ? [id, title, hint, text, ...problems.map(({ said }) => said)] : [id, title, hint, text];

/** Words of a definition that never tell one drawing from another. */
const unseen = new Set(
  'title,description,x-hint,x-placeholder-example,x-show,x-require,x-lock,x-check,x-prefill,x-purpose'.split(
    ',',
  ),
);
/** What of a field's type and schema decides how it is drawn. */
function lookOf({ type, schema }: FieldNode): string {
  let look = type.type;
  for (const word of Object.keys(schema)) {
    if (unseen.has(word)) continue;
    const said = schema[word as keyof typeof schema];
    look += `\n${word} ${typeof said === 'object' ? JSON.stringify(said) : said}`;
  }
  return look;
}

/** Does what is drawn hang on other answers, or on other questions? */
const isLinked = ({ schema }: FieldNode): boolean =>
  Boolean(schema['x-ref'] || schema['x-choices']) || Object.keys(besides(schema)).length > 0;

/** stands for the look of what is linked */
const LINKED = -1;
/** so many ways there are for a look to be plain */
const FLAGS = 16;

/** The moulds of one form, by shape: all that decides what is drawn, but the blanks. */
export class Moulds {
  /** null: seen once, and may never come again; false: cannot be copied */
  readonly #all = new Map<string | number, Mould | false | null>();
  /** looks have numbers, so that shapes are short */
  readonly #looks = new Map<string, number>();
  readonly #looked = new Map<FieldNode, number>();

  /** `tree`: where its fields stand */
  constructor(tree: Node) {
    for (const type of rousing) tree.addEventListener(type, rouse, true);
  }

  /** A copy for a question; undefined: it must be drawn by itself. */
  cast(question: Question): Cast | undefined {
    const mould = this.#for(question);
    if (!mould) return undefined;
    if (mould.lacks) question.store.wanting.add(question.path);
    return new Cast(mould, fillingOf(question));
  }

  #look(node: FieldNode): number {
    let number = this.#looked.get(node);
    if (number === undefined) {
      number = isLinked(node) ? LINKED : this.#number(lookOf(node));
      this.#looked.set(node, number);
    }
    return number;
  }

  #number(look: string): number {
    let number = this.#looks.get(look);
    if (number === undefined) this.#looks.set(look, (number = this.#looks.size));
    return number;
  }

  #for(question: Question): Mould | undefined {
    const { node, input, store, path, raw, text, problems } = question;
    const way = input.copies;
    if (!way || node.value !== undefined || question.help || question.prefilled || problems.length > MOST)
      return undefined;
    const look = this.#look(node);
    if (look === LINKED) return undefined;
    const { required, locked } = store.now;
    const simple = way === 'text' && typeof raw !== 'object';
    const flags =
      (required.has(path) ? 1 : 0) +
      (store.frozen || locked.has(path) ? 2 : 0) +
      (question.hint === undefined ? 0 : 4) +
      (simple && text !== '' ? 8 : 0);
    // most are told apart by a number
    const { translations } = store.outline.definition;
    const plain = !problems.length && !translations && (simple || (raw === undefined && text === ''));
    const shape = plain
      ? look * FLAGS + flags
      : [
          look,
          flags,
          problems.map(({ level }) => level).join(),
          simple ? '' : `${text} ${JSON.stringify(raw)}`,
          translations ? JSON.stringify(store.options(node, path)) : '',
        ].join('\n');
    const known = this.#all.get(shape);
    if (known) return known;
    if (known === false) return undefined;
    // An answer of its own may be the only one of its kind.
    const common = raw === undefined || typeof raw === 'boolean' || way === 'text';
    if (known === undefined && !common) {
      this.#all.set(shape, null);
      return undefined;
    }
    const wanted = () => store.wanting.delete(path);
    wanted();
    const mould =
      plain || String(shape).search(blanks) < 0 ? new Mould(draw(blanked(question)), wanted) : undefined;
    this.#all.set(shape, mould?.sound ? mould : false);
    return mould?.sound ? mould : undefined;
  }

  /** Another language: nothing drawn so far may be copied. */
  clear(): void {
    this.#all.clear();
  }
}
