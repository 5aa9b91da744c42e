// SPDX-License-Identifier: AGPL-3.0-or-later
// A test runner of Stryker that loads the engine and its tests once and judges mutant after mutant in one process.
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { testFiles } from './files.ts';
import { collected } from './collector.ts';

const state: InstrumenterContext = ((globalThis as { __stryker__?: InstrumenterContext }).__stryker__ ??= {});

class InProcess implements TestRunner {
  #loaded = false;

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: false };
  }

  async dryRun(): Promise<DryRunResult> {
    await this.#load();
    const result = await this.#run([...collected.keys()], true);
    return result.status === DryRunStatus.Complete
      ? { ...result, ...(state.mutantCoverage && { mutantCoverage: state.mutantCoverage }) }
      : result;
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    if (options.mutantActivation === 'static') state.activeMutant = options.activeMutant.id;
    await this.#load();
    state.activeMutant = options.activeMutant.id;
    state.hitCount = 0;
    if (options.hitLimit === undefined) delete state.hitLimit;
    else state.hitLimit = options.hitLimit;
    const wanted = new Set(options.testFilter ?? collected.keys());
    const result = await this.#run(
      [...collected.keys()].filter((id) => wanted.has(id)),
      false,
    );
    delete state.activeMutant;
    const limit = determineHitLimitReached(state.hitCount, options.hitLimit);
    return toMutantRunResult(limit ?? result);
  }

  async #load(): Promise<void> {
    if (this.#loaded) return;
    this.#loaded = true;
    register('./hook.js', import.meta.url);
    for (const file of testFiles) await import(pathToFileURL(join(process.cwd(), file)).href);
  }

  async #run(ids: readonly string[], all: boolean): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    for (const id of ids) {
      state.currentTestId = id;
      const started = performance.now();
      const about = (): { id: string; name: string; timeSpentMs: number } => ({
        id,
        name: id,
        timeSpentMs: Math.round(performance.now() - started),
      });
      try {
        await collected.get(id)!();
        tests.push({ ...about(), status: TestStatus.Success });
      } catch (error) {
        const failureMessage = error instanceof Error ? error.message.slice(0, 2000) : String(error);
        tests.push({ ...about(), status: TestStatus.Failed, failureMessage });
        if (!all) break;
      }
    }
    delete state.currentTestId;
    return { status: DryRunStatus.Complete, tests };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcess)];
