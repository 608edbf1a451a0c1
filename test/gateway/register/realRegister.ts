import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { openRegister } from '../../../gateway/register/openRegister';
import type { Register } from '../../../gateway/register/register';
import type { RegisterOptions } from '../../../gateway/register/writer/openWriter';
import { emptyRegel } from '../../../gateway/registering';
import type { Registerregel } from '../../../schema/domain/registerregel';
import { writeVerifier } from '../../../schema/signedNote';

/** A register by the real writer, beneath the hub: its entries are few and plain. */
const NAAM = 'register.proef';
const empty = emptyRegel({ digest: 'a'.repeat(64), attest: 'b'.repeat(64) });
const key = new Uint8Array(32).fill(7);

export interface Place {
  readonly databaseUrl: string | null;
  readonly file: string;
}
export const newKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
export const vkeyOf = (pem: string): string => writeVerifier(NAAM, createPrivateKey(pem));

export function optionsFor(place: Place, pem: string, former: string | null = null): RegisterOptions {
  const named = { naam: NAAM, pem };
  return { ...place, key, checkpoint: named, formerCheckpoint: former === null ? null : { naam: NAAM, pem: former } };
}

/** As a hub that starts. */
export async function start(options: RegisterOptions): Promise<Register> {
  const register = await openRegister(options);
  const checkpointsleutel = vkeyOf(options.checkpoint.pem);
  const stand = { tabel: 't', labels: 'l', code: 'c', sleutels: [], convenanten: {}, checkpointsleutel };
  await register.append({ ...empty, soort: 'START', stand });
  return register;
}

/** An answer about some persons, in one of a few casussen. */
export function answerAbout(nr: number, persons: number): Registerregel {
  const verstrekkingen = Array.from({ length: persons }, (_, index) => ({
    bronhouder: `0000${String(index)}`,
    categorie: 'politie.incidenten',
    coordinaat: 'Hoofdbetrokkene.incidenten',
    persoon: `prs-${String((nr * 3 + index) % 11)}`,
    artikel: 'WGS 2.30',
    eigen: index === 1,
    aantal: index,
    records: [],
  }));
  return {
    ...empty,
    soort: 'ANTWOORD',
    partner: 'dimence',
    medewerker: `m-${String(nr % 4)}`,
    casus: `cas-${String(nr % 5)}`,
    naar: nr % 6 === 0 ? 'politie-oost-nederland' : null,
    verstrekkingen,
  };
}

export async function fill(register: Register, count: number): Promise<string[]> {
  const ids: string[] = [];
  await Promise.all(
    Array.from({ length: count }, async (_, nr) => {
      ids.push((await register.append(answerAbout(nr, nr % 4))).id);
    }),
  );
  return ids;
}

export const lineOf = (regel: Partial<Registerregel> & Pick<Registerregel, 'soort'>): Registerregel => ({
  ...empty,
  ...regel,
});
