// SPDX-License-Identifier: AGPL-3.0-or-later
// A draft on paper for the family, before anybody signs: every page says that it is one. It is kept as it was printed,
// so that the next one can tell what is different.
import type { Case, Submission, Version } from '../../../schemas/types.ts';
import { roleIn } from '../../authorize.ts';
import { baseOf } from '../../base.ts';
import { digest, newId } from '../../clock.ts';
import { buildContext } from '../../context.ts';
import type { Deps, PaperWork } from '../../deps.ts';
import { refusal } from '../../keep.ts';
import { same } from '../../../runtime/engine/pointer.ts';
import { oneAtATime } from '../../mutexes.ts';
import { copiesOf, submissionsOf } from '../../pact/facts.ts';
import { pactInForce } from '../../pact/in-force.ts';
import { pactLifeOf } from '../../pact/life.ts';
import { refuse, type Locale, type Refusal } from '../../problems.ts';
import { versionId, type KeptCopy, type KeptDraft } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { changeCase, withEvent } from '../cases/change-case.ts';
import { templateInUse } from '../definitions/templates.ts';

type Copied = { readonly ok: true; readonly value: Kept<KeptCopy>; readonly again: boolean } | Refusal;

const noCode = '0000-0000-0000';

/** Prints a draft for the family; asked again while nothing has changed, it gives the copy that there is. */
export function copyDraft(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  draft: Kept<KeptDraft>,
  locale: Locale,
): Promise<Copied> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const { definition, version: number } = draft.value;
  return oneAtATime.alone(`${scope.district} copy ${kase.id} ${definition}`, async () => {
    const paper = paperOf(deps, scope.district, definition);
    const district = deps.catalogue.districts.get(scope.district);
    const version = await deps.store.get<Version>(scope, 'versions', versionId(definition, number));
    if (!paper || !district || !version) return refuse('not-found', {}, '/kind');
    const context = await buildContext(deps, {
      scope,
      version: version.value,
      case: kase,
      role: roleIn(person, kase.value),
      locale,
      answers: draft.value.answers,
    });
    const outline = deps.forms.outline(version.value);
    const { answers } = deps.forms.settle(outline, draft.value.answers, context);
    const earlier = await sinceSubmitted(deps, scope, kase.id, definition);
    const last = earlier.at(-1);
    if (last && last.value.draft === draft.id && same(last.value.answers, answers))
      return { ok: true, value: last, again: true };
    const at = deps.clock.instant();
    const place = (last?.value.number ?? 0) + 1;
    const measure = deps.catalogue.measures.get(kase.value.measure);
    const template = await templateInUse(deps, scope, paper.kind);
    const { name, profile } = person.account.value;
    const first = earlier[0]?.value;
    const printed = await deps.papers.issue({
      district,
      case: kase.value,
      submission: { answers, context } as Submission,
      version: version.value,
      context,
      kind: paper.kind,
      copy: 'family',
      number: `BOZZA ${place}`,
      revision: place,
      code: noCode,
      verifyAt: `${baseOf(deps)}/verify#${noCode}`,
      issuedAt: at,
      issuedBy: { name, profile },
      ...(await inForceBefore(deps, scope, kase)),
      ...(first
        ? { since: { answers: first.answers, context: first.context, number: first.number, at: first.at } }
        : {}),
      measureName: measure?.name ?? kase.value.measure,
      pactName: measure?.pactName ?? version.value.title,
      ...(template ? { template } : {}),
      unsigned: true,
    });
    if (!printed.ok) return printed;
    const { bytes } = printed.value;
    const id = newId();
    const blob = `${id}.copy.pdf`;
    const put = await deps.store.putBytes(scope, blob, bytes);
    if (!put.ok) return refusal(put);
    const sha256 = digest(bytes);
    const value: KeptCopy = {
      case: kase.id,
      definition,
      version: number,
      draft: draft.id,
      number: place,
      answers,
      context,
      at,
      by: scope.actor,
      sha256,
      blob,
    };
    const done = await changeCase(
      deps,
      scope,
      kase.id,
      { action: 'draft.copy', object: draft.id, hash: sha256 },
      (before) => ({
        value: withEvent(before, { at, by: scope.actor, what: 'copied', definition, note: `n. ${place}` }),
        writes: [{ do: 'create', collection: 'copies', id, value }],
      }),
    );
    if (!done.ok) return done;
    const kept = await deps.store.get<KeptCopy>(scope, 'copies', id);
    return kept ? { ok: true, value: kept, again: false } : refuse('not-found');
  });
}

/** The kind of document for the family that the district makes of a definition. */
function paperOf(deps: Pick<Deps, 'catalogue' | 'papers'>, district: string, definition: string) {
  const made = (deps.catalogue.districts.get(district)?.phases ?? [])
    .flatMap(({ documents }) => documents ?? [])
    .filter((one) => one.definition === definition)
    .map(({ kind }) => kind);
  return deps.papers.kinds.find(({ kind, act, versions }) => act === 'family' && versions && made.includes(kind)); // prettier-ignore
}

/** Copies of what has been written since the definition was last submitted, oldest first. */
async function sinceSubmitted(deps: Deps, scope: Scope, kase: string, definition: string) {
  const [copies, given] = await Promise.all([
    copiesOf(deps, scope, kase, definition),
    submissionsOf(deps, scope, kase, definition),
  ]);
  const submittedAt = given.at(-1)?.value.submittedAt ?? '';
  return copies.filter(({ value }) => value.at > submittedAt);
}

/** What the version in force says. */
async function inForceBefore(deps: Deps, scope: Scope, kase: Kept<Case>): Promise<Pick<PaperWork, 'before'>> {
  const life = pactLifeOf(deps.catalogue, scope.district, kase.value.measure);
  const inForce = life && (await pactInForce(deps, scope, kase.id, life));
  if (!inForce) return {};
  const { answers, context } = inForce.submission.value;
  const { revision, issuedAt } = inForce.document.value;
  return { before: { answers, context, revision, issuedAt } };
}
