// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Sayings } from './contract.ts';

export const es: Sayings = {
  name: 'Español',
  heading: 'El pacto en español',
  binding: 'Solo el texto italiano es vinculante. Esta traducción ayuda a entenderlo.',
  objective: 'Objetivo',
  result: 'Resultado',
  commitment: 'Compromiso',
  meeting: 'Reunión',
  who: 'Quién',
  by: 'Plazo',
  signing: 'Al firmar decimos que hemos leído el pacto, lo hemos entendido y estamos de acuerdo.',
};
