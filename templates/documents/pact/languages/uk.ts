// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Sayings } from './contract.ts';

export const uk: Sayings = {
  name: 'Українська',
  heading: 'Угода українською мовою',
  binding: 'Юридичну силу має лише текст італійською мовою. Цей переклад допомагає його зрозуміти.',
  objective: 'Мета',
  result: 'Результат',
  commitment: 'Зобов’язання',
  meeting: 'Зустріч',
  who: 'Хто',
  by: 'Термін',
  signing: 'Підписуючи, ми кажемо, що прочитали угоду, зрозуміли її і погоджуємося з нею.',
};
