// SPDX-License-Identifier: AGPL-3.0-or-later
// Every document that the sample families have answers for, as work for the press: kinds, definitions and families come
// from the lists of the project, none is named here.
import { createHash } from 'node:crypto';
import { answerSchema } from '../../runtime/engine/answer-schema.ts';
import type { Case, Definition, District, Submission, Version } from '../../schemas/types.ts';
import { tellCase } from '../../server/actions/cases/tell-case.ts';
import { readData, realForms } from '../../server/assemble.ts';
import type { Catalogue } from '../../server/catalogue.ts';
import { createClock } from '../../server/clock.ts';
import { buildContext } from '../../server/context.ts';
import type { Deps, Forms, Papers, PaperWork } from '../../server/deps.ts';
import { listRows } from '../../server/lists.ts';
import { versionId } from '../../server/records.ts';
import type { SampleFamily } from '../../server/sample-families.ts';
import { createMemoryStore } from '../../server/storage/memory.ts';
import type { Store } from '../../server/storage/contract.ts';
import { actCopy } from '../../templates/contract.ts';
import { documentKinds } from '../../templates/index.ts';
import { caseReportKinds, reportKinds } from '../../templates/report-kinds.ts';
import { mandatory } from '../fixtures/documents/mandatory.ts';
import * as contents from '../fixtures/documents/reports.ts';

/** One document: of a family, or of the district. */
export interface Wanted {
  readonly district: District;
  /** id of the family; `ambito`: of the district */
  readonly family: string;
  readonly kind: string;
  readonly definition: string;
  readonly head: Pick<PaperWork, 'number' | 'revision' | 'code' | 'issuedAt' | 'issuedBy'>;
  /** whether answers can be let into its file (PDF/A-3a) */
  readonly carries: boolean;
  /** a form to fill in by hand: in no register, nobody signs it in the file, nothing seals it */
  readonly blank?: true;
  print(papers: Papers, district: District): ReturnType<Papers['issue']>;
  /** of what a family takes home: how hard it is to read */
  read?(papers: Papers): ReturnType<Papers['reading']>;
}

const staffOf = (district: District, roles: readonly string[]) =>
  district.staff?.find((one) => one.roles.some((role) => roles.includes(role))) ?? district.staff?.[0];

/** Newest definition of a district as a version that nobody compiled: what papers read of it. */
function versionOf(forms: Forms, definition: Definition): Version {
  const hash = createHash('sha256').update(JSON.stringify(definition)).digest('hex');
  const outline = forms.outline({ source: definition, hash });
  return {
    definition: definition.id,
    number: 1,
    hash,
    title: definition.title,
    kind: definition.kind,
    source: definition,
    ...answerSchema(outline),
    engineOnly: [],
    publishedAt: '2026-01-01T08:00:00Z',
    publishedBy: 'system',
    changes: [],
  } as unknown as Version;
}

export interface Sources {
  readonly catalogue: Catalogue;
  readonly forms: Forms;
}
export const readSources = async (data: string): Promise<Sources> => ({
  catalogue: await readData({ data, demo: true }),
  forms: await realForms(),
});

/** What no sample family has come to, one of them tells here: its case is not changed by it. */
function invented({ id }: SampleFamily, told: ReadonlySet<string>): SampleFamily['submissions'] {
  const day = '2026-03-02';
  return mandatory.flatMap(({ family, definition, changes: answers }) =>
    family === id && answers && !told.has(definition) ? [{ definition, day, answers }] : [],
  );
}

