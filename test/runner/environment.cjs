const vm = require('node:vm');
const { createRequire } = require('node:module');
const { TestEnvironment: Sandbox } = require('jest-environment-node');
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** Stands for the context of this process itself. */
const HERE = {};
const { compileFunction } = vm;
vm.compileFunction = (code, params, { parsingContext, ...options }) =>
  compileFunction(code, params, parsingContext === HERE ? options : { ...options, parsingContext });

/** jest-circus keeps its listeners and each suite on the global, and type-graphql the classes of files that are loaded afresh. */
function forgetSuites() {
  delete globalThis[Symbol.for('EVENT_HANDLERS')];
  delete globalThis.TypeGraphQLMetadataStorage;
  for (const one of Object.getOwnPropertySymbols(globalThis)) {
    if (one.description === 'JEST_STATE_SYMBOL') delete globalThis[one];
  }
}

/**
 * Where suites run: in this process as it is, without a world of their own. Libraries are then loaded once for all suites of a
 * worker (`library.cjs`), and run as fast as they do in the hub; a suite still loads every file of ours afresh.
 */
module.exports = class Here extends Sandbox {
  constructor(config, context) {
    super(config, context);
    const { projectConfig } = config;
    this.global = globalThis;
    forgetSuites();
    globalThis.requireLibrary = createRequire(__filename);
    this.moduleMocker = new ModuleMocker(globalThis);
    const timerConfig = { idToRef: (timer) => timer, refToId: (timer) => timer };
    this.fakeTimers = new LegacyFakeTimers({
      config: projectConfig,
      global: globalThis,
      moduleMocker: this.moduleMocker,
      timerConfig,
    });
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  getVmContext() {
    return this.context === null ? null : HERE;
  }
};
