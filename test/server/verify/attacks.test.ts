// SPDX-License-Identifier: AGPL-3.0-or-later
// A document with a seal and two people's signatures, and what somebody might do to it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { increment, tail } from '../../../server/pdf/increment.ts';
import {
  dict,
  isList,
  isRef,
  name,
  ref,
  text,
  write,
  type Dict,
  type Value,
} from '../../../server/pdf/objects.ts';
import { Revisions, type State } from '../../../server/pdf/revisions.ts';
import { archive } from '../../../server/seal/archive.ts';
import { trailerIn } from '../../../server/seal/prepare.ts';
import { seal, sign } from '../../../server/seal/seal.ts';
import { signatureFields } from '../../../server/seal/signature-field.ts';
import { pagesOf } from '../../../server/verify/changes.ts';
import type { Verification } from '../../../server/verify/contract.ts';
import { verifyPdf } from '../../../server/verify/verify.ts';
import { checkFile } from '../../../server/pdf/conformance/check.ts';
import { fileOf, issue, newKey, newPrinter, run, value, without } from '../pdf/sample.ts';
import { newAuthority } from '../seal/authority.ts';

const full = process.env['PATTO_PROOF'] === 'full';
const printer = newPrinter();
const issued = value(await issue(printer)).pdf;
await printer.close();
const authority = await newAuthority();
const forger = await newAuthority();
after(() => {
  authority.close();
  forger.close();
});
const key = await newKey();
const people = [authority.person('Marta', 'p-256'), authority.person('Lea', 'rsa')] as const;
const forged = forger.person('Marta', 'p-256');
const facts = {
  reason: 'Firma',
  place: 'Poggiofinto',
  time: new Date().toISOString(),
  name: 'Ambito Valprova',
};
const [first, second] = signatureFields(new Revisions(issued).state()).map((one) => one.name) as [
  string,
  string,
];

const sealed = value(await seal(issued, key, facts, { open: true })).pdf;
const signedOnce = value(await sign(sealed, people[0], { field: first, facts })).pdf;
const pdf = Buffer.from(value(await sign(signedOnce, people[1], { field: second, facts })).pdf);
const seen = new Map<Uint8Array, Verification>();
const told = (bytes: Uint8Array): Verification => {
  const found = verifyPdf(bytes, [key.certificate], [authority.root]);
  if (seen.size < (full ? 4_000 : 100)) seen.set(Buffer.from(bytes), found);
  return found;
};

/** An increment as a reader expects it: changed objects, a cross-reference, the end. */
function grown(
  change: (state: State, next: number) => ReadonlyMap<number, Value | Buffer>,
  on: Uint8Array = pdf,
): Buffer {
  const end = tail(on);
  assert.ok(end);
  const state = new Revisions(on).state();
  const objects = [...change(state, end.size)].map(
    ([number, one]) => [number, Buffer.isBuffer(one) ? one : Buffer.from(write(one), 'latin1')] as const,
  );
  return increment(on, trailerIn(state), end, new Map(objects));
}
const more = (one: Dict | undefined, entries: { readonly [key: string]: Value }): Dict => ({
  is: 'dict',
  entries: new Map([...(one?.entries ?? []), ...Object.entries(entries)]),
});
const streamOf = (content: string, head = ''): Buffer =>
  Buffer.from(`<<${head}/Length ${content.length}>>\nstream\n${content}\nendstream`, 'latin1');
const rootOf = (state: State): number => {
  const root = state.trailer.get('Root');
  assert.ok(isRef(root));
  return root.number;
};
const pageOf = (state: State, at = 0): { readonly number: number; readonly dict: Dict } => {
  const number = pagesOf(state)[at] ?? 0;
  return { number, dict: state.dict(ref(number)) ?? dict({}) };
};
const inRoot = (
  entries: { readonly [key: string]: Value },
  others: ReadonlyMap<number, Buffer> = new Map(),
) =>
  grown((state) => new Map<number, Value | Buffer>([[rootOf(state), more(state.root, entries)], ...others]));
const evidence = Buffer.concat([
  Buffer.from(`<</Length ${authority.root.length}>>\nstream\n`),
  authority.root,
  Buffer.from('\nendstream'),
]);
const overlay = '0 0 1 rg 0 0 400 400 re f';
const widget = (state: State, entries: { readonly [key: string]: Value }): Dict =>
  dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    F: 4,
    P: ref(pageOf(state).number),
    ...entries,
  });