/** The case of a family as its submissions make it, one after the other; then each paper that a phase prints of them. */
async function* ofFamily(
  { catalogue, forms }: Sources,
  district: District,
  family: SampleFamily,
  told: ReadonlySet<string>,
): AsyncGenerator<Wanted> {
  const definitions = catalogue.definitions(district.id);
  const store: Store = createMemoryStore();
  const roles = ['case-manager'];
  const actor = staffOf(district, roles);
  const scope = { district: district.id, actor: actor?.id ?? 'system' };
  let kase: Case = {
    number: `2026/${family.comune.slice(0, 3).toUpperCase()}/00001`,
    measure: family.measure,
    comune: family.comune,
    state: 'nuova',
    name: family.title,
    household: [],
    dates: {},
    facts: {},
    assigned: [],
    openedAt: '2026-01-02T08:00:00Z',
    openedBy: scope.actor,
    timeline: [],
  };
  const sent: { readonly submission: Submission; readonly version: Version; readonly day: string }[] = [];
  const all = [...family.submissions, ...invented(family, told)];
  for (const { definition: id, day, answers: given } of all) {
    const definition = definitions.get(id);
    if (!definition) throw new Error(`${district.id}/${family.id}: no definition ${id}`);
    const version = versionOf(forms, definition);
    await store.create(scope, 'versions', versionId(id, 1), version);
    const clock = createClock(day, () => Date.parse(`${day}T09:40:00Z`));
    const deps = { store, catalogue, forms, clock } as unknown as Deps;
    const context = await buildContext(deps, {
      scope,
      version,
      case: { id: 'case', value: kase },
      role: roles[0]!,
      locale: 'it',
      answers: given,
    });
    const outline = forms.outline(version);
    const { answers } = forms.settle(outline, given, context);
    const submission = {
      definition: id,
      version: 1,
      case: 'case',
      answers,
      context,
      submittedAt: `${day}T09:40:00Z`,
      submittedBy: scope.actor,
      receipt: '2026-00001',
    } as unknown as Submission;
    const key = `s${sent.length}`;
    await store.create(scope, 'submissions', key, submission);
    sent.push({ submission, version, day });
    if (!told.has(id)) continue;
    kase = tellCase(kase, {
      definition,
      answers,
      submission: key,
      from: day,
      text: (pointer) => forms.text(outline, pointer, answers, context),
      sensitivity: (pointer) => outline.byPointer.get(pointer)?.schema['x-sensitivity'],
    });
  }
  const measure = catalogue.measures.get(kase.measure);
  const papers = district.phases.flatMap(({ documents, rights }) =>
    // Reserved papers are the family worker's.
    (documents ?? []).map((one) => ({ may: rights === 'reserved' ? ['family-worker'] : roles, ...one })),
  );
  let number = 0;
  for (const { kind, definition, may, roles: named } of papers) {
    const printed = documentKinds.find((one) => one.kind === kind);
    if (!printed) continue;
    for (const { submission, version, day } of sent.filter(
      (one) => one.submission.definition === definition,
    )) {
      number += 1;
      const by = staffOf(district, named ?? may);
      const code = `TEST-${family.id.toUpperCase().slice(0, 4).padEnd(4, 'X')}-${String(number).padStart(4, '0')}`;
      const head = {
        number: `PROVA-2026-${String(number).padStart(5, '0')}`,
        revision: 1,
        code,
        issuedAt: `${day}T09:40:00Z`,
        issuedBy: { name: by?.name ?? 'Ufficio', profile: by?.profile ?? '' },
      };
      const work = {
        ...head,
        case: kase,
        submission,
        version,
        context: submission.context,
        kind,
        copy: 'family' as const,
        // Who may issue it reads it, too.
        ...(may?.[0] ? { role: may[0] } : {}),
        verifyAt: `https://patto.${district.id}.example/verify#${code}`,
        measureName: measure?.name ?? kase.measure,
        pactName: measure?.pactName ?? version.title,
      };
      const fields = Object.keys(version.source.schema.properties ?? {}).map((key) => `/${key}`);
      yield {
        district,
        family: family.id,
        kind,
        definition,
        head,
        // What is for offices alone carries no data.
        carries: actCopy(printed) === 'family',
        ...(actCopy(printed) === 'family' ? { read: (press) => press.reading({ ...work, district }) } : {}),
        print: (press, own) => press.issue({ ...work, district: lets(own, kind, fields) }),
      };
    }
  }
}

/** Where the district lets something into its files, all answers of this kind. */
const lets = (district: District, kind: string, fields: string[]): District =>
  district.archive ? { ...district, archive: { [kind]: { fields } } } : district;

/** Every form of the district to fill in by hand, for whoever its phase is for. */
function* blanksOf({ catalogue, forms }: Sources, district: District): Generator<Wanted> {
  const reserved = new Set(
    district.phases.flatMap(({ rights, definitions }) => (rights === 'reserved' ? definitions : [])),
  );
  const list = (name: string) => listRows({ catalogue }, district.id, name);
  let number = 0;
  for (const [id, definition] of catalogue.definitions(district.id)) {
    // A table that only reads the case asks nothing of anybody.
    const asks = Object.values(definition.schema.properties ?? {}).some(
      (one) => one['x-value'] === undefined,
    );
    if (!asks) continue;
    number += 1;
    const { hash } = versionOf(forms, definition);
    const at = '2026-01-12T08:00:00Z';
    yield {
      district,
      family: 'ambito',
      kind: 'blank-form',
      definition: id,
      head: {
        number: `MODULO-${String(number).padStart(2, '0')}`,
        revision: 1,
        code: `${id}@1`,
        issuedAt: at,
        issuedBy: { name: '', profile: '' },
      },
      carries: false,
      blank: true,
      async print(press, own) {
        const role = reserved.has(id) ? 'family-worker' : 'case-manager';
        const made = await press.blank({ district: own, definition, number: 1, hash, at, role, list });
        if (!made.ok) return made;
        const template = { id: 'blank-form', hash: '' };
        return { ok: true, value: { bytes: made.bytes, contentHash: hash, template, signers: [] } };
      },
    };
  }
}

/** Documents of the district, and those of a case that print no submission: what they say is invented beside them. */
function* ofDistrict(district: District): Generator<Wanted> {
  const said = contents as unknown as { readonly [name: string]: unknown };
  const by = staffOf(district, ['coordinator']);
  for (const [at, { kind }] of [...reportKinds, ...caseReportKinds].entries()) {
    const content = said[kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
    if (content === undefined) throw new Error(`nothing is invented for ${kind}`);
    const code = `TEST-AMBI-${String(at + 1).padStart(4, '0')}`;
    const head = {
      number: `PROVA-2026-${String(at + 1).padStart(5, '0')}`,
      revision: 1,
      code,
      issuedAt: '2026-03-02T09:40:00Z',
      issuedBy: { name: by?.name ?? 'Ufficio', profile: by?.profile ?? '' },
    };
    const verifyAt = `https://patto.${district.id}.example/verify#${code}`;
    yield {
      district,
      family: 'ambito',
      kind,
      definition: 'registro',
      head,
      carries: false,
      print: (press) => press.report({ ...head, district, kind, verifyAt, content }),
    };
  }
}

/** All of them, family by family, then those of the districts that have families. */
export async function* wantedOf(sources: Sources): AsyncGenerator<Wanted> {
  for (const district of sources.catalogue.districts.values()) {
    const families = sources.catalogue.families(district.id);
    // the demonstration does not fill those in: the journey over districts does
    if (families.length === 0 || district.demonstration === 'asked') continue;
    const told = new Set(families.flatMap((one) => one.submissions.map(({ definition }) => definition)));
    for (const family of families) yield* ofFamily(sources, district, family, told);
    yield* ofDistrict(district);
    yield* blanksOf(sources, district);
  }
}
