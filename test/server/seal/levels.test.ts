// SPDX-License-Identifier: AGPL-3.0-or-later
// Levels of a signature: B-B, B-T, B-LT, B-LTA, with an authority that is not ours.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { archive } from '../../../server/seal/archive.ts';
import { ids } from '../../../server/seal/cms.ts';
import { seal, sign } from '../../../server/seal/seal.ts';
import { brokenRules, readMessage, rules } from '../../../server/verify/baseline.ts';
import { readSignatures, type SignatureInFile } from '../../../server/verify/signatures-in-file.ts';
import { verifyPdf } from '../../../server/verify/verify.ts';
import { Revisions } from '../../../server/pdf/revisions.ts';
import { fileOf, issue, newKey, newPrinter, run, value, without } from '../pdf/sample.ts';
import { newAuthority, type KeyKind } from './authority.ts';

const printer = newPrinter();
const issued = value(await issue(printer)).pdf;
await printer.close();
const authority = await newAuthority();
after(() => authority.close());
const { root, stamper } = authority;
const key = await newKey();
const trusted = [key.certificate];
// A person's certificate has to be in force at the time that a signature names.
const people = {
  rsa: authority.person('Persona con RSA', 'rsa'),
  'p-256': authority.person('Persona con P-256', 'p-256'),
  'p-384': authority.person('Persona con P-384', 'p-384'),
};
const now = new Date();
const facts = {
  reason: 'Sigillo di prova',
  place: 'Poggiofinto',
  time: now.toISOString(),
  name: 'Ambito Valprova',
};
const full = process.env['PATTO_PROOF'] === 'full';
const openssl = (...args: readonly string[]): string =>
  run('sh', '-c', `openssl ${args.map((one) => `'${one}'`).join(' ')} 2>&1`);

const signaturesOf = (pdf: Uint8Array): readonly SignatureInFile[] => {
  const found = readSignatures(new Revisions(pdf));
  assert.ok(found.ok);
  return found.signatures;
};
const levels = (pdf: Uint8Array, authorities = [root]): readonly (string | undefined)[] =>
  verifyPdf(pdf, trusted, authorities).signatures.map(({ level }) => level);

test('there are sixteen rules, each with a name of its own and words', () => {
  assert.equal(new Set(rules.map(({ id }) => id)).size, 16);
  for (const { words } of rules) assert.ok(words.it && words.en);
});

const kinds: readonly KeyKind[] = ['rsa', 'p-256', 'p-384'];
for (const kind of kinds)
  test(`${kind}: every rule of baseline B, and openssl, agree`, { skip: without('openssl') }, async () => {
    const person = people[kind];
    const { pdf } = value(await sign(issued, person, { field: 'firma', facts }));
    const [one] = signaturesOf(pdf);
    assert.ok(one);
    assert.deepEqual(brokenRules(one), []);
    const said = openssl(
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      fileOf(one.message, 's.der'),
      '-content',
      fileOf(Buffer.concat(one.around), 'content'),
      '-CAfile',
      authority.rootFile,
      '-purpose',
      'any',
      '-out',
      '/dev/null',
    );
    assert.match(said, /successful/);
    // The same message with one byte of the document changed is refused by both.
    const other = Buffer.from(pdf);
    other[900] = (other[900] ?? 0) ^ 1;
    assert.equal(verifyPdf(other, [person.certificate], [root]).verdict, 'altered');
  });

