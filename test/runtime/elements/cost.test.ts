// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai';
import { PattoField } from '../../../runtime/elements/field.ts';
import { PattoSection } from '../../../runtime/elements/section.ts';
import type { Definition, FieldSchema } from '../../../schemas/types.ts';
import { close, drawings, part, settled, show, type, until } from './forms.ts';

const long = (fields: number): Definition => {
  const properties: { [key: string]: FieldSchema } = {};
  for (let index = 0; index < fields; index++)
    properties[`campo_${index}`] = {
      type: 'string',
      title: `Campo ${index}`,
      ...(index % 10 === 9 ? { 'x-show': { '/campo_0': { answered: true } } } : {}),
    };
  return {
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id: 'lungo',
    title: 'Modulo lungo',
    schema: { type: 'object', properties },
  };
};

describe('a keystroke', () => {
  afterEach(close);

  for (const fields of [50, 1000])
    it(`touches only what depends on it, with ${fields} fields`, async () => {
      const form = await show({ definition: long(fields) });
      await until(
        () => form.shadowRoot!.querySelectorAll('patto-field input').length === fields - fields / 10,
      );
      await form.store!.prepare();
      await type(form, 'f/campo_1', 'a');
      expect(await drawings(PattoField, () => type(form, 'f/campo_1', 'ab'))).to.equal(1);
      expect(await drawings(PattoSection, () => type(form, 'f/campo_1', 'abc'))).to.equal(0);
      part(form, 'f/campo_0').focus();
      await settled(form);
      expect(await drawings(PattoField, () => type(form, 'f/campo_0', 'a'))).to.equal(1 + fields / 10);
    });
});