function replaced(from: string, to: string, on: Buffer = pdf): Buffer {
  const at = on.lastIndexOf(from, undefined, 'latin1');
  assert.ok(at >= 0 && from.length === to.length, from);
  const copy = Buffer.from(on);
  copy.write(to, at, 'latin1');
  return copy;
}
const range = /\/ByteRange\[0 +(\d+) +(\d+) +(\d+)\]/g;
const last = [...pdf.toString('latin1').matchAll(range)].at(-1) as RegExpExecArray;
const [hole, behind] = [Number(last[1]), Number(last[2])];

const attacks: { readonly [title: string]: () => Buffer | Promise<Buffer> } = {
  'the content of a page replaced': () =>
    grown((state, next) => {
      const page = pageOf(state);
      return new Map<number, Value | Buffer>([
        [next, streamOf(overlay)],
        [page.number, more(page.dict, { Contents: ref(next) })],
      ]);
    }),
  'the stream of a page replaced in place': () =>
    grown((state) => {
      const contents = pageOf(state).dict.entries.get('Contents');
      assert.ok(isRef(contents));
      return new Map([[contents.number, streamOf(overlay)]]);
    }),
  'a font replaced': () =>
    grown((state, next) => {
      const page = pageOf(state);
      const resources = more(state.dict(page.dict.entries.get('Resources')), { Font: dict({}) });
      return new Map<number, Value>([
        [next, resources],
        [page.number, more(page.dict, { Resources: ref(next) })],
      ]);
    }),
  'the metadata replaced': () =>
    grown((state) => {
      const metadata = state.root.entries.get('Metadata');
      assert.ok(isRef(metadata));
      return new Map([[metadata.number, streamOf('<x/>', '/Type/Metadata/Subtype/XML')]]);
    }),
  'an attachment added': () => inRoot({ AF: [dict({ Type: name('Filespec'), F: text('dati.json') })] }),
  'a tree of other pages behind the same catalog (shadow)': () =>
    grown((state, next) => {
      const page = pageOf(state);
      const pages = dict({ Type: name('Pages'), Count: 1, Kids: [ref(next + 1)] });
      return new Map<number, Value>([
        [next, pages],
        [next + 1, more(page.dict, { Parent: ref(next) })],
        [rootOf(state), more(state.root, { Pages: ref(next) })],
      ]);
    }),
  'a page taken out': () =>
    grown((state) => {
      const pages = state.root.entries.get('Pages');
      assert.ok(isRef(pages));
      const node = state.dict(pages);
      const kids = state.list(node?.entries.get('Kids'));
      return new Map([[pages.number, more(node, { Kids: kids.slice(1), Count: kids.length - 1 })]]);
    }),
  'a note laid over a page': () =>
    grown((state, next) => {
      const page = pageOf(state);
      const marks = state.list(page.dict.entries.get('Annots'));
      const note = dict({
        Type: name('Annot'),
        Subtype: name('FreeText'),
        Rect: [0, 0, 400, 400],
        Contents: text('x'),
      });
      return new Map<number, Value>([
        [next, note],
        [page.number, more(page.dict, { Annots: [...marks, ref(next)] })],
      ]);
    }),
  'a new signature field that covers the text': () =>
    grown((state, next) => {
      const page = pageOf(state);
      const marks = state.list(page.dict.entries.get('Annots'));
      const form = state.dict(state.root.entries.get('AcroForm'));
      const fields = state.list(form?.entries.get('Fields'));
      const evil = widget(state, { T: text('x'), Rect: [0, 0, 400, 400], AP: dict({ N: ref(next + 1) }) });
      return new Map<number, Value | Buffer>([
        [next, evil],
        [next + 1, streamOf(overlay, '/Type/XObject/Subtype/Form/BBox[0 0 400 400]')],
        [page.number, more(page.dict, { Annots: [...marks, ref(next)] })],
        [rootOf(state), more(state.root, { AcroForm: more(form, { Fields: [...fields, ref(next)] }) })],
      ]);
    }),
  'the appearance of a signed field replaced': () =>
    grown((state, next) => {
      const field = signatureFields(state).find((one) => one.name === first);
      assert.ok(field);
      const shown = streamOf(overlay, '/Type/XObject/Subtype/Form/BBox[0 0 400 400]');
      return new Map<number, Value | Buffer>([
        [next, shown],
        [field.ref.number, more(field.dict, { AP: dict({ N: ref(next) }) })],
      ]);
    }),
  'a signed field moved': () =>
    grown((state) => {
      const field = signatureFields(state).find((one) => one.name === first);
      assert.ok(field);
      return new Map([[field.ref.number, more(field.dict, { Rect: [0, 0, 500, 500] })]]);
    }),
  'a signature emptied': () =>
    grown((state) => {
      const field = signatureFields(state).find((one) => one.name === first);
      assert.ok(field);
      const entries = new Map(field.dict.entries);
      entries.delete('V');
      return new Map([[field.ref.number, { is: 'dict', entries }]]);
    }),
  'a signature exchanged for the other': () =>
    grown((state) => {
      const [one, other] = signatureFields(state).filter(({ value: held }) => held !== undefined);
      assert.ok(one && other);
      return new Map([[one.ref.number, more(one.dict, { V: other.value ?? null })]]);
    }),
  'a signature without its message (no range)': () =>
    grown((state) => {
      const field = signatureFields(state).find((one) => one.name === second);
      assert.ok(isRef(field?.value));
      const signature = state.dict(field.value);
      return new Map([[field.value.number, more(signature, { ByteRange: null, Contents: text('') })]]);
    }),
  'the certification lifted': () => inRoot({ Perms: dict({}) }),
  'a script to run on opening': () =>
    inRoot({ OpenAction: dict({ S: name('JavaScript'), JS: text('app.alert(1)') }) }),
  'a form that draws itself anew': () =>
    grown((state) => {
      const form = state.root.entries.get('AcroForm');
      const changed = more(state.dict(form), { NeedAppearances: true });
      return isRef(form)
        ? new Map([[form.number, changed]])
        : new Map([[rootOf(state), more(state.root, { AcroForm: changed })]]);
    }),
  'what a screen reader says, changed': () =>
    grown((state) => {
      const tree = state.dict(state.root.entries.get('StructTreeRoot'));
      const top = tree?.entries.get('K');
      const one = isList(top) ? top[0] : top;
      assert.ok(isRef(one));
      return new Map([[one.number, more(state.dict(one), { ActualText: text('altro') })]]);
    }),
  'evidence, and a page changed beside it': () =>
    grown((state, next) => {
      const page = pageOf(state);
      return new Map<number, Value | Buffer>([
        [next, evidence],
        [page.number, more(page.dict, { Rotate: 180 })],
        [rootOf(state), more(state.root, { DSS: dict({ Certs: [ref(next)] }) })],
      ]);
    }),
  'evidence of nobody': () =>
    grown(
      (state, next) =>
        new Map<number, Value | Buffer>([
          [next, streamOf('x')],
          [rootOf(state), more(state.root, { DSS: dict({ Certs: [ref(next)] }) })],
        ]),
    ),
  'an object stream that no cross-reference opens': () =>
    grown((state, next) => {
      const page = pageOf(state);
      const held = write(more(page.dict, { Rotate: 180 }));
      const head = `${page.number} 0 `;
      return new Map([[next, streamOf(head + held, `/Type/ObjStm/N 1/First ${head.length}`)]]);
    }),
  'an object that no cross-reference names': () => {
    const copy = grown((_state, next) => new Map([[next, dict({})]]));
    const at = copy.indexOf('endobj\n', pdf.length, 'latin1') + 'endobj\n'.length;
    return Buffer.concat([copy.subarray(0, at), Buffer.from('5 0 obj\n<<>>\nendobj\n'), copy.subarray(at)]);
  },
  'an increment without a cross-reference': () =>
    Buffer.concat([pdf, Buffer.from('5 0 obj\n<<>>\nendobj\n%%EOF\n')]),
  'a cross-reference that leaves the last revisions out': () => {
    const at =
      /startxref\n(\d+)/.exec(sealed.toString())?.[1] ??
      Buffer.from(sealed)
        .toString('latin1')
        .match(/startxref\n(\d+)/g)
        ?.at(-1)
        ?.slice(10);
    return Buffer.concat([pdf, Buffer.from(`startxref\n${at}\n%%EOF\n`)]);
  },
  'the message moved, something else in its place (wrapping)': () => {
    const inserted = Buffer.from('5 0 obj\n<<>>\nendobj\n');
    const copy = Buffer.concat([pdf.subarray(0, behind), inserted, pdf.subarray(behind)]);
    return replaced(last[2] ?? '', String(behind + inserted.length), copy);
  },
  'the range cut short': () =>
    replaced(
      last[0],
      last[0].replace(/(\d)\]$/, (_all, digit: string) => `${(Number(digit) + 9) % 10}]`),
    ),
  'the certificate of another': () => {
    const at = pdf.indexOf(
      Buffer.from(people[1].certificate).toString('hex').slice(200, 260),
      hole,
      'latin1',
    );
    return replaced(
      pdf.toString('latin1', at, at + 2),
      pdf.toString('latin1', at, at + 2) === '00' ? '01' : '00',
    );
  },
  'a certificate of the authority changed by a digit': () => {
    const office = Buffer.from(people[1].issuers[0] ?? []).toString('hex');
    const at = pdf.indexOf(office, hole, 'latin1') + office.length - 3;
    const copy = Buffer.from(pdf);
    copy[at] = copy[at] === 0x30 ? 0x31 : 0x30;
    return copy;
  },
  'another chain of the same names': async () => {
    const open = value(
      await sign(signedOnce, forged, { field: second, facts: { ...facts, time: new Date().toISOString() } }),
    );
    return Buffer.from(open.pdf);
  },
  'cut in the middle of a signature': () => pdf.subarray(0, hole + 100),
  'cut before the last line': () => pdf.subarray(0, -8),
};

