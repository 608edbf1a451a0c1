import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GraphQLError, type GraphQLSchema, buildSchema, isObjectType } from 'graphql';
import type { Kant } from '../../inzage/verschil/compareStanden';
import { Tabelfout, readTabel } from '../../inzage/verschil/readTabel';
import type { Regelstand } from '../../inzage/verschil/regelstand';
import { type Composition, Compositiefout } from '../../../schema/compose/compose';
import { composeFolder } from '../../../schema/compose/composeFolder';
import { Invoerfout } from '../../../schema/invoerfout';
import { partnersFile } from '../../../schema/partners';
import { compileRules } from '../compileRules';
import { unusable } from '../ended';
import { codeInGit, codeOnDisk } from './readCode';

const ROOT = join(__dirname, '../../..');
const TABEL = 'coordinates.json';
const GRAAF = 'api.graphql';

/** One side of a comparison, and the code that decides by it: file to digest; null: there is none beside it. */
export interface Zijde extends Kant {
  readonly code: ReadonlyMap<string, string> | null;
}

/**
 * One side of a comparison, by what was typed: a checkout or its schema folder, as its files are written; a folder of
 * convenanten, with our catalogue, partners and graph; a compiled table; or else a git revision of this checkout. The graph is the
 * one beside the table; of a table that stands alone, ours if it is about that.
 *
 * @throws Ended 2 that says what was expected.
 */
export function readKant(given: string): Zijde {
  const onDisk = existsSync(given);
  const files = onDisk ? fromDisk(given) : fromGit(given);
  const stand = readStand(given, files.tabel);
  const schema = files.graaf === null ? ownGraph(stand) : buildGraph(given, files.graaf);
  return { stand, schema, code: onDisk ? codeOnDisk(given) : codeInGit(given) };
}

interface Files {
  readonly tabel: string;
  readonly graaf: string | null;
}

function fromDisk(given: string): Files {
  const folders = [join(given, 'schema'), given];
  const written = folders.find((folder) => existsSync(join(folder, 'gegevens.yaml')));
  if (written !== undefined) {
    const composed = composeSdl(given, written);
    const supergraph = composed === null ? {} : { supergraph: composed.supergraph };
    const { tabel } = compile(given, { schema: written, ...supergraph });
    return { tabel, graaf: composed?.api ?? readFileSync(join(written, GRAAF), 'utf8') };
  }
  if (
    statSync(given).isDirectory() &&
    !existsSync(join(given, TABEL)) &&
    readdirSync(given).some((name) => name.endsWith('.yaml'))
  ) {
    const { tabel } = compile(given, { schema: join(ROOT, 'schema'), convenanten: given, partners: partnersFile() });
    return { tabel, graaf: null };
  }
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

/** Of the SDL of the sources as it is written: a field may have another label than when it was composed. */
function composeSdl(given: string, schema: string): Composition | null {
  try {
    return composeFolder(schema);
  } catch (fout) {
    if (fout instanceof Invoerfout) return null;
    if (!(fout instanceof Compositiefout || fout instanceof GraphQLError)) throw fout;
    const [first = ''] = fout instanceof Compositiefout ? fout.meldingen : [fout.message];
    const [why = ''] = first.split('\n');
    throw unusable(`De SDL in ${given} is geen graaf: ${why.replace(/\.$/, '')}. Zie "npm run contract".`);
  }
}

/** What is written, and not what was compiled of it once: an edit must be seen before anybody compiles it. */
function compile(given: string, what: Parameters<typeof compileRules>[0]): ReturnType<typeof compileRules> {
  try {
    return compileRules(what);
  } catch (fout) {
    if (!(fout instanceof Invoerfout)) throw fout;
    const [first] = fout.meldingen;
    const where =
      first === undefined ? '' : `${first.bestand}:${String(first.regel)}:${String(first.kolom)} ${first.melding}`;
    throw unusable(
      `De regels van ${given} kloppen niet (${String(fout.meldingen.length)}): ${where}. Zie "hub check".`,
    );
  }
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
