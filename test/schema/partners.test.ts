import { PARTNERSOORTEN } from '../../schema/domain/partnersoort';
import { magAccount } from '../../schema/magAccount';
import { readKetenpartners } from '../../schema/partners';
import { invoerfoutVan, tijdelijkBestand } from './tijdelijkBestand';

const geldig = `partners:
  - { id: politie, oin: "00000099000000000001", naam: Politie, soort: POLITIE, wgs: PUBLIEK, werkgebied: [Zwolle], subgraaf: police, account: true }
  - { id: ggz, oin: "00000099000000000002", naam: Ggz, soort: GGZ, wgs: PRIVAAT, werkgebied: [Zwolle], subgraaf: care, account: true }
  - { id: gemeente, oin: "00000099000000000003", naam: Gemeente, soort: GEMEENTE, wgs: PUBLIEK, werkgebied: [Zwolle], subgraaf: municipality, account: true }
  - { id: wonen, oin: "00000099000000000004", naam: Wonen, soort: WONINGCORPORATIE, wgs: BUITEN, werkgebied: [Zwolle], account: false }
`;

function fout(van: string, naar: string): string {
  expect(geldig).toContain(van);
  const bestand = tijdelijkBestand('partners.yaml', geldig.replace(van, naar));
  return invoerfoutVan(() => readKetenpartners(bestand));
}

describe('the partners of the region', () => {
  const partners = readKetenpartners();

  it('are read whole, with one host for each subgraph', () => {
    expect(partners.size).toBe(19);
    expect([...partners.values()].flatMap((p) => (p.subgraaf === null ? [] : [[p.subgraaf, p.id]]))).toEqual([
      ['police', 'politie-oost-nederland'],
      ['municipality', 'gemeente-zwolle'],
      ['care', 'dimence'],
    ]);
  });

  it('have test numbers only', () => {
    for (const partner of partners.values()) expect(partner.oin).toMatch(/^00000099\d{12}$/);
  });

  it('have an account unless they stand outside the WGS without an act of their own', () => {
    const zonder = [...partners.values()].filter((p) => !p.account).map((p) => p.id);
    expect(zonder).toEqual(['woningcorporatie-ijsselland', 'slachtofferhulp']);
    const buiten = [...partners.values()].filter((p) => p.wgs === 'BUITEN' && p.account).map((p) => p.id);
    expect(buiten).toEqual(['uwv', 'svb', 'belastingdienst']);
  });

  it.each(PARTNERSOORTEN)('may have an account or not by what they are: %s', (soort) => {
    const zonder = ['WONINGCORPORATIE', 'ONDERWIJS', 'HALT', 'SLACHTOFFERHULP'];
    expect(magAccount(soort)).toBe(!zonder.includes(soort));
  });
});

