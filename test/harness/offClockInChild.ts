import { existsSync, readFileSync } from 'node:fs';
import threads, { type WorkerOptions } from 'node:worker_threads';

/**
 * Loaded before a process of its own: its clock, and that of every thread that it starts, is off by as many ms as stand in
 * the file OFF_CLOCK, at whatever moment it is looked at.
 */
const file = process.env['OFF_CLOCK'] ?? '';
const Real = Date;
const now = (): number => Real.now() + (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0);

globalThis.Date = new Proxy(Real, {
  construct: (target, given, made): Date =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, made) as Date,
  get: (target, name, receiver): unknown => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});

threads.Worker = class extends threads.Worker {
  constructor(filename: string | URL, { execArgv = [], ...options }: WorkerOptions = {}) {
    super(filename, { ...options, execArgv: [...execArgv, '-r', __filename] });
  }
};
