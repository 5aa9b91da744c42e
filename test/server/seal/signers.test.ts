// SPDX-License-Identifier: AGPL-3.0-or-later
// Whoever can sign: PEM and P12 files, a token, a remote service, a program of somebody else's.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createPrivateKey, sign as signWith } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { increment, tail } from '../../../server/pdf/increment.ts';
import { Revisions } from '../../../server/pdf/revisions.ts';
import { openSeal } from '../../../server/seal/certificate.ts';
import { packed, unpacked } from '../../../server/seal/pending.ts';
import { prepare, trailerIn } from '../../../server/seal/prepare.ts';
import { finishSigning, seal, sign } from '../../../server/seal/seal.ts';
import type { Settings, Signer } from '../../../server/seal/signer.ts';
import { signerKinds } from '../../../server/seal/signers/index.ts';
import { acceptUploaded } from '../../../server/seal/uploaded.ts';
import { verifyPdf } from '../../../server/verify/verify.ts';
import { issue, newKey, newPrinter, value, without } from '../pdf/sample.ts';
import { newAuthority } from './authority.ts';
import { bearer, newRemoteKeys, otp } from './remote-keys.ts';

const printer = newPrinter();
const issued = value(await issue(printer)).pdf;
await printer.close();
const authority = await newAuthority();
after(() => authority.close());
const home = mkdtempSync(join(tmpdir(), 'patto-signers-'));
after(() => rmSync(home, { recursive: true, force: true }));
const people = { rsa: authority.person('Con RSA', 'rsa'), ec: authority.person('Con P-384', 'p-384') };
const office = readFileSync(join(authority.folder, 'office.crt'), 'utf8');
const text = (file: string): string => readFileSync(file, 'utf8');
const facts = { reason: 'Prova', place: 'Poggiofinto', time: new Date().toISOString(), name: 'Marta' };
const place = 'firma-worker';

const open = async (kind: string, settings: Settings) =>
  signerKinds.find((one) => one.kind === kind)?.open(settings, home) ?? assert.fail(kind);

/** The signer's signature is whole, baseline B, and by whom it should be. */
async function proves(signer: Signer, secret?: { readonly pin?: string }): Promise<void> {
  const pdf = value(
    await sign(issued, { ...signer, sign: (what) => signer.sign(what, secret) }, { field: place, facts }),
  ).pdf;
  const told = verifyPdf(pdf, [signer.certificate], [authority.root]);
  assert.equal(told.verdict, 'valid');
  assert.deepEqual(told.signatures[0]?.breaks, []);
  assert.equal(told.signatures[0]?.field, place);
}

test('every adapter has a name of its own', () => {
  assert.deepEqual(signerKinds.map(({ kind }) => kind).toSorted(), ['p12', 'pem', 'pkcs11', 'remote']);
});

for (const kind of ['rsa', 'ec'] as const) {
  const { files } = people[kind];
  test(`PEM and P12 with ${kind}`, { skip: without('openssl') }, async () => {
    writeFileSync(join(home, `${kind}.pem`), text(files.key) + text(files.certificate) + office);
    await proves(value(await open('pem', { file: `${kind}.pem` })));
    writeFileSync(join(home, 'office.crt'), office);
    execFileSync('openssl', [
      'pkcs12',
      '-export',
      '-inkey',
      files.key,
      '-in',
      files.certificate,
      '-certfile',
      join(home, 'office.crt'),
      '-passout',
      'pass:segreta',
      '-out',
      join(home, `${kind}.p12`),
    ]);
    writeFileSync(join(home, 'password'), 'segreta\n');
    const signer = value(await open('p12', { file: `${kind}.p12`, passwordFile: 'password' }));
    assert.equal(signer.issuers.length, 1);
    await proves(signer);
    writeFileSync(join(home, 'wrong'), 'sbagliata');
    const wrong = await open('p12', { file: `${kind}.p12`, passwordFile: 'wrong' });
    assert.equal(wrong.ok ? '' : wrong.problem.code, 'signer-refused');
    const absent = await open('p12', { file: 'none.p12' });
    assert.equal(absent.ok ? '' : absent.problem.code, 'signer-unreachable');
  });

  const noToken = without('softhsm2-util') || without('pkcs11-tool');
  test(`a key that stays in its token, with ${kind}`, { skip: noToken }, async () => {
    const tokens = join(home, `tokens-${kind}`);
    mkdirSync(tokens);
    const config = join(home, `softhsm-${kind}.conf`);
    writeFileSync(
      config,
      `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`,
    );
    process.env['SOFTHSM2_CONF'] = config;
    const util = (...args: readonly string[]) => execFileSync('softhsm2-util', args, { stdio: 'ignore' });
    util('--init-token', '--free', '--label', 'ambito', '--so-pin', '12345678', '--pin', '4321');
    util('--import', files.key, '--token', 'ambito', '--label', 'firma', '--id', 'a1', '--pin', '4321');
    writeFileSync(join(home, 'chain.pem'), text(files.certificate) + office);
    const module = '/usr/lib/softhsm/libsofthsm2.so';
    const signer = value(
      await open('pkcs11', { module, token: 'ambito', id: 'a1', certificates: 'chain.pem' }),
    );
    await proves(signer, { pin: '4321' });
    const wrong = await signer.sign(Buffer.from('x'), { pin: '0000' });
    assert.equal(wrong.ok ? '' : wrong.problem.code, 'signer-refused');
  });
}

