// SPDX-License-Identifier: AGPL-3.0-or-later
// The shared cases on the screen: a person does the steps and reads what comes of them.
import { assert } from 'chai';
import type { Engine, Settled } from '../../../runtime/engine/contract.ts';
import { loadEngine } from '../../../runtime/engine/load.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import { inWords as worded } from '../../../runtime/elements/in-words.ts';
import { type Case, contextOf, definitionOf, type Group, settledAfter } from '../engine/cases.ts';
import { close, show, until } from './forms.ts';
import { act, look, seen } from './person.ts';

/** The cases as they are served, and an engine to hold them against. */
export const shared = async (): Promise<{ groups: Group[]; engine: Engine }> => ({
  groups: (await (await fetch('/shared-cases.json')).json()) as Group[],
  engine: await loadEngine((source) => new RegExp(source, 'u')),
});

const { groups, engine } = await shared();
const sorted = (list: Iterable<string>): string[] => [...list].sort();

/** Every third group from a place on; in Firefox, which draws the same elements and takes its time, every twelfth. */
export function screen(part: 0 | 1 | 2): void {
  const few = navigator.userAgent.includes('Firefox') ? 4 : 1;
  describe(`shared cases: the screen, part ${part + 1}`, () => {
    afterEach(close);
    for (const [place, group] of groups.entries()) {
      if (place % (3 * few) !== part) continue;
      describe(group.group, () => {
        for (const each of group.cases) it(each.about, () => onScreen(group, each));
      });
    }
  });
}

async function onScreen(group: Group, each: Case): Promise<void> {
  const definition = definitionOf(group);
  const context = contextOf(group, each);
  const outline = walk(definition, engine);
  const settled = settledAfter(outline, each, context);
  const form = await show({ definition, context, value: each.answers, bare: true });
  for (const step of each.steps ?? []) await act(form, step);
  const asked = drawn(each.shown ?? settled.shown, form.store!.outline.byPointer);
  await until(() => JSON.stringify(sorted(seen(form))) === JSON.stringify(asked)).catch(() => undefined);
  assert.deepEqual(sorted(seen(form)), asked, 'shown');

  await form.validate();
  const problems = byField(each.problems ?? [], (path) => form.store!.node(path) !== undefined);
  // What other answers leave no room for is parked though its question is shown: the question says so.
  for (const path of settled.hidden.keys())
    if (asked.includes(path))
      problems.set(path, [...(problems.get(path) ?? []), { code: 'outgrown', warning: true }]);
  if (each.problems)
    await until(() => asked.every((path) => told(form, path) === (problems.get(path)?.length ?? 0))).catch(
      () => undefined,
    );
  const required = new Set(each.required ?? settled.required);
  const locked = new Set(each.locked ?? settled.locked);
  for (const path of asked) {
    const node = form.store!.node(path)!;
    const at = look(form, path);
    if (node.value === undefined) assert.equal(at.required, required.has(path), `required ${path}`);
    if (at.locked !== undefined && !node.type.nests)
      assert.equal(at.locked, locked.has(path), `locked ${path}`);
    assert.equal(at.output !== undefined, node.value !== undefined, `computed ${path}`);
    if (node.value !== undefined)
      assert.equal(at.output, inWords(form, path, each, settled), `value ${path}`);
    if (each.problems) sentences(at, problems.get(path) ?? [], path);
  }
  if (each.outcome) await explained(form, each.outcome as { row: number; reason: string });
}

/** «Come si arriva a questo esito» tells the rule that decided, or that none did. */
async function explained(
  form: Awaited<ReturnType<typeof show>>,
  { row, reason }: { row: number; reason: string },
): Promise<void> {
  const parts = (selector: string) => [...form.shadowRoot!.querySelectorAll(`patto-trace ${selector}`)];
  await until(() => parts('summary').length > 0);
  (parts('summary')[0] as HTMLElement).click();
  await until(() => parts('details[open] .rule').length > 0);
  assert.equal(parts('.rule.held').length, row < 0 ? 0 : 1, 'rules that hold');
  assert.include(parts(row < 0 ? 'details' : '.rule.held')[0]!.textContent, reason, 'reason');
}

const told = (form: Awaited<ReturnType<typeof show>>, path: string): number => {
  const { errors, warnings } = look(form, path);
  return errors.length + warnings.length;
};

/** Pointers of questions that are drawn: layout nodes and working values are not. */
function drawn(
  shown: Iterable<string>,
  fields: ReadonlyMap<string, { readonly schema: { readonly 'x-drawn'?: boolean } }>,
): string[] {
  const star = (path: string): string => path.replace(/\/\d+(?=\/|$)/g, '/*');
  return sorted(shown).filter((path) => {
    const field = fields.get(star(path));
    return field !== undefined && field.schema['x-drawn'] !== false;
  });
}

interface Wanted {
  readonly code: string;
  readonly warning: boolean;
}
/** Problems at the question that says them: those of a row or an item at the question that holds it. */
function byField(problems: readonly string[], isField: (path: string) => boolean): Map<string, Wanted[]> {
  const out = new Map<string, Wanted[]>();
  for (const problem of problems) {
    const [code = '', at = '', level] = problem.split(' ');
    let path = at;
    while (path !== '' && !isField(path)) path = path.slice(0, path.lastIndexOf('/'));
    out.set(path, [...(out.get(path) ?? []), { code, warning: level === 'warning' }]);
  }
  return out;
}

function sentences(at: ReturnType<typeof look>, wanted: readonly Wanted[], path: string): void {
  assert.lengthOf(
    at.errors,
    wanted.filter((each) => !each.warning).length,
    `errors ${path}: ${at.errors.join(' | ')}`,
  );
  assert.lengthOf(at.warnings, wanted.filter((each) => each.warning).length, `warnings ${path}`);
  for (const sentence of [...at.errors, ...at.warnings])
    assert.match(sentence, /^[^{}]+$/, `sentence ${path}`);
}

/** A computed value as the screen says it. */
function inWords(form: Awaited<ReturnType<typeof show>>, path: string, each: Case, settled: Settled): string {
  const store = form.store!;
  const value =
    each.computed && path in each.computed ? each.computed[path] : settled.computed.get(path)?.value;
  return value === undefined || value === null
    ? store.sayings.say('notYet')
    : worded(store, store.node(path)!, value, path).replaceAll(/\s+/g, ' ').trim();
}
