// SPDX-License-Identifier: AGPL-3.0-or-later
// The data of a district changed by its administrators: judged as a whole before anything is kept.
import { matrix } from '../../access.ts';
import type { District } from '../../../schemas/types.ts';
import type { Deps } from '../../deps.ts';
import { isDay } from '../../calendar.ts';
import { keep, refusal } from '../../keep.ts';
import { oneAtATime } from '../../mutexes.ts';
import { districtAsItCame, putChanges } from '../../own-district.ts';
import { listRows } from '../../lists.ts';
import { refuse, type Locale, type Refusal } from '../../problems.ts';
import type { KeptDistrict } from '../../records.ts';
import { inheritedLife } from '../../pact/life.ts';
import type { Scope } from '../../storage/contract.ts';
import { allDefinitions, titleOf } from './definitions.ts';

/** Among the states that one may follow, for a form: an answer cannot be empty. */
const noneYet = 'nessuno';

type Changes = { readonly [property: string]: unknown };

/** The district with the lists that its own forms choose from: measures, parameters, forms, kinds of document, roles. */
export async function districtData(deps: Deps, scope: Scope, locale: Locale) {
  const district = deps.catalogue.districts.get(scope.district);
  if (!district) return undefined;
  const kept = await deps.store.get<KeptDistrict>(scope, 'districts', scope.district);
  const definitions = await allDefinitions(deps, scope);
  const measures = [...deps.catalogue.measures.values()];
  const keys = new Map(
    measures.flatMap(({ parameters }) => parameters.map(({ key, title }) => [key, title])),
  );
  const inherited = inheritedLife(deps.catalogue, district.measures[0]);
  const states = district.pact?.states ?? inherited?.states ?? [];
  const before = locale === 'en' ? 'No pact yet' : 'Nessun patto ancora';
  return {
    rev: kept?.rev ?? 0,
    district,
    ...(inherited ? { inherited } : {}),
    changed: Object.keys(kept?.value.changes ?? {}),
    lists: {
      comuni: district.comuni.map(({ id, name: title }) => ({ id, title })),
      misure: measures.map(({ id, name: title }) => ({ id, title })),
      parametri: [...keys].map(([id, title]) => ({ id, title })),
      moduli: definitions.map(({ id, value }) => ({ id, title: titleOf(value.definition) })),
      documenti: deps.papers.kinds.map(({ kind: id, words }) => ({ id, title: words[locale] })),
      'stati-patto': [
        { id: noneYet, title: before },
        ...states.map(({ id, title, title_en: english }) => ({
          id,
          title: locale === 'en' ? (english ?? title) : title,
        })),
      ],
      percorsi: listRows(deps, scope.district, 'percorsi') ?? [],
    },
  };
}

/** `changes`: new values of whole properties; null takes a change back. `rev` 0: none was made yet. */
export function saveDistrict(
  deps: Deps,
  scope: Scope,
  rev: number,
  changes: Changes,
): Promise<{ readonly ok: true; readonly rev: number } | Refusal> {
  const { district: id } = scope;
  return oneAtATime.alone(`${id} district`, async () => {
    // Who works is said by accounts; these are of the demonstration alone.
    const other = ['staff', 'demonstration'].find((one) => Object.hasOwn(changes, one));
    if (other !== undefined) return refuse('district-shape', { detail: other }, `/${other}`);
    const came = districtAsItCame(deps.catalogue, id);
    if (!came) return refuse('not-found');
    const kept = await deps.store.get<KeptDistrict>(scope, 'districts', id);
    if ((kept?.rev ?? 0) !== rev) return refuse('conflict', { rev: kept?.rev ?? 0 });
    const all: Changes = { ...kept?.value.changes, ...changes };
    const own = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
    const next = { ...came, ...own, id } as District;
    const shape = deps.catalogue.check('district', next);
    if (shape) return refuse('district-shape', { detail: shape.detail }, shape.at);
    const kinds = deps.papers.kinds.map(({ kind }) => kind);
    const forms = new Set(deps.catalogue.definitions(id).keys());
    for (const one of await allDefinitions(deps, scope)) forms.add(one.id);
    const wrong =
      wrongDistrict(deps, next, kinds) ?? unknownForm(next, forms) ?? (await stillUsed(deps, scope, next));
    if (wrong) return wrong;
    const value: KeptDistrict = { changes: own as Partial<District>, by: scope.actor };
    const done = await keep(deps, scope, { action: 'district.save', object: id, rev: rev + 1 }, [
      rev === 0
        ? { do: 'create', collection: 'districts', id, value }
        : { do: 'replace', collection: 'districts', id, value, rev },
    ]);
    if (!done.ok) return refusal(done);
    putChanges(deps.catalogue, id, value.changes);
    return { ok: true, rev: rev + 1 };
  });
}