test('a remote service: prepared, kept over a restart, signed with a one-time password', async () => {
  const person = people.rsa;
  const service = await newRemoteKeys(person);
  const { seen } = service;
  try {
    writeFileSync(join(home, 'token'), `${bearer}\n`);
    const settings = { service: service.address, credential: 'c1', tokenFile: 'token' };
    const first = value(await open('remote', settings));
    const prepared = value(prepare(issued, { field: place, facts }, first.certificate, first.issuers));
    assert.ok((await first.ask?.())?.ok);
    const waiting = packed(prepared);

    // A restart: nothing of the first half is left but these bytes.
    const again = value(await open('remote', settings));
    const resumed = value(unpacked(waiting));
    const wrong = await again.sign(resumed.attributes, { otp: '000000' });
    assert.equal(wrong.ok ? '' : wrong.problem.code, 'signer-refused');
    const signature = value(await again.sign(resumed.attributes, { otp }));
    const done = value(await finishSigning(resumed, signature));
    const told = verifyPdf(done.pdf, [person.certificate], [authority.root]);
    assert.equal(told.verdict, 'valid');
    assert.ok(!JSON.stringify(seen).includes('Vellonieri'), 'the service sees no word of the document');
    assert.ok(seen.every(({ body }) => JSON.stringify(body).length < 500));

    const touched = Buffer.from(waiting);
    touched[20_000] = (touched[20_000] ?? 0) ^ 1;
    assert.equal(unpacked(touched).ok, false, 'what waits is not to be changed');
    const other = signWith('sha256', Buffer.from('altro'), createPrivateKey(text(person.files.key)));
    const false_ = await finishSigning(resumed, other);
    assert.equal(false_.ok ? '' : false_.problem.code, 'seal-failed');
    writeFileSync(join(home, 'token'), 'scaduto');
    const refused = await open('remote', settings);
    assert.equal(refused.ok ? '' : refused.problem.code, 'signer-refused');
  } finally {
    service.close();
  }
  const gone = await open('remote', {
    service: 'http://127.0.0.1:9/csc/v2',
    credential: 'c',
    tokenFile: 'token',
  });
  assert.equal(gone.ok ? '' : gone.problem.code, 'signer-unreachable');
});

test('signed elsewhere and uploaded back: our bytes and one signature, or nothing', async () => {
  const key = await newKey();
  const ours = value(await seal(issued, key, facts, { open: true })).pdf;
  const signed = Buffer.from(value(await sign(ours, people.ec, { field: place, facts })).pdf);
  const accept = (theirs: Uint8Array, field = place) => {
    const told = acceptUploaded(ours, theirs, [authority.root], field);
    return told.ok ? 'accepted' : `${told.problem.code} ${String(told.problem.params['what'] ?? '')}`.trim();
  };
  assert.equal(accept(signed), 'accepted');
  assert.equal(accept(signed, 'firma-martaC1nucl'), `upload-place ${place}`);
  assert.equal(accept(ours), 'upload-prefix');
  const other = Buffer.from(signed);
  other[500] = (other[500] ?? 0) ^ 1;
  assert.equal(accept(other), 'upload-prefix');
  const twice = value(await sign(signed, people.rsa, { field: 'firma-martaC1nucl', facts })).pdf;
  assert.equal(accept(twice), 'upload-increments');
  const end = tail(ours);
  assert.ok(end);
  const plain = increment(
    ours,
    trailerIn(new Revisions(ours).state()),
    end,
    new Map([[end.size, Buffer.from('null')]]),
  );
  assert.equal(accept(plain), 'upload-signatures');
  assert.equal(acceptUploaded(ours, signed, [], place).ok, false, 'by somebody whom no authority knows');
  const late = Buffer.concat([signed, Buffer.from('% x\n')]);
  assert.match(accept(late), /^upload-/);
});

test('a district seals with the adapter that its seal.json names, and old seals stay known', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'patto-keys-'));
  const district = { id: 'valprova', name: 'Ambito' };
  const own = value(await openSeal(folder, district, new Date()));
  writeFileSync(
    join(folder, 'valprova', 'chain.pem'),
    text(people.rsa.files.key) + text(people.rsa.files.certificate) + office,
  );
  writeFileSync(join(folder, 'valprova', 'seal.json'), JSON.stringify({ signer: 'pem', file: 'chain.pem' }));
  const chosen = value(await openSeal(folder, district, new Date()));
  assert.notEqual(chosen.fingerprint, own.fingerprint);
  assert.equal(text(join(folder, 'valprova', 'seal.crt')).match(/BEGIN CERTIFICATE/g)?.length, 3);
  await openSeal(folder, district, new Date());
  assert.equal(text(join(folder, 'valprova', 'seal.crt')).match(/BEGIN CERTIFICATE/g)?.length, 3);
  writeFileSync(join(folder, 'valprova', 'seal.json'), JSON.stringify({ signer: 'nessuno' }));
  assert.equal((await openSeal(folder, district, new Date())).ok, false);
});