test('each rule can be broken', async () => {
  const [one] = signaturesOf(value(await sign(issued, people['p-256'], { field: 'firma', facts })).pdf);
  assert.ok(one);
  const message = readMessage(one);
  assert.ok(message);
  const said = (name: string) => ({ is: 'name', name }) as const;
  const dictionary = (key: string, entry?: Parameters<typeof one.dictionary.get>[0] | object) => {
    const changed = new Map<string, never>(one.dictionary as never);
    if (entry === undefined) changed.delete(key);
    else changed.set(key, entry as never);
    return { file: { ...one, dictionary: changed }, message };
  };
  const attribute = (id: string, present: boolean) => {
    const changed = new Map(message.attributes);
    if (present) changed.set(id, [Buffer.from('0500', 'hex')]);
    else changed.delete(id);
    return { file: one, message: { ...message, attributes: changed } };
  };
  const faults: { readonly [rule: string]: Parameters<(typeof rules)[number]['holds']>[0] } = {
    'sub-filter': dictionary('SubFilter', said('adbe.pkcs7.detached')),
    filter: dictionary('Filter'),
    'whole-file': { file: { ...one, around: [Buffer.alloc(0), one.around[1]] }, message },
    message: { file: { ...one, padding: false }, message },
    time: { file: { ...one, at: undefined }, message },
    'no-cert': dictionary('Cert', []),
    'one-signer': { file: one, message: { ...message, signers: 2 } },
    detached: { file: one, message: { ...message, content: Buffer.alloc(1) } },
    data: { file: one, message: { ...message, contentType: ids.timeStampInfo } },
    certificate: { file: one, message: { ...message, certificate: undefined } },
    'content-type': attribute(ids.contentType, false),
    'message-digest': { file: { ...one, around: [one.around[1], one.around[0]] }, message },
    'signing-certificate': { file: one, message: { ...message, certificate: key.certificate } },
    'no-signing-time': attribute(ids.signingTime, true),
    'one-reason': attribute(ids.commitment, true),
    order: { file: one, message: { ...message, inOrder: false } },
  };
  for (const one of rules) {
    const fault = faults[one.id];
    assert.ok(fault, one.id);
    assert.equal(one.holds(fault), false, one.id);
  }
});

test('B-T: the seal carries the word of an authority, and openssl agrees about it', async () => {
  const { pdf, unstamped } = value(await seal(issued, key, facts, { stamper }));
  assert.equal(unstamped, undefined);
  assert.equal(verifyPdf(pdf, trusted, [root]).verdict, 'valid');
  assert.deepEqual(levels(pdf), ['B-T']);
  assert.equal(
    verifyPdf(pdf, trusted).reasons[0]?.code,
    'stamp-unknown',
    'an authority nobody knows proves nothing',
  );
  const [one] = signaturesOf(pdf);
  const message = one && readMessage(one);
  const [token] = message?.unsigned.get(ids.timeStamp) ?? [];
  assert.ok(message && token);
  const files = [fileOf(token, 'token.der'), fileOf(message.signature, 'signature.bin')];
  const said = openssl(
    'ts',
    '-verify',
    '-token_in',
    '-in',
    files[0] ?? '',
    '-data',
    files[1] ?? '',
    '-CAfile',
    authority.rootFile,
  );
  assert.match(said, /Verification: OK/);
});

test('a time-stamp authority that is down, or answers something else, leaves a whole B-B and says so', async () => {
  authority.down.add('tsa');
  const down = value(await seal(issued, key, facts, { stamper }));
  authority.down.delete('tsa');
  assert.equal(down.unstamped, 'stamp-unreachable');
  assert.deepEqual(levels(down.pdf), ['B-B']);
  assert.equal(verifyPdf(down.pdf, trusted).verdict, 'valid');
  // Later, a time-stamp over the file makes up for it; the sealed file stays its beginning.
  const later = value(await archive(down.pdf, { anchors: [...trusted, root], at: now, stamper }));
  assert.deepEqual(levels(later)[0], 'B-LTA');
  assert.equal(verifyPdf(later, trusted, [root]).verdict, 'valid');
  assert.equal(Buffer.compare(later.subarray(0, down.pdf.length), down.pdf), 0);

  const strange = { ...stamper, anchors: [key.certificate] };
  assert.equal(value(await seal(issued, key, facts, { stamper: strange })).unstamped, 'stamp-wrong');
  const replayed = {
    ...stamper,
    reach: async () => ({ ok: true, value: Buffer.from('3003020100', 'hex') }) as const,
  };
  assert.equal(value(await seal(issued, key, facts, { stamper: replayed })).unstamped, 'stamp-wrong');
});

