// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Sayings } from './contract.ts';

export const zh: Sayings = {
  name: '中文',
  heading: '协议中文译文',
  binding: '仅以意大利文文本为准。本译文仅供理解之用。',
  objective: '目标',
  result: '成果',
  commitment: '承诺',
  meeting: '会面',
  who: '负责人',
  by: '期限',
  signing: '签字表示我们已阅读并理解本协议，并表示同意。',
};