/** What the shape alone does not say: every name means something, and no two mean the same. `kinds`: of document. */
export function wrongDistrict(
  deps: Pick<Deps, 'catalogue'>,
  next: District,
  kinds: readonly string[],
): Refusal | undefined {
  const { comuni, offices, phases, measures, lead, numbering, queues = [], routing, holidays = [] } = next;
  if (comuni.length === 0) return refuse('district-no-comune', {}, '/comuni');
  for (const [property, rows] of Object.entries({ comuni, offices, phases, queues }))
    for (const [place, { id }] of rows.entries())
      if (rows.findIndex((row) => row.id === id) !== place)
        return refuse('district-twice', { id }, `/${property}/${place}`);
  const known = new Set(comuni.map(({ id }) => id));
  if (lead !== undefined && !known.has(lead)) return refuse('unknown-comune', { id: lead }, '/lead');
  for (const [place, { comune }] of offices.entries())
    if (!known.has(comune)) return refuse('unknown-comune', { id: comune }, `/offices/${place}/comune`);
  for (const [place, { name, hours = [] }] of offices.entries())
    if (hours.some(({ from, to }) => from >= to))
      return refuse('district-hours', { name }, `/offices/${place}/hours`);
  for (const [place, measure] of measures.entries())
    if (!deps.catalogue.measures.has(measure))
      return refuse('unknown-measure', { id: measure }, `/measures/${place}`);
  for (const [place, { documents = [] }] of phases.entries())
    for (const [at, { kind, roles = [] }] of documents.entries()) {
      const where = `/phases/${place}/documents/${at}`;
      if (!kinds.includes(kind)) return refuse('district-kind', { kind }, `${where}/kind`);
      const role = roles.find((one) => !Object.hasOwn(matrix, one));
      if (role !== undefined) return refuse('district-role', { role }, `${where}/roles`);
    }
  for (const [place, { exit = [] }] of phases.entries())
    for (const [at, { must, says }] of exit.entries())
      if (deps.catalogue.check('condition', must))
        return refuse('district-rule', { says }, `/phases/${place}/exit/${at}`);
  const pact = wrongInPact(deps, next);
  if (pact) return pact;
  for (const [place, day] of holidays.entries())
    if (!isDay(day)) return refuse('not-a-day', {}, `/holidays/${place}`);
  const waiting = new Set(queues.map(({ id }) => id));
  for (const [outcome, queue] of Object.entries(routing?.queues ?? {}))
    if (!waiting.has(queue)) return refuse('district-queue', { queue }, `/routing/queues/${outcome}`);
  for (const [what, mask] of Object.entries(numbering))
    // Counters begin again each year: without the year the same number would come twice.
    if (!/\{PROGR(:[1-9])?\}/.test(mask) || !mask.includes('{ANNO}'))
      return refuse('district-mask', { mask }, `/numbering/${what}`);
  return undefined;
}

/** Of the life of pacts: states and proposals that mean something, each once. */
function wrongInPact({ catalogue }: Pick<Deps, 'catalogue'>, { pact = {} }: District): Refusal | undefined {
  const { states = [], proposals = [] } = pact;
  for (const [property, rows] of Object.entries({ states, proposals }))
    for (const [place, { id }] of rows.entries())
      if (rows.findIndex((row) => row.id === id) !== place)
        return refuse('district-twice', { id }, `/pact/${property}/${place}`);
  const known = new Set(['', ...states.map(({ id }) => id)]);
  for (const [place, { after = [] }] of states.entries()) {
    const unknown = after.find((id) => !known.has(id));
    if (unknown !== undefined)
      return refuse('district-state', { id: unknown }, `/pact/states/${place}/after`);
  }
  for (const [place, { need, when, each }] of proposals.entries())
    for (const rule of [when, each?.where])
      if (rule && catalogue.check('condition', ofAForm(rule)))
        return refuse('district-rule', { says: need }, `/pact/proposals/${place}`);
  return undefined;
}

/** A condition over the case, as the grammar of conditions over a form's own answers knows it. */
const ofAForm = (rule: object): unknown => JSON.parse(JSON.stringify(rule).replaceAll('"case:/', '"/'));

/** A form that a phase names and nobody has. */
export function unknownForm({ phases }: District, forms: ReadonlySet<string>): Refusal | undefined {
  for (const [place, { definitions, documents = [] }] of phases.entries())
    for (const form of [...definitions, ...documents.map(({ definition }) => definition)])
      if (!forms.has(form)) return refuse('folder-no-form', { id: form }, `/phases/${place}`);
  return undefined;
}

const places: { readonly [field: string]: string } = {
  comune: '/comuni',
  measure: '/measures',
  queue: '/queues',
};

/** A comune, a measure or a queue that there are cases of cannot go: they would be in no list any more. */
export async function stillUsed(
  deps: Pick<Deps, 'catalogue' | 'store'>,
  scope: Scope,
  next: District,
): Promise<Refusal | undefined> {
  const before = deps.catalogue.districts.get(scope.district);
  const gone = {
    comune: before?.comuni.filter(({ id }) => !next.comuni.some((one) => one.id === id)) ?? [],
    measure:
      before?.measures.filter((id) => !next.measures.includes(id)).map((id) => ({ id, name: id })) ?? [],
    queue:
      before?.queues
        ?.filter(({ id }) => !next.queues?.some((one) => one.id === id))
        .map(({ id, title }) => ({ id, name: title })) ?? [],
  };
  for (const [field, rows] of Object.entries(gone))
    for (const { id, name } of rows) {
      const still = field === 'queue' ? { closed: null } : {};
      const cases = await deps.store.list(scope, 'cases', { where: { [field]: id, ...still }, limit: 1 });
      const open = { where: { [field]: id, case: null }, limit: 1 };
      const requests = field === 'queue' ? undefined : await deps.store.list(scope, 'requests', open);
      const total = cases.total + (requests?.total ?? 0);
      if (total > 0) return refuse('district-in-use', { name, cases: total }, places[field]);
    }
  return undefined;
}
