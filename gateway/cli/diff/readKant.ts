import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type GraphQLSchema, buildSchema, isObjectType } from 'graphql';
import type { Kant } from '../../inzage/verschil/compareStanden';
import { Tabelfout, readTabel } from '../../inzage/verschil/readTabel';
import type { Regelstand } from '../../inzage/verschil/regelstand';
import { unusable } from '../ended';

const ROOT = join(__dirname, '../../..');
const TABEL = 'coordinates.json';
const GRAAF = 'api.graphql';

/**
 * One side of a comparison, by what was typed: a compiled table, a checkout or its schema folder, or else a git revision
 * of this checkout. The graph is the one beside the table; of a table that stands alone, ours if it is about that.
 *
 * @throws Ended 2 that says what was expected.
 */
export function readKant(given: string): Kant {
  const files = existsSync(given) ? fromDisk(given) : fromGit(given);
  const stand = readStand(given, files.tabel);
  return { stand, schema: files.graaf === null ? ownGraph(stand) : buildGraph(given, files.graaf) };
}

interface Files {
  readonly tabel: string;
  readonly graaf: string | null;
}

function fromDisk(given: string): Files {
  const folders = [join(given, 'schema'), given];
  const tabel = statSync(given).isDirectory()
    ? folders.map((folder) => join(folder, TABEL)).find((file) => existsSync(file))
    : given;
  if (tabel === undefined) throw unusable(`In ${given} staat geen coordinatentabel (${TABEL} of schema/${TABEL}).`);
  const graaf = join(dirname(tabel), GRAAF);
  return { tabel: readFileSync(tabel, 'utf8'), graaf: existsSync(graaf) ? readFileSync(graaf, 'utf8') : null };
}

function fromGit(given: string): Files {
  // What begins with a dash would be an option of git.
  const tabel = given.startsWith('-') ? null : show(`${given}:./schema/${TABEL}`);
  if (tabel === null) {
    throw unusable(`"${given}" is geen bestand, geen map, en geen git-revisie met een schema/${TABEL}.`);
  }
  return { tabel, graaf: show(`${given}:./schema/${GRAAF}`) };
}

function show(object: string): string | null {
  try {
    const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
    return execFileSync('git', ['show', object], { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}

function readStand(given: string, text: string): Regelstand {
  try {
    return readTabel(text);
  } catch (fout) {
    if (!(fout instanceof Tabelfout)) throw fout;
    throw unusable(`${given} is geen coordinatentabel die deze hub kent: ${fout.message.replaceAll('\n', '; ')}.`);
  }
}

function buildGraph(given: string, text: string): GraphQLSchema {
  try {
    return buildSchema(text);
  } catch {
    throw unusable(`Naast de tabel van ${given} staat een ${GRAAF} die niet te lezen is.`);
  }
}

function ownGraph({ labels }: Regelstand): GraphQLSchema | null {
  const schema = buildSchema(readFileSync(join(ROOT, 'schema', GRAAF), 'utf8'));
  const known = [...labels.keys()].every((coordinaat) => {
    const [type = '', veld = ''] = coordinaat.split('.');
    const object = schema.getType(type);
    return isObjectType(object) && Object.hasOwn(object.getFields(), veld);
  });
  return known ? schema : null;
}