describe('a list of partners refuses', () => {
  it.each([
    [
      'an OIN without quotation marks',
      '"00000099000000000001"',
      '00000099000000000001',
      'partners.yaml:2:25 00000099000000000001 is als getal te lang en wordt afgerond; zet er aanhalingstekens omheen',
    ],
    [
      'an OIN of 19 digits',
      '"00000099000000000001"',
      '"0000009900000000001"',
      'partners.yaml:2:25 "0000009900000000001" is ongeldig; verwacht een OIN van 20 cijfers, tussen aanhalingstekens',
    ],
    [
      'two partners with one OIN',
      '00000099000000000002',
      '00000099000000000001',
      'partners.yaml:3:21 OIN 00000099000000000001 is al van "politie"; verwacht een eigen OIN',
    ],
    [
      'two partners with one id',
      'id: ggz',
      'id: politie',
      'partners.yaml:3:11 ketenpartner "politie" staat er twee keer',
    ],
    [
      'a status that the act does not give to the kind',
      'wgs: PRIVAAT',
      'wgs: PUBLIEK',
      'partners.yaml:3:73 GGZ is PRIVAAT, niet PUBLIEK (WGS 2.27)',
    ],
    [
      'an account for one outside the act',
      'account: false',
      'account: true',
      'partners.yaml:5:129 WONINGCORPORATIE staat BUITEN de WGS en heeft geen eigen wet, dus geen account: verwacht false (BGS 2.21 lid 3)',
    ],
    [
      'no account for one that takes part',
      'subgraaf: care, account: true',
      'subgraaf: care, account: false',
      'partners.yaml:3:129 GGZ neemt deel en heeft een account: verwacht true (WGS 2.27)',
    ],
    ['a partner without an OIN', ' oin: "00000099000000000002",', '', 'partners.yaml:3:5 "oin" ontbreekt'],
    [
      'a second host',
      'subgraaf: care',
      'subgraaf: police',
      'partners.yaml:3:114 subgraaf police wordt al beheerd door "politie"\npartners.yaml:1:1 niemand beheert subgraaf care; verwacht precies een ketenpartner',
    ],
    [
      'a subgraph without a host',
      ', subgraaf: care',
      '',
      'partners.yaml:1:1 niemand beheert subgraaf care; verwacht precies een ketenpartner',
    ],
    [
      'a host outside the act',
      'wgs: BUITEN, werkgebied: [Zwolle]',
      'wgs: BUITEN, werkgebied: [Zwolle], subgraaf: care',
      'partners.yaml:5:130 subgraaf care wordt al beheerd door "ggz"\npartners.yaml:5:130 wie BUITEN de wet staat beheert geen subgraaf',
    ],
    [
      'a mistyped kind',
      'soort: POLITIE',
      'soort: POLITE',
      'partners.yaml:2:71 "POLITE" is geen partnersoort; bedoelde u "POLITIE"?',
    ],
    [
      'a key to verify with that is none',
      'account: true',
      'account: true, sleutel: "politie+1234abcd+AAAA"',
      'partners.yaml:2:158 "politie+1234abcd+AAAA" is ongeldig; verwacht naam+hash+sleutel, zoals "hub keygen" schrijft',
    ],
    [
      'a key to verify with of another',
      'account: true',
      `account: true, sleutel: "ggz+1234abcd+${'A'.repeat(44)}"`,
      'partners.yaml:2:158 deze sleutel is niet van "politie"; verwacht een die met "politie+" begint',
    ],
    [
      'a key that it does not know',
      'werkgebied: [Zwolle], subgraaf: police',
      'werkgebied: [Zwolle], subgraf: police',
      'partners.yaml:2:116 "subgraf" is geen sleutel die hier mag staan; bedoelde u "subgraaf"?',
    ],
  ])('%s', (_, van, naar, message) => {
    expect(fout(van, naar)).toBe(message);
  });

  const x = 'x'.repeat(43);
  const y = 'y'.repeat(43);
  const sleutel = (over: string): string => `{kty: EC, crv: P-256, x: ${x}, y: ${y}, kid: a${over}}`;
  const met = (...sleutels: string[]): string => `account: true, stapsleutels: [${sleutels.join(', ')}]`;
  it.each([
    ['of another sort', met('{kty: RSA, n: x, e: AQAB, kid: a}'), 'verwacht EC; kreeg "RSA"'],
    ['on another curve', met(sleutel('').replace('P-256', 'P-384')), 'verwacht P-256; kreeg "P-384"'],
    [
      'with its private part',
      met(sleutel(', d: geheim')),
      'verwacht een openbare sleutel (JWK: kty EC, crv P-256, x, y en kid)',
    ],
    ['of which half is there', met(sleutel('').replace(`y: ${y}, `, '')), '"y" ontbreekt'],
    ['without a name', met(sleutel('').replace(', kid: a', '')), '"kid" ontbreekt'],
    [
      'twice under one name',
      met(sleutel(''), sleutel('').replace(x, 'z'.repeat(43))),
      'sleutel "a" staat er twee keer',
    ],
  ])('a key to take stappen with %s', (_, naar, message) => {
    const told = fout('account: true', naar);
    expect(told).toContain(message);
    expect(told).not.toContain('geheim');
  });

  it('a key to take stappen with that another partner has too', () => {
    const both = geldig.replace('account: true', met(sleutel(''))).replace('account: true }', `${met(sleutel(''))} }`);
    const bestand = tijdelijkBestand('partners.yaml', both);
    expect(invoerfoutVan(() => readKetenpartners(bestand))).toContain('sleutel "a" is ook van "politie"; verwacht een eigen sleutel'); // oxfmt-ignore
  });

  it('but lets a public body with an act of its own have an account, or have none', () => {
    for (const account of ['true', 'false']) {
      const uwv = `  - { id: uwv, oin: "00000099000000000005", naam: Uwv, soort: UWV, wgs: BUITEN, werkgebied: [Zwolle], account: ${account} }\n`;
      const partners = readKetenpartners(tijdelijkBestand('partners.yaml', geldig + uwv));
      expect(partners.get('uwv')?.account).toBe(account === 'true');
    }
  });
});
