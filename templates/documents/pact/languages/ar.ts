// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Sayings } from './contract.ts';

export const ar: Sayings = {
  name: 'العربية',
  heading: 'الميثاق باللغة العربية',
  binding: 'النص الإيطالي وحده هو الملزم. هذه الترجمة تساعد على فهمه.',
  objective: 'الهدف',
  result: 'النتيجة',
  commitment: 'الالتزام',
  meeting: 'اللقاء',
  who: 'من',
  by: 'الموعد النهائي',
  signing: 'بالتوقيع نقول إننا قرأنا الميثاق وفهمناه ونوافق عليه.',
};
