// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai';
import { folders } from '../../../runtime/fields/index.ts';
import { loadSamples } from '../../../runtime/fields/load.ts';
import { context, sampleForm, states } from '../../../server/pages/fields/sample-form.ts';
import { broken, close, settled, show } from './forms.ts';

describe('every field type', () => {
  afterEach(close);

  for (const type of folders)
    it(`${type}: in every state, nothing for axe to say`, async () => {
      const samples = (await loadSamples([type])).get(type)!;
      for (const state of states) {
        const { definition, answers } = sampleForm(samples, type, state);
        const form = await show({
          definition,
          context,
          value: answers,
          bare: true,
          view: state === 'read' ? 'read' : 'fill',
        });
        if (state === 'wrong')
          expect(await form.validate(), `${type} is not valid when empty`).to.equal(false);
        await settled(form);
        expect(
          form.shadowRoot!.querySelectorAll('patto-field, dl, h4, table').length,
          state,
        ).to.be.greaterThan(0);
        expect(await broken(form), `${type}, ${state}`).to.deep.equal([]);
        close();
      }
    }).timeout(60_000);
});
