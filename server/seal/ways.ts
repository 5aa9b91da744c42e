// SPDX-License-Identifier: AGPL-3.0-or-later
// The ways in which people of a district may sign: `<keys>/<district>/signers/<id>.json`, written by who installs.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outcome } from '../storage/contract.ts';
import { problem } from './prepare.ts';
import type { Consent, Settings, Signer } from './signer.ts';
import { signerKinds } from './signers/index.ts';

export interface Way {
  readonly id: string;
  /** in words, as the desk shows it */
  readonly title: string;
  /** what the person types to consent */
  readonly asks: readonly Consent[];
  /** ids of the signers in whose place it may sign; absent: any */
  readonly signers?: readonly string[];
}

/** `{ "title": …, "accounts": [ids], "signers"?: ["worker"], "signer": "remote", …settings of the adapter }` */
interface Written {
  readonly title: string;
  readonly accounts: readonly string[];
  readonly signer: string;
  readonly signers: readonly string[] | undefined;
  readonly settings: Settings;
}

async function read(home: string, id: string): Promise<Written | undefined> {
  try {
    const said = JSON.parse(await readFile(join(home, `${id}.json`), 'utf8')) as {
      readonly [setting: string]: unknown;
    };
    const { title, accounts, signer, signers, ...rest } = said;
    if (typeof title !== 'string' || typeof signer !== 'string' || !Array.isArray(accounts)) return undefined;
    const texts = Object.entries(rest).filter((one): one is [string, string] => typeof one[1] === 'string');
    const only = Array.isArray(signers) ? (signers as string[]) : undefined;
    return { title, accounts, signer, signers: only, settings: Object.fromEntries(texts) };
  } catch {
    return undefined;
  }
}

const folderOf = (keys: string, district: string): string => join(keys, district, 'signers');
const kindOf = ({ signer }: Written) => signerKinds.find(({ kind }) => kind === signer);

/** The ways that this account may use, by title. */
export async function waysOf(keys: string, district: string, account: string): Promise<Way[]> {
  const home = folderOf(keys, district);
  const names = (await readdir(home).catch(() => [])).filter((name) => /^[\w-]+\.json$/.test(name));
  const ways = await Promise.all(
    names.map(async (name): Promise<Way[]> => {
      const id = name.slice(0, -'.json'.length);
      const written = await read(home, id);
      const kind = written && kindOf(written);
      if (!kind || !written.accounts.includes(account)) return [];
      const { title, signers, settings } = written;
      return [{ id, title, asks: kind.asks?.(settings) ?? [], ...(signers ? { signers } : {}) }];
    }),
  );
  return ways.flat().sort((a, b) => a.title.localeCompare(b.title, 'it'));
}

/** Opens a way for who may use it, to sign in the place of `signer`. */
export async function openWay(
  keys: string,
  district: string,
  account: string,
  id: string,
  signer: string,
): Promise<Outcome<Signer & Way>> {
  const ways = await waysOf(keys, district, account);
  const way = ways.find((one) => one.id === id && (one.signers?.includes(signer) ?? true));
  const home = folderOf(keys, district);
  const written = way && (await read(home, id));
  const opened = written && (await kindOf(written)?.open(written.settings, home));
  if (!way || !opened) return problem('way-unknown');
  return opened.ok ? { ok: true, value: { ...opened.value, ...way } } : opened;
}
