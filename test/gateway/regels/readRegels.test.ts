import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attest } from '../../../gateway/regels/attest';
import { Invoerfout } from '../../../schema/invoerfout';
import { situatie } from '../decide/ground';
import { signedHouse } from './ground';

const PARTIJEN = ['politie-oost-nederland', 'gemeente-zwolle', 'om-oost-nederland'] as const;
let huis: ReturnType<typeof signedHouse>;
beforeEach(() => {
  huis = signedHouse();
});
afterEach(() => {
  huis.drop();
});

const fout = (read: () => unknown): string => {
  try {
    read();
  } catch (gevonden) {
    if (gevonden instanceof Invoerfout) return gevonden.message;
    throw gevonden;
  }
  throw new Error('expected an Invoerfout');
};
const signAll = async (): Promise<void> => {
  for (const partij of PARTIJEN) expect(await huis.sign(partij)).toMatchObject({ code: 0, err: '' });
};
/** A second version beside the first, from the day on which that ends. */
const addLater = (): void => {
  const text = readFileSync(huis.bestand, 'utf8');
  const [, tot = ''] = /geldig: \{ van: [\d-]+, tot: ([\d-]+) \}/.exec(text) ?? [];
  const later = text.replace(/^versie: .*$/m, "versie: 'later'").replace(/^geldig: .*$/m, `geldig: { van: ${tot}, tot: 2099-01-01 }`); // oxfmt-ignore
  writeFileSync(join(huis.dir, 'later.yaml'), later);
};
const decide = async (doel: 'CASUSREGIE' | 'STRAFRECHTELIJKE_HANDHAVING', ontvanger: string) => {
  const { decider, convenanten } = huis.read();
  const partner = huis.partners.get(ontvanger)!;
  return decider.decide(situatie({ convenant: convenanten[0]!, ontvanger: partner, doel }));
};

