// SPDX-License-Identifier: BSD-3-Clause
import { createContext } from '@lit/context';
import { ask, type Answer } from './http.ts';

export interface Session {
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly profile: string;
    readonly roles: readonly string[];
    readonly comuni: readonly string[];
  };
  readonly district: {
    readonly id: string;
    readonly name: string;
    readonly notice?: string;
    readonly asked?: true;
  };
  readonly demo: boolean;
  /** calendar date of Europe/Rome */
  readonly today: string;
  readonly expiresAt: string;
}
/** Who is signed in, for every element inside the shell. */
export const sessionContext = createContext<Session | undefined>('patto-session');

export interface SamplePerson {
  readonly id: string;
  readonly name: string;
  readonly profile: string;
  readonly roles: readonly string[];
  readonly district: string;
  readonly districtName: string;
  /** what the district says of itself */
  readonly notice: string;
  /** a district to be looked at beside the sample ones */
  readonly asked: boolean;
}

/** undefined: nobody is signed in */
export const currentSession = (): Promise<Answer<Session | undefined>> => ask('/api/session?quiet=1');
export const signInAs = (id: string): Promise<Answer<Session>> =>
  ask<Session>('/api/session', { body: { as: id } });
export const signIn = (email: string, password: string): Promise<Answer<Session>> =>
  ask<Session>('/api/session', { body: { email, password } });
export const signOut = (): Promise<Answer<void>> => ask<void>('/api/session', { method: 'DELETE' });
export const samplePeople = (): Promise<Answer<{ items: readonly SamplePerson[] }>> =>
  ask('/api/session/people');
