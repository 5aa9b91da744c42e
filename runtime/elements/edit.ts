// SPDX-License-Identifier: BSD-3-Clause
// The way from one tree to another, found once and gone many times.

/** What to do at a node and its children, in order. Names: of attributes, '' the text itself; null takes away. */
export interface Edit {
  /** what stands there */
  readonly name: string;
  readonly sets: readonly (readonly [name: string, text: string | null])[];
  /** undefined: nothing below is another */
  readonly steps: readonly Step[] | undefined;
}
/** Goes on to a child, puts one in, or takes one out. */
type Step = { readonly keep: Edit } | { readonly put: Node } | { readonly drop: string };

const alike = (one: Node | undefined, other: Node): boolean =>
  one?.nodeName === other.nodeName && (one as Element).id === (other as Element).id;

function setsOf(from: Node, to: Node): Edit['sets'] {
  if (from instanceof Text) return from.data === (to as Text).data ? [] : [['', (to as Text).data]];
  if (!(from instanceof Element) || !(to instanceof Element)) return [];
  const wanted = [...to.attributes].filter(({ name, value }) => from.getAttribute(name) !== value);
  const gone = [...from.attributes].filter(({ name }) => !to.hasAttribute(name));
  return [
    ...wanted.map(({ name, value }) => [name, value] as const),
    ...gone.map(({ name }) => [name, null] as const),
  ];
}

export function editOf(from: Node, to: Node): Edit {
  const [before, after] = [[...from.childNodes], [...to.childNodes]];
  const steps: Step[] = [];
  for (const [place, child] of after.entries()) {
    while (before[0] && !after.slice(place).some((each) => alike(before[0], each)))
      steps.push({ drop: before.shift()!.nodeName });
    if (alike(before[0], child)) steps.push({ keep: editOf(before.shift()!, child) });
    else steps.push({ put: child });
  }
  steps.push(...before.map(({ nodeName }) => ({ drop: nodeName })));
  const same = steps.every((step) => 'keep' in step && !step.keep.sets.length && !step.keep.steps);
  return { name: from.nodeName, sets: setsOf(from, to), steps: same ? undefined : steps };
}

/** Does it; `fresh` makes what is put in, `say` what is written. False when it met something else on the way. */
export function follow(
  edit: Edit,
  node: Node,
  fresh: (model: Node) => Node,
  say: (text: string) => string,
): boolean {
  for (const [name, text] of edit.sets) {
    if (text === null) (node as Element).removeAttribute(name);
    else if (name === '') (node as Text).data = say(text);
    else (node as Element).setAttribute(name, say(text));
  }
  if (!edit.steps) return true;
  let here = node.firstChild;
  for (const step of edit.steps) {
    if ('put' in step) {
      node.insertBefore(fresh(step.put), here);
      continue;
    }
    const next: ChildNode | null = here?.nextSibling ?? null;
    if (here?.nodeName !== ('keep' in step ? step.keep.name : step.drop)) return false;
    if ('drop' in step) here.remove();
    else if (!follow(step.keep, here, fresh, say)) return false;
    here = next;
  }
  return here === null;
}