describe('in production a convenant is in force by its signatures', () => {
  test('nobody signed: it stops the start, naming the digest to sign', () => {
    expect(fout(huis.read)).toMatch(
      /huis\.yaml:1:1 geen enkele partij heeft dit convenant ondertekend \(tabel [0-9a-f]{64}\)/,
    );
  });

  test('who signed gives and receives; who did not does neither', async () => {
    await signAll();
    const { convenanten } = huis.read();
    expect(convenanten[0]!.getekend).toEqual(convenanten[0]!.partijen.filter((id) => PARTIJEN.includes(id as never)));
    const om = await decide('STRAFRECHTELIJKE_HANDHAVING', 'om-oost-nederland');
    expect(om.categorie('politie.incidenten')).toMatchObject({ uitkomst: 'ALLOW' });
    expect(om.categorie('zorg.advies')).not.toMatchObject({ uitkomst: 'ALLOW' });
    const rvdk = await decide('STRAFRECHTELIJKE_HANDHAVING', 'rvdk');
    expect(rvdk.categorie('casus.kern')).toMatchObject({ uitkomst: 'DENY', reden: 'NIET_ONDERTEKEND' });
  });

  test('in the demo all count as signed as long as nobody did; once somebody did, only who signed', async () => {
    const unsigned = huis.read({ mode: 'demo' }).convenanten[0]!;
    expect(unsigned.getekend).toEqual(unsigned.partijen);
    await huis.sign('om-oost-nederland');
    const [signed] = huis.read({ mode: 'demo' }).convenanten;
    expect(signed).toEqual({ ...unsigned, getekend: ['om-oost-nederland'] });
  });

  test('every version of a convenant is there to be found, each with its own digest', () => {
    addLater();
    const { versies, digests, convenanten } = huis.read({ mode: 'demo' });
    expect([...versies]).toStrictEqual([[convenanten[0]!.id, convenanten]]);
    expect(convenanten).toHaveLength(2);
    expect(new Set(digests.values()).size).toBe(2);
  });

  test('of a supplier that did not sign nothing is given', async () => {
    await huis.sign('om-oost-nederland');
    const om = await decide('STRAFRECHTELIJKE_HANDHAVING', 'om-oost-nederland');
    expect(om.categorie('politie.incidenten')).toMatchObject({ uitkomst: 'DENY', reden: 'BRON_NIET_ONDERTEKEND' });
  });

  test('an example never is', () => {
    writeFileSync(huis.bestand, readFileSync(huis.bestand, 'utf8').replace('titel:', 'voorbeeld: true\ntitel:'));
    expect(fout(huis.read)).toContain('een voorbeeld kan in productie niet gelden');
  });

  test('one field relabelled after the signing: it is refused, naming both digests', async () => {
    await signAll();
    const signed = /sha256 ([0-9a-f]{64})/.exec(readFileSync(`${huis.bestand}.sig`, 'utf8'))![1]!;
    const labels = new Map(huis.grond.labels);
    const kenmerk = labels.get('Hoofdbetrokkene.bsn')!;
    labels.set('Hoofdbetrokkene.bsn', { ...kenmerk, categorieen: ['persoon.geboortejaar'] });
    const melding = fout(() => huis.read({ labels }));
    expect(melding).toContain(`huis.yaml.sig:1:1 ondertekend is tabel ${signed}, maar nu geldt `);
    expect(/nu geldt ([0-9a-f]{64})/.exec(melding)![1]).not.toBe(signed);
  });

  test('a catalogue that demands less, a partij of another kind: each takes the signatures away', async () => {
    await signAll();
    const catalogus = new Map(huis.grond.catalogus);
    catalogus.set('politie.incidentinhoud', { ...catalogus.get('politie.incidentinhoud')!, vrijgave: false });
    expect(fout(() => huis.read({ catalogus }))).toContain('maar nu geldt');
    const partners = new Map(huis.partners);
    partners.set('tactus', { ...partners.get('tactus')!, werkgebied: ['Amsterdam'] });
    expect(fout(() => huis.read({ partners }))).toContain('maar nu geldt');
    expect(huis.read().digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    [
      'is altered',
      (text: string) =>
        text.replace(
          /(\u2014 gemeente-zwolle )(.{12})(.)/,
          (_, a: string, b: string, c: string) => `${a}${b}${c === 'A' ? 'B' : 'A'}`,
        ),
      'zij is niet met zijn sleutel gezet',
    ],
    [
      'stands there twice, of which once altered',
      (text: string) =>
        text.replace(
          /(\u2014 gemeente-zwolle .{12})(.)(.*\n)/,
          (line, a: string, b: string, c: string) => `${line}${a}${b === 'A' ? 'B' : 'A'}${c}`,
        ),
      'zij is niet met zijn sleutel gezet',
    ],
    [
      'stands under the name of another',
      (text: string) => text.replace('\u2014 gemeente-zwolle ', '\u2014 tactus '),
      'de handtekening van "tactus" geldt niet',
    ],
    [
      'is of nobody',
      (text: string) => text.replace('\u2014 gemeente-zwolle ', '\u2014 halt '),
      '"halt" is geen partij',
    ],
    ['is no note', () => 'getekend, allen\n', 'geen ondertekende tekst'],
    [
      'is over another version',
      (text: string) => text.replace('versie 2026.1', 'versie 2026.2'),
      'een ander convenant of een andere versie',
    ],
  ])('a signature that %s stops the start', async (_name, change, melding) => {
    await signAll();
    writeFileSync(`${huis.bestand}.sig`, change(readFileSync(`${huis.bestand}.sig`, 'utf8')));
    expect(fout(huis.read)).toContain(melding);
  });

  test('what is wrong with a signature is told at its line; what is wrong with the whole, at the first', async () => {
    await signAll();
    const file = `${huis.bestand}.sig`;
    const good = readFileSync(file, 'utf8');
    for (const [index, partij] of PARTIJEN.entries()) {
      writeFileSync(file, good.replace(`\u2014 ${partij} `, '\u2014 halt '));
      // Name, version, digest and an empty line go before, and after them the signatures in the order of signing.
      const lines = good.split('\n').findIndex((line) => line.startsWith(`\u2014 ${partij} `)) + 1;
      expect(lines).toBeGreaterThan(index + 1);
      expect(fout(huis.read)).toContain(`huis.yaml.sig:${String(lines)}:1 "halt" is geen partij`);
    }
    writeFileSync(file, good.replace('versie 2026.1', 'versie 2026.2'));
    expect(fout(huis.read)).toContain('huis.yaml.sig:1:1 de handtekeningen horen bij');
  });

  test('all that is wrong with signatures is told at once, file by file', async () => {
    await signAll();
    addLater();
    for (const naam of ['huis', 'later']) writeFileSync(join(huis.dir, `${naam}.yaml.sig`), 'getekend, allen\n');
    const melding = fout(huis.read);
    for (const naam of ['huis', 'later'])
      expect(melding).toContain(`${naam}.yaml.sig:1:1 dit is geen ondertekende tekst`);
  });

  test('signatures that can not be read are a fault of the machine, and told as that', () => {
    mkdirSync(`${huis.bestand}.sig`);
    expect(huis.read).toThrow('EISDIR');
  });

  test('of a partij whose key is not known no signature holds', async () => {
    await signAll();
    const partners = new Map(huis.partners);
    partners.set('gemeente-zwolle', { ...partners.get('gemeente-zwolle')!, sleutel: null });
    expect(fout(() => huis.read({ partners }))).toContain('van deze partij is geen sleutel bekend');
  });
});

describe('hub sign', () => {
  test('adds a partij, replaces its own earlier signature, and keeps those of others', async () => {
    await signAll();
    const { out } = await huis.sign('gemeente-zwolle', '--json');
    expect((JSON.parse(out) as { ondertekend: string[] }).ondertekend.sort()).toEqual([...PARTIJEN].sort());
  });

  test('refuses to mix with signatures over another table, unless told to begin anew', async () => {
    await signAll();
    appendFileSync(huis.bestand, '\n');
    writeFileSync(huis.bestand, readFileSync(huis.bestand, 'utf8').replace("versie: '2026.1'", "versie: '2026.9'"));
    expect(await huis.sign('gemeente-zwolle')).toMatchObject({ code: 2, out: '' });
    const { code, out } = await huis.sign('gemeente-zwolle', '--opnieuw');
    expect([code, out.includes('ondertekend door: gemeente-zwolle\n')]).toEqual([0, true]);
  });

  test('refuses an example, who is no partij, and the key of somebody else', async () => {
    expect((await huis.sign('halt')).code).toBe(2);
    writeFileSync(`${huis.dir}/rvdk.pem`, readFileSync(`${huis.dir}/tactus.pem`));
    expect((await huis.sign('rvdk')).err).toContain('niet die van "rvdk"');
    writeFileSync(huis.bestand, readFileSync(huis.bestand, 'utf8').replace('titel:', 'voorbeeld: true\ntitel:'));
    expect((await huis.sign('rvdk')).err).toContain('is een voorbeeld');
  });
});

describe('attest', () => {
  test('names who signed and who did not, and changes with signatures, code and keys', async () => {
    await signAll();
    const regels = huis.read();
    const told = attest(regels);
    expect(told.convenanten[0]).toMatchObject({ digest: regels.digests.values().next().value });
    expect([...told.convenanten[0]!.getekend, ...told.convenanten[0]!.ontbreekt].sort()).toEqual(
      [...regels.convenanten[0]!.partijen].sort(),
    );
    await huis.sign('tactus');
    const later = [huis.read(), huis.read({ code: 'other' }), huis.read({ sleutels: ['k'] })].map((one) => one.attest);
    expect(new Set([told.attest, ...later]).size).toBe(4);
  });

  test('what the demo lets an example count for is not told as signed', () => {
    const regels = huis.read({ mode: 'demo' });
    expect(regels.convenanten[0]!.getekend).toEqual(regels.convenanten[0]!.partijen);
    expect(attest(regels).convenanten[0]!.getekend).toEqual([]);
  });
});