test(`${Object.keys(attacks).length} attacks on a file with three signatures: none is valid`, async () => {
  assert.equal(told(pdf).verdict, 'valid');
  const codes: string[] = [];
  for (const [title, make] of Object.entries(attacks)) {
    const bytes = await make();
    assert.notEqual(Buffer.compare(bytes, pdf), 0, title);
    const { verdict, reasons } = told(bytes);
    assert.notEqual(verdict, 'valid', title);
    codes.push(reasons[0]?.code ?? '');
  }
  // Well-formed increments are seen by what they change, not by how they are made.
  assert.ok(codes.filter((code) => code === 'changed-after').length >= 16, codes.join());
});

test(
  'some of these are whole for other readers: the check of changes is what sees them',
  { skip: without('pdfsig') },
  async () => {
    const bytes = await (attacks['the content of a page replaced'] as () => Buffer)();
    assert.equal(run('pdfsig', '-nocert', fileOf(bytes)).match(/Signature is Valid/g)?.length, 3);
    const found = told(bytes);
    assert.equal(found.verdict, 'altered');
    assert.equal(found.reasons[0]?.code, 'changed-after');
  },
);

test('what is cut back to an earlier state is that state: fewer signatures, and only the register knows more', () => {
  const found = told(signedOnce);
  assert.equal(found.verdict, 'valid');
  assert.equal(found.signatures.length, 2);
  assert.notEqual(found.sha256, createHash('sha256').update(pdf).digest('hex'));
});