test('B-LT and B-LTA: the file brings its evidence, and needs no authority any more', async () => {
  const person = people['p-384'];
  const sealed = value(await seal(issued, key, facts, { open: true, stamper }));
  const signed = value(await sign(sealed.pdf, person, { field: 'firma', facts }, stamper)).pdf;
  assert.deepEqual(levels(signed), ['B-T', 'B-T']);
  const anchors = [...trusted, root];
  const kept = value(await archive(signed, { anchors, at: now }));
  assert.deepEqual(levels(kept), ['B-LT', 'B-LT']);
  assert.equal(verifyPdf(kept, trusted, [root]).verdict, 'valid');
  const whole = value(await archive(signed, { anchors, at: now, stamper }));
  assert.deepEqual(levels(whole), ['B-LTA', 'B-LTA', undefined]);
  const told = verifyPdf(whole, trusted, [root]);
  assert.equal(told.verdict, 'valid');
  assert.deepEqual(
    told.signatures.map(({ kind }) => kind),
    ['seal', 'signature', 'time-stamp'],
  );
  // Evidence that nobody has signed yet counts byte by byte.
  for (let at = signed.length; at < kept.length; at += full ? 1 : 311) {
    const changed = Buffer.from(kept);
    changed[at] = (changed[at] ?? 0) ^ 1;
    assert.notEqual(verifyPdf(changed, trusted, [root]).verdict, 'valid', `byte ${at}`);
  }
  // Again after some years: another stamp over the first.
  const again = value(await archive(whole, { anchors, at: now, stamper }));
  assert.equal(verifyPdf(again, trusted, [root]).verdict, 'valid');
});

test('a revoked certificate is not kept as evidence, and not believed', async () => {
  const person = authority.person('Revocata');
  const sealed = value(await seal(issued, key, facts, { open: true }));
  const then = { ...facts, time: new Date().toISOString() };
  const signed = value(await sign(sealed.pdf, person, { field: 'firma', facts: then })).pdf;
  const anchors = [...trusted, root];
  const before = value(await archive(signed, { anchors, at: now, stamper }));
  assert.equal(verifyPdf(before, trusted, [root]).verdict, 'valid');
  authority.revoke(person);
  const after = await archive(signed, { anchors, at: now, stamper });
  assert.equal(after.ok ? '' : after.problem.code, 'certificate-revoked');
});

test('a certificate that may not issue, may not sign, or was not in force leads nowhere', async () => {
  const person = people['p-256'];
  const open = value(await seal(issued, key, facts, { open: true })).pdf;
  // Signed with the key of a person who plays the authority.
  const fake = await newAuthority('Autorità di prova');
  try {
    const forged = fake.person('Vera');
    const pdf = value(
      await sign(open, forged, { field: 'firma', facts: { ...facts, time: new Date().toISOString() } }),
    ).pdf;
    assert.equal(verifyPdf(pdf, trusted, [root]).verdict, 'unknown');
    assert.equal(verifyPdf(pdf, trusted, [root]).reasons[0]?.code, 'signer-unknown');
  } finally {
    fake.close();
  }
  const early = value(
    await sign(open, person, { field: 'firma', facts: { ...facts, time: '2020-01-01T00:00:00Z' } }),
  ).pdf;
  assert.equal(verifyPdf(early, trusted, [root]).reasons[0]?.code, 'certificate-expired');
});

test(
  'pdfsig and qpdf find nothing wrong with a file of level B-LTA',
  { skip: without('pdfsig') || without('qpdf') },
  async () => {
    const person = people.rsa;
    const sealed = value(await seal(issued, key, facts, { open: true, stamper }));
    const signed = value(await sign(sealed.pdf, person, { field: 'firma', facts }, stamper)).pdf;
    const whole = value(await archive(signed, { anchors: [...trusted, root], at: now, stamper }));
    const file = fileOf(whole);
    const said = run('pdfsig', '-nocert', file);
    assert.equal(said.match(/Signature is Valid/g)?.length, 2, said);
    assert.match(run('qpdf', '--check', file), /No syntax or stream encoding errors/);
  },
);
