// SPDX-License-Identifier: AGPL-3.0-or-later
// Answers that arrive: the server settles them itself, asks engine and closed schema, and trusts nothing computed.
import type { Settled } from '../../../runtime/engine/contract.ts';
import { at as valueAt, same, star } from '../../../runtime/engine/pointer.ts';
import type { Problem } from '../../../runtime/problem.ts';
import type { Answers, Context, Submission, Trace, Version } from '../../../schemas/types.ts';
import type { Deps } from '../../deps.ts';
import { withWholeLists } from '../../lists.ts';
import { locksThatHeld } from '../../locks.ts';
import type { Refusal } from '../../problems.ts';
import { withStored } from '../../visible.ts';

export interface Received {
  readonly ok: true;
  readonly settled: Settled;
  /** pointers of computed values that arrived different */
  readonly differences: readonly string[];
  /** how the outcome came about */
  readonly trace: Trace | undefined;
}

/** `stored`: what the draft held, for parts that the role may not see and answers that are locked. */
export async function receive(
  deps: Deps,
  district: string,
  version: Version,
  sent: Answers,
  context: Context,
  stored?: Answers,
): Promise<Received | Refusal> {
  const outline = deps.forms.outline(version);
  const whole = withStored(outline, sent, stored ?? {}, context.role);
  const judged = withWholeLists(deps, district, context);
  const settled = deps.forms.settle(outline, whole, judged);
  // What is put aside though its question is shown is a choice that the other answers leave no room for.
  const hidden = [...settled.hidden.keys()].map((at): Problem => ({
    code: settled.shown.has(at) ? 'not-a-choice' : 'hidden',
    at,
    params: {},
    level: 'error',
  }));
  const checked = deps.forms.check(outline, settled, judged, stored).filter(({ level }) => level === 'error');
  const problems = [...hidden, ...locksThatHeld(deps, outline, checked, settled, stored, judged)];
  // Their sentences name the question.
  const named = problems.map((each) => {
    const title = outline.byPointer.get(star(each.at))?.schema.title ?? each.at.split('/').at(-1) ?? '';
    return { ...each, params: { title, ...each.params } };
  });
  if (named.length > 0) return refused('answers-refused', named);
  if (!(await deps.publishing.accepts(district, version, settled.answers))) {
    deps.log('checks-disagree', { definition: version.definition, version: version.number });
    return refused('checks-disagree', []);
  }
  const differences = [...settled.computed.keys()].filter((at) => {
    const before = valueAt(whole, at);
    return before !== undefined && !same(before, valueAt(settled.answers, at));
  });
  return { ok: true, settled, differences, trace: deps.forms.trace(outline, settled, judged) };
}

/** A refusal that names each place. */
export const refused = (code: string, problems: readonly Problem[]): Refusal => ({
  ok: false,
  problem: { code, at: problems[0]?.at ?? '', params: { count: problems.length }, level: 'error' },
  problems,
});

/** The outcome of settled answers as a submission keeps it, and how it came about. */
export function outcomeOf({ settled, trace }: Received): Pick<Submission, 'outcome' | 'trace'> {
  const traced = trace ? { trace } : {};
  if (!settled.outcome) return traced;
  const { suggested, row, reason } = settled.outcome;
  return { outcome: { row, reason, ...(suggested === undefined ? {} : { suggested }) }, ...traced };
}