test('after a seal that closes, nobody signs', async () => {
  const closed = value(await seal(issued, key, facts)).pdf;
  const late = await sign(closed, people[0], { field: first, facts });
  assert.equal(late.ok ? '' : late.problem.code, 'seal-failed');
});

test('one to five signatures, seal first and seal last, and for long: each is valid and keeps what it claims', async () => {
  let open = Buffer.from(sealed);
  const states = [open];
  for (const [at, field] of [first, second, 'firma-terza', 'firma-quarta'].entries()) {
    open = Buffer.from(value(await sign(open, people[at % 2] ?? people[0], { field, facts })).pdf);
    states.push(open);
  }
  let lastOf = Buffer.from(issued);
  for (const [at, field] of [first, second].entries())
    lastOf = Buffer.from(value(await sign(lastOf, people[at] ?? people[0], { field, facts })).pdf);
  states.push(Buffer.from(value(await seal(lastOf, key, facts)).pdf));
  const anchors = [key.certificate, authority.root];
  states.push(
    Buffer.from(value(await archive(open, { anchors, at: new Date(), stamper: authority.stamper }))),
  );
  for (const [at, state] of states.entries()) {
    const found = told(state);
    assert.equal(found.verdict, 'valid', `${at}: ${JSON.stringify(found.reasons)}`);
    assert.ok(found.signatures.every(({ breaks }) => breaks.length === 0));
  }
  for (const state of [states[0], states[2], states.at(-1)])
    assert.deepEqual(await checkFile(state ?? pdf), []);
});

