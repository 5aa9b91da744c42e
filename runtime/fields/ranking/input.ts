// SPDX-License-Identifier: BSD-3-Clause
import { html } from 'lit';
import type { FieldInput } from '../../elements/input.ts';
import '../../elements/inputs/ranking.ts';
import { facts } from './facts.ts';
import { paper } from './paper.ts';
import { words } from './words.ts';

export const input: FieldInput = {
  facts,
  words,
  paper,
  group: () => true,
  render: (context) => html`<patto-ranking .context=${context}></patto-ranking>`,
};
