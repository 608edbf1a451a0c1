const hooks = require('node:async_hooks');
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

const { AsyncLocalStorage } = hooks;

/**
 * What jest-circus takes for an AsyncLocalStorage, to know which test runs: the one there is, since none run at once. A real
 * one makes Node follow every promise of what is tested.
 */
class OneAtATime {
  getStore() {
    return this.store;
  }

  run(store, work) {
    const before = this.store;
    this.store = store;
    const leave = () => {
      this.store = before;
    };
    const doing = work();
    Promise.resolve(doing).then(leave, leave);
    return doing;
  }
}

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

  async setup() {
    await super.setup();
    hooks.AsyncLocalStorage = OneAtATime;
  }

  handleTestEvent({ name }) {
    // The first event: jest-circus has been loaded, what is tested has not.
    if (name === 'setup') hooks.AsyncLocalStorage = AsyncLocalStorage;
  }

  getVmContext() {
    return this.context === null ? null : HERE;
  }
};
