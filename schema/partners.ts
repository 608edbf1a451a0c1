import { join } from 'node:path';
import { z } from 'zod';
import type { Ketenpartner, Ketenpartners } from './domain/ketenpartner';
import { PARTNERSOORTEN } from './domain/partnersoort';
import { SUBGRAVEN } from './domain/subgraaf';
import { WGS_STATUSSEN } from './domain/wgsStatus';
import { Invoerfout, type Invoermelding } from './invoerfout';
import { magAccount } from './magAccount';
import { WGS_VAN_SOORT } from './wgsVanSoort';
import { lijst, tekst, vorm, woord } from './woorden';
import { readYaml } from './yaml';

/** A public key of an issuer. One with its private part in it is no public key any more. */
const publicKey = z
  .record(z.string(), z.unknown())
  .refine((jwk) => typeof jwk['kid'] === 'string' && typeof jwk['kty'] === 'string', {
    error: 'verwacht een openbare sleutel (JWK) met kty en kid',
  })
  .refine((jwk) => !('d' in jwk) && !('k' in jwk), {
    error: 'deze sleutel bevat haar geheime deel; alleen het openbare deel hoort hier',
  });

/** A public key of a partner under which it signs its akten: on P-256, and nothing but the key and its name. */
const stapsleutel = z.strictObject(
  {
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: z.string().regex(/^[\w-]{43}$/),
    y: z.string().regex(/^[\w-]{43}$/),
    kid: z.string().regex(/^[\w.:-]{1,100}$/),
    alg: z.literal('ES256').optional(),
    use: z.literal('sig').optional(),
  },
  { error: 'verwacht een openbare sleutel (JWK: kty EC, crv P-256, x, y en kid)' },
);

/** A verifier key (C2SP signed-note): name, hash of four bytes, and an Ed25519 key of 33 bytes. */
const VERIFIER = /^[a-z0-9-]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/;

const partnersSchema = z.strictObject({
  partners: z.array(
    z.strictObject({
      id: vorm(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'kleine letters en cijfers, met koppeltekens ertussen'),
      oin: vorm(/^[0-9]{20}$/, 'een OIN van 20 cijfers, tussen aanhalingstekens'),
      naam: tekst(),
      soort: woord('partnersoort', PARTNERSOORTEN),
      wgs: woord('WGS-status', WGS_STATUSSEN),
      werkgebied: lijst(tekst()),
      subgraaf: woord('subgraaf', SUBGRAVEN).nullable().default(null),
      account: z.boolean(),
      sleutel: vorm(VERIFIER, 'naam+hash+sleutel, zoals "hub keygen" schrijft').nullable().default(null),
      stapsleutels: z.array(stapsleutel).default([]),
      uitgever: z
        .strictObject({ issuer: z.url({ protocol: /^https$/ }), sleutels: z.array(publicKey).min(1) })
        .nullable()
        .default(null),
    }),
  ),
});

/** The file of the partners: PARTNERS_FILE, or else the example. */
export function partnersFile(): string {
  const given = process.env['PARTNERS_FILE'];
  return given === undefined || given === '' ? join(__dirname, 'partners.yaml') : given;
}

/** Reads who takes part. Throws Invoerfout with the place of everything that is wrong. */
export function readKetenpartners(bestand: string = partnersFile()): Ketenpartners {
  const gelezen = readYaml(bestand, partnersSchema);
  const partners = new Map<string, Ketenpartner>();
  const meldingen: Invoermelding[] = [];
  const oins = new Map<string, string>();
  const hosts = new Map<string, string>();
  const sleutelbezit = new Map<string, string>();
  gelezen.value.partners.forEach((partner, index) => {
    const fout = (sleutel: keyof Ketenpartner, melding: string): void => {
      meldingen.push(gelezen.melding(['partners', index, sleutel], melding));
    };
    if (partners.has(partner.id)) fout('id', `ketenpartner "${partner.id}" staat er twee keer`);
    const zelfdeOin = oins.get(partner.oin);
    if (zelfdeOin !== undefined) fout('oin', `OIN ${partner.oin} is al van "${zelfdeOin}"; verwacht een eigen OIN`);
    const status = WGS_VAN_SOORT[partner.soort];
    if (partner.wgs !== status) fout('wgs', `${partner.soort} is ${status}, niet ${partner.wgs} (WGS 2.27)`);
    if (partner.account && !magAccount(partner.soort)) {
      const wie = `${partner.soort} staat BUITEN de WGS en heeft geen eigen wet`;
      fout('account', `${wie}, dus geen account: verwacht false (BGS 2.21 lid 3)`);
    }
    if (!partner.account && partner.wgs !== 'BUITEN') {
      fout('account', `${partner.soort} neemt deel en heeft een account: verwacht true (WGS 2.27)`);
    }
    if (partner.sleutel !== null && !partner.sleutel.startsWith(`${partner.id}+`)) {
      fout('sleutel', `deze sleutel is niet van "${partner.id}"; verwacht een die met "${partner.id}+" begint`);
    }
    for (const { kid, x } of partner.stapsleutels) {
      const eerste = partner.stapsleutels.filter((one) => one.kid === kid).length === 1;
      if (!eerste) fout('stapsleutels', `sleutel "${kid}" staat er twee keer`);
      const andere = sleutelbezit.get(x);
      if (andere !== undefined)
        fout('stapsleutels', `sleutel "${kid}" is ook van "${andere}"; verwacht een eigen sleutel`);
      sleutelbezit.set(x, partner.id);
    }
    if (partner.subgraaf !== null) {
      const andere = hosts.get(partner.subgraaf);
      if (andere !== undefined) fout('subgraaf', `subgraaf ${partner.subgraaf} wordt al beheerd door "${andere}"`);
      if (partner.wgs === 'BUITEN') fout('subgraaf', 'wie BUITEN de wet staat beheert geen subgraaf');
      hosts.set(partner.subgraaf, partner.id);
    }
    oins.set(partner.oin, partner.id);
    partners.set(partner.id, partner);
  });
  for (const subgraaf of SUBGRAVEN) {
    if (!hosts.has(subgraaf)) {
      meldingen.push(gelezen.melding([], `niemand beheert subgraaf ${subgraaf}; verwacht precies een ketenpartner`));
    }
  }
  if (meldingen.length > 0) throw new Invoerfout(meldingen);
  return partners;
}

/** Partner id of the host of each source. */
export function hostIdsOf(partners: Ketenpartners): Map<string, string> {
  return new Map([...partners.values()].flatMap(({ subgraaf, id }) => (subgraaf === null ? [] : [[subgraaf, id]])));
}