test(
  'pdfsig, qpdf and mutool agree about the three signatures',
  { skip: without('pdfsig') || without('qpdf') },
  () => {
    const file = fileOf(pdf);
    const said = run('pdfsig', '-nocert', file);
    assert.equal(said.match(/Signature is Valid/g)?.length, 3);
    assert.equal(said.match(/ETSI\.CAdES\.detached/g)?.length, 3);
    assert.match(said, /Total document signed/);
    assert.match(run('qpdf', '--check', file), /No syntax or stream encoding errors/);
  },
);

test('mutool agrees', { skip: without('mutool') }, () => {
  const said = run('mutool', 'sign', '-v', fileOf(pdf));
  assert.equal(said.match(/signature is valid|unchanged since signing/gi)?.length ?? 0, 3, said);
});

test('whatever the pieces of a file are put together to, there is an answer, and it is not valid', () => {
  let state = 7;
  const next = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const marks = [...pdf.toString('latin1').matchAll(/endobj\n|%%EOF\n|startxref\n|stream\n/g)].map(
    ({ index }) => index,
  );
  const cut = (): number => marks[next(marks.length)] ?? 0;
  for (let round = 0; round < (full ? 2_000 : 40); round += 1) {
    const [a, b, c, d] = [cut(), cut(), cut(), cut()];
    const pieces = [pdf.subarray(0, a), pdf.subarray(b, c), pdf.subarray(d)];
    const made = Buffer.concat(pieces);
    // Cut back to an earlier state it is that state, and whole.
    if ([sealed, signedOnce, pdf].some((state) => made.equals(state))) continue;
    assert.notEqual(told(made).verdict, 'valid', `${a} ${b} ${c} ${d}`);
  }
});

test('one changed byte anywhere is never valid', (t) => {
  const count = full ? 10_000 : 60;
  let state = Number(process.env['PATTO_SEED'] ?? '20260302') >>> 0;
  const next = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  for (let flips = 0; flips < count; flips += 1) {
    // Half of them where the signatures themselves stand.
    const at = flips % 2 === 0 ? next(pdf.length) : issued.length + next(pdf.length - issued.length);
    const copy = Buffer.from(pdf);
    copy[at] = (copy[at] ?? 0) ^ (1 + next(255));
    assert.notEqual(told(copy).verdict, 'valid', `byte ${at}`);
  }
  t.diagnostic(`proof ${JSON.stringify({ flips: count, accepted: 0, bytes: pdf.length })}`);
});

/**
 * What the two must tell alike. A certificate whose bytes were changed is read by one platform and not by the other:
 * which rules such a signature breaks, and what else can be told of it, is not compared; that it breaks some is.
 */
const alike = (told: Verification) => ({
  ...told,
  signatures: told.signatures.map((one) =>
    told.verdict === 'altered' && one.breaks.length > 0 ? { field: one.field, kind: one.kind } : one,
  ),
});

test('the page, with the cryptography of a browser, tells of each of these the same', async () => {
  const { check } = (await import(new URL('../../../public/check-file.js', import.meta.url).href)) as {
    check(file: Uint8Array, anchors: object): Promise<Verification>;
  };
  const said = (der: Uint8Array): string => Buffer.from(der).toString('base64');
  const anchors = { seals: [said(key.certificate)], authorities: [said(authority.root)] };
  assert.equal(seen.size, full ? 4_000 : 100);
  for (const [bytes, found] of seen) assert.deepEqual(alike(await check(bytes, anchors)), alike(found));
  const stranger = await check(pdf, { seals: [], authorities: anchors.authorities });
  assert.deepEqual(stranger, verifyPdf(pdf, [], [authority.root]));
  assert.equal(stranger.verdict, 'unknown');
});
