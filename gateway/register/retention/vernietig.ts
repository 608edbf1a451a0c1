import { createPrivateKey } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Ontvangstbewijs, Registerregel, Vernietiging } from '../../../schema/domain/registerregel';
import { RegisterFout } from '../registerFout';
import { Checkpointer } from '../writer/Checkpointer';
import { openStoreToDestroy } from '../writer/openStore';
import type { RegisterOptions } from '../writer/openWriter';
import type { RegisterTables } from '../writer/tables';
import { Writer } from '../writer/Writer';
import { type Opdracht, planCode, planVernietiging } from './planVernietiging';

const PAGE = 500;

/** What was looked at is no longer what would go. */
export class Planfout extends Error {
  override readonly name = 'Planfout';
}

/** What would go; nothing is changed. @throws RegisterFout */
export async function lookAhead(options: RegisterOptions, opdracht: Opdracht): Promise<Vernietiging> {
  const store = await openStoreToDestroy(options).catch((cause: unknown) => {
    throw new RegisterFout('openen', cause);
  });
  try {
    return await store.write((tx) => planVernietiging(tx, options.key, opdracht));
  } finally {
    await store.close();
  }
}

/**
 * Destroys what was planned, and writes down in the same transaction what went: the rest still verifies, and what is gone
 * is gone by a line that can't be taken away.
 *
 * @param code of the plan that was looked at.
 * @param regel the line without what it destroys.
 * @throws Planfout when the plan is another by now; RegisterFout.
 */
export async function vernietig(
  options: RegisterOptions,
  opdracht: Opdracht,
  code: string,
  regel: Omit<Registerregel, 'soort' | 'vernietigd'>,
): Promise<{ readonly bewijs: Ontvangstbewijs; readonly vernietigd: Vernietiging }> {
  const store = await openStoreToDestroy(options).catch((cause: unknown) => {
    throw new RegisterFout('openen', cause);
  });
  try {
    const { naam, pem } = options.checkpoint;
    const checkpointer = new Checkpointer(store, { naam, key: createPrivateKey(pem) });
    await checkpointer.open(null);
    const writer = new Writer(store, options.key, checkpointer);
    const plans: Vernietiging[] = [];
    const bewijs = await writer.destroy(async (tx) => {
      const plan = await planVernietiging(tx, options.key, opdracht);
      plans.push(plan);
      if (planCode(plan) !== code) throw new Planfout('the register has changed since');
      await remove(tx, plan);
      return { ...regel, soort: 'VERNIETIGING', vernietigd: plan };
    });
    const [vernietigd] = plans;
    if (vernietigd === undefined) throw new Error('destroyed without a plan');
    return { bewijs, vernietigd };
  } catch (cause) {
    throw cause instanceof Planfout ? cause : new RegisterFout('vernietigen', cause);
  } finally {
    await store.close();
  }
}

async function remove(tx: Kysely<RegisterTables>, { regels, sleutels }: Vernietiging): Promise<void> {
  for (const [from, to] of regels) {
    await tx.deleteFrom('inhoud').where('nr', '>=', from).where('nr', '<', to).execute();
    await tx.deleteFrom('wijzer').where('nr', '>=', from).where('nr', '<', to).execute();
  }
  for (let from = 0; from < sleutels.length; from += PAGE) {
    await tx
      .deleteFrom('persoonsleutel')
      .where('id', 'in', sleutels.slice(from, from + PAGE))
      .execute();
  }
}
