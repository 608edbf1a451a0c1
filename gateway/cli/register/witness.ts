import { cosign, writeCosigner } from '../../../schema/cosignature';
import { type Verifier, formatNote } from '../../../schema/signedNote';
import { type Checkpoint, parseCheckpoint } from '../../register/verifier/checkpoint';
import { readSettings } from '../../settings';
import type { Vraagkop } from '../asking/askHub';
import { tokenOf } from '../asking/caller';
import type { AddCommand } from '../commands';
import { fallsShort, unusable } from '../ended';
import { json } from '../json';
import { readPrivateKey } from '../readPrivateKey';
import type { Terminal } from '../terminal';
import { readSleutel } from './readGiven';
import { askGrowth, askStand } from './witness/askStand';
import { whyNoGrowth, whyNotOf } from './witness/judge';
import { type Getuigenmap, openMap } from './witness/map';

interface Options {
  readonly partner: string;
  readonly medewerker: string;
  readonly sleutel: string;
  readonly map: string;
  readonly hub?: string;
  readonly json?: true;
}

/** `hub register witness`: a partner keeps, outside the hub, how far the register was, and sees to it that it only grows. */
export const addWitness: AddCommand = (register, terminal) => {
  register
    .command('witness')
    .description('Bewaart namens een partner hoe ver het register is, na controle dat het alleen groeide.')
    .requiredOption('--partner <id>', 'ketenpartner die getuige is')
    .requiredOption('--medewerker <id>', 'wie het vraagt: iedereen die zijn partner heeft aangewezen')
    .requiredOption('--sleutel <bestand>', 'geheime sleutel van de partner (PEM, Ed25519), zie "keygen"')
    .requiredOption('--map <map>', 'waar het wordt bewaard: buiten bereik van wie de hub beheert')
    .option('--hub <sleutel>', 'sleutel van het register (naam+hash+sleutel): de eerste keer, en als er een nieuwe is')
    .option('--json', 'als JSON: {grootte, vorige, bestand, getuige}')
    .addHelpText(
      'after',
      '\nVraagt het aan PUBLIC_URL, of anders http://localhost:PORT, met het token in KETENHUB_TOKEN; in de demo zo nodig' +
        '\nmet een token voor wie genoemd is. Het checkpoint komt met een eigen handtekening (C2SP cosignature/v1) in' +
        '\nlaatste.checkpoint, dat "register verify --checkpoint" leest. Wat niet klopt komt er als bewijs naast.' +
        '\nDe sleutel voor --hub staat in GET /health/ready van de hub, als "registersleutel". Vergelijk haar met wat u langs' +
        '\neen andere weg kreeg van wie de hub beheert: een hub die liegt noemt zijn eigen. Daarna onthoudt hub.sleutel haar.' +
        '\nAfloop: 0 het groeide alleen, 1 het register is herschreven of gekrompen, of de hub weigert, 2 onbruikbare invoer.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- register witness --partner dimence --medewerker m-dimence-1 \\\n' +
        '    --sleutel dimence.pem --map getuige --hub register.example+1f2e3d4c+AbC...',
    )
    .action((options: Options) => witness(options, terminal));
};

async function witness(
  { sleutel, map: dir, hub, json: asJson, ...persona }: Options,
  terminal: Terminal,
): Promise<void> {
  const settings = readSettings(terminal.env, 'demo');
  const privateKey = readPrivateKey(sleutel);
  const given = hub === undefined ? null : readSleutel('--hub', hub);
  const map = openMap(dir);
  const key = given ?? map.hub;
  if (key === null)
    throw unusable(
      'Geef de eerste keer met --hub de sleutel van het register: "registersleutel" in GET /health/ready.',
    );
  const kop = { authorization: `Bearer ${await tokenOf(settings, terminal.env['KETENHUB_TOKEN'], persona)}` };
  const now = terminal.now();
  const checkpoint = await askContinued(settings.publicUrl, kop, map, key, now);
  const time = Math.floor(now.getTime() / 1000);
  const { text, signatures } = checkpoint.note;
  // Over the signatures of the hub alone: who else vouches is for them to say.
  const own = signatures.filter(({ name }) => name === key.name);
  const bestand = map.keep(formatNote({ text, signatures: [...own, cosign(text, persona.partner, privateKey, time)] }));
  if (hub !== undefined) map.keepSleutel(hub);
  const { grootte } = checkpoint;
  const vorige = map.kept?.grootte ?? null;
  const getuige = writeCosigner(persona.partner, privateKey);
  terminal.out(
    asJson
      ? json({ grootte, vorige, bestand, getuige })
      : `Het register telt ${String(grootte)} regels${vorige === null ? '' : ` en zette de ${String(vorige)} van eerder voort`}.\n` +
          `bewaard in: ${bestand}\nsleutel van de getuige: ${getuige}\n`,
  );
}

/** The newest checkpoint, found to continue the one that was kept. Throws Ended: 1, with what was given set aside. */
async function askContinued(
  url: string,
  kop: Vraagkop,
  map: Getuigenmap,
  hub: Verifier,
  now: Date,
): Promise<Checkpoint> {
  const { kept } = map;
  const tekst = await askStand(url, kop);
  if (tekst === null && kept === null)
    throw unusable('Het register heeft nog geen checkpoint; vraag het over een seconde weer.');
  const refuse = (melding: string): Error =>
    fallsShort(
      `${melding}. Beide zijn bewaard: ${map.keepEvidence(tekst ?? '', now)}${kept === null ? '' : ' naast laatste.checkpoint'}.`,
    );
  const checkpoint = parseCheckpoint(tekst ?? '');
  if (checkpoint === null) throw refuse('De hub geeft iets dat geen checkpoint is');
  const foreign = whyNotOf(hub, checkpoint);
  if (foreign !== null) throw refuse(capital(foreign));
  if (kept === null) return checkpoint;
  const grew = checkpoint.grootte > kept.grootte;
  const proof = grew ? await askGrowth(url, kop, { van: kept.grootte, tot: checkpoint.grootte }) : [];
  const broken =
    kept.origin === checkpoint.origin ? whyNoGrowth(kept, checkpoint, proof) : 'eerder was het een ander register';
  if (broken !== null) throw refuse(capital(broken));
  return checkpoint;
}

function capital(melding: string): string {
  return melding.charAt(0).toUpperCase() + melding.slice(1);
}
