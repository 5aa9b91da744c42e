// SPDX-License-Identifier: AGPL-3.0-or-later
// One public form that asks a question of every type, in every shape of its samples.
import { folders } from '../../runtime/fields/index.ts';
import { loadSamples } from '../../runtime/fields/load.ts';
import type { Answers, Definition, FieldSchema, ListRow } from '../../schemas/types.ts';
import type { World } from '../server/world.ts';

export interface EveryType {
  readonly definition: Definition;
  /** type → key of its first question and how that is answered by keys */
  readonly keyed: ReadonlyMap<
    string,
    { readonly key: string; readonly keys: readonly string[]; readonly gives: unknown }
  >;
  /** a good answer to each of the other questions; no files, which only an upload makes */
  readonly answers: Answers;
}

/** Rows that questions of links point to. */
const rows = (title: string): FieldSchema =>
  ({
    title,
    type: 'array',
    items: { type: 'object', properties: { nome: { title: 'Nome', type: 'string', maxLength: 80 } } },
  }) as unknown as FieldSchema;
const targets: Answers = {
  obiettivi: ['aB3_-xyz012', 'aB3_-xyz013', 'aB3_-xyz014'].map((id, at) => ({ id, nome: `Obiettivo ${at}` })),
};

const reasonable = (good: readonly unknown[]): unknown =>
  good.find((value) => value !== '' && JSON.stringify(value).length < 200) ?? good[0];

export async function everyType(): Promise<EveryType> {
  const samples = await loadSamples();
  const properties: { [key: string]: FieldSchema } = {
    obiettivi: rows('Obiettivi'),
    nato_il: { title: 'Data di nascita', type: 'string', format: 'date' } as FieldSchema,
  };
  const answers: Answers = { ...targets };
  const keyed = new Map<string, { key: string; keys: readonly string[]; gives: unknown }>();
  for (const type of folders) {
    const { fields, keys: scripts } = samples.get(type)!;
    for (const [at, { about, field, good }] of fields.entries()) {
      const key = `${type.replaceAll('-', '_')}_${at}`;
      properties[key] = {
        ...field,
        title: field.title ?? about,
        ...(field['x-ref'] ? { 'x-ref': '/obiettivi' } : {}),
      } as FieldSchema;
      const script = scripts?.[0];
      if (at === 0 && script) keyed.set(type, { key, keys: script[0], gives: script[1] });
      else if (type !== 'file') answers[key] = reasonable(good);
    }
  }
  const definition = {
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id: 'domanda',
    title: 'Ogni tipo',
    schema: { type: 'object', properties },
  } as unknown as Definition;
  return { definition, keyed, answers };
}

/** Gives the test's world the lists that samples read, and publishes a definition as its public form's next version. */
export async function publishIn(world: World, definition: Definition): Promise<number> {
  const lists = world.deps.catalogue.lists as Map<string, readonly ListRow[]>;
  lists.set('cittadinanza', [
    { id: 'IT', title: 'Italia' },
    { id: 'AL', title: 'Albania' },
  ]);
  lists.set('fondi', [{ id: 'povertà', title: 'Quota servizi del Fondo povertà' }]);
  const services = ['Doposcuola', 'Assistenza domiciliare', 'Mensa', 'Trasporto'];
  Object.assign(world.deps.catalogue.districts.get('alfa')!.registers!, {
    servizi: services.map((title, at) => ({
      id: title.toLowerCase().replace(' ', '-'),
      title,
      tipo_ente: at < 2 ? 'Sostegno socio-educativo' : 'Vita quotidiana',
      fondo: 'povertà',
    })),
  });
  const cookie = await world.signIn('moduli');
  const path = '/api/definitions/domanda';
  const before = await world.ask('GET', path, { cookie });
  const put = await world.ask('PUT', path, {
    cookie,
    headers: { 'If-Match': `"${before.json.rev}"` },
    body: definition,
  });
  if (put.status !== 200) throw new Error(put.text);
  const told = await world.ask('POST', `${path}/publish`, {
    cookie,
    headers: { 'If-Match': `"${put.json.rev}"`, 'Idempotency-Key': crypto.randomUUID() },
    body: {},
  });
  if (told.status !== 201) throw new Error(told.text);
  return told.json.number as number;
}
