import { OIN, aanwijzing, ask, casus, kleinConvenant, persoon, smallWorld, zetel } from './smallWorld';

const RISICO = 'politie.risico | POLITIE | GGZ, GEMEENTE';
const withCasus = (more: Partial<typeof casus>) => smallWorld({ municipality: { casussen: [{ ...casus, ...more }] } });

describe('what is decided before any row', () => {
  test('each reason is that of the first step that leaves no verstrekking', () => {
    const bsn = (more: string) => kleinConvenant(`persoon.bsn | GEMEENTE | ${more}`);
    const reden = (contract: ReturnType<typeof bsn>) =>
      ask(contract, smallWorld(), 'dimence', 'hoofdbetrokkenen { nummer: bsn }').errors;
    const line = (why: string) => [`casus.hoofdbetrokkenen.@.nummer Hoofdbetrokkene.bsn ${why}`];
    expect(reden(kleinConvenant())).toEqual(line('GEEN_VERSTREKKING'));
    expect(reden(bsn('POLITIE'))).toEqual(line('PARTNER_NIET_GEDEKT'));
    expect(reden(bsn('GGZ | rollen: [MELDER]'))).toEqual(line('ROL_NIET_GEDEKT'));
    expect(reden(bsn('GGZ | doelen: [CASUSREGIE]'))).toEqual(line('DOEL_NIET_GEDEKT'));
    expect(reden(bsn('GGZ | fasen: [UITVOERING]'))).toEqual(line('FASE_NIET_GEDEKT'));
    expect(reden(bsn('GGZ | kaders: [VRIJWILLIG]'))).toEqual(line('KADER_NIET_GEDEKT'));
    expect(reden(kleinConvenant('persoon.bsn | gemeente-hardenberg | GGZ'))).toEqual(line('BRON_GEEN_PARTIJ'));
    expect(reden(bsn('dimence'))).toEqual([]);
  });

  test('a closed casus shows nothing, and refuses at the outermost selection only', () => {
    for (const more of [{ status: 'AFGESCHERMD' }, { status: 'AFGEWEZEN' }, { fase: 'AFSLUITING' }] as const) {
      expect(ask(kleinConvenant(), withCasus(more), 'dimence', 'id kenmerk hoofdbetrokkenen { bsn }')).toEqual({
        casus: null,
        errors: ['casus Query.casus CASUS_AFGESCHERMD'],
      });
    }
  });

  test('nobody reads hits before a second public partner confirmed: foreign data no, his own yes', () => {
    const world = withCasus({ bevestigdDoor: ['politie-oost-nederland', 'dimence'] });
    const contract = kleinConvenant('persoon.bsn | GEMEENTE | GGZ');
    expect(ask(contract, world, 'dimence', 'kenmerk hoofdbetrokkenen { bsn }')).toEqual({
      casus: { kenmerk: 'ZVH-1', hoofdbetrokkenen: [{ bsn: null }] },
      errors: ['casus.hoofdbetrokkenen.@.bsn Hoofdbetrokkene.bsn CASUS_NIET_BEVESTIGD'],
    });
    expect(ask(contract, world, 'gemeente-zwolle', 'hoofdbetrokkenen { bsn }')).toEqual({
      casus: { hoofdbetrokkenen: [{ bsn: '999990019' }] },
      errors: [],
    });
  });

  test("the dossier is nobody's own: the gemeente that keeps it needs a verstrekking like anyone", () => {
    expect(ask(kleinConvenant(), smallWorld(), 'gemeente-zwolle', 'gemeente tafel { rol }')).toEqual({
      casus: { gemeente: 'Zwolle', tafel: null },
      errors: ['casus.tafel Casus.tafel GEEN_VERSTREKKING'],
    });
  });

  test('a chain rol gets what it is given by name and inherits nothing from its employer', () => {
    const zetels = [zetel('gemeente-zwolle', 'PROCESREGISSEUR')];
    const contract = kleinConvenant(
      'casus.kern, casus.betrokkenheid, persoon.naam | GEMEENTE | PROCESREGISSEUR | rollen: [DEELNEMER]',
      'persoon.bsn | GEMEENTE | GEMEENTE',
    );
    const world = smallWorld({ municipality: { zetels } });
    expect(ask(contract, world, 'gemeente-zwolle', 'hoofdbetrokkenen { weergavenaam bsn wijk }')).toEqual({
      casus: { hoofdbetrokkenen: [{ weergavenaam: 'Jan van P1', bsn: null, wijk: null }] },
      errors: [
        'casus.hoofdbetrokkenen.@.bsn Hoofdbetrokkene.bsn PARTNER_NIET_GEDEKT',
        'casus.hoofdbetrokkenen.@.wijk Hoofdbetrokkene.wijk GEEN_VERSTREKKING',
      ],
    });
  });

  test('an auditor at the table gets nothing, and neither does who is no partij', () => {
    const zetels = [zetel('gemeente-zwolle', 'AUDITOR'), zetel('om-oost-nederland')];
    const world = smallWorld({ municipality: { zetels } });
    expect(ask(kleinConvenant(), world, 'gemeente-zwolle', 'id').errors).toEqual([
      'casus Query.casus PARTNER_NIET_GEDEKT',
    ]);
    expect(ask(kleinConvenant(), world, 'om-oost-nederland', 'id').errors).toEqual(['casus Query.casus GEEN_PARTIJ']);
  });

  test('personen wants all three categories; a field of the interface is judged on each concrete type', () => {
    const municipality = {
      personen: [persoon('p1'), persoon('k1', { voorvoegsel: null })],
      betrokkenheden: [
        { casus: 'c1', persoon: 'k1', soort: 'KRINGLID' as const },
        { casus: 'c1', persoon: 'p1', soort: 'HOOFDBETROKKENE' as const },
      ],
    };
    const world = smallWorld({ municipality });
    const selection = 'wie: personen { __typename ...naam ... on Kringlid @skip(if: $c) { telefoon } }';
    const query = `query ($v: ID!, $c: Boolean = true) { casus(id: $v) { ${selection} } } fragment naam on Persoon { weergavenaam }`;
    const more = { query, variables: { v: 'c1' } };
    const kring = 'casus.kring, kring.naam | GEMEENTE | GGZ';
    expect(ask(kleinConvenant(kring), world, 'dimence', '', more)).toEqual({
      casus: { wie: null },
      errors: ['casus.wie Casus.personen GEEN_VERSTREKKING'],
    });
    const contract = kleinConvenant(kring, 'casus.professionals | GEMEENTE | GGZ');
    expect(ask(contract, world, 'dimence', '', more)).toEqual({
      casus: {
        wie: [
          { __typename: 'Hoofdbetrokkene', weergavenaam: null },
          { __typename: 'Kringlid', weergavenaam: 'Jan K1' },
        ],
      },
      errors: [
        'casus.wie.@.weergavenaam Hoofdbetrokkene.weergavenaam GEEN_VERSTREKKING',
        'casus.wie.@.weergavenaam Professional.weergavenaam GEEN_VERSTREKKING',
      ],
    });
  });
});

describe('asking is disclosing', () => {
  const police = {
    koppelingen: [{ persoon: 'p1', registratienummer: 'r' }],
    risicos: [
      { id: 'r1', bronhouder: OIN.politie, persoon: 'p1', niveau: 'HOOG' as const, peildatum: '2025-01-01' },
      { id: 'r2', bronhouder: OIN.politie, persoon: 'p1', niveau: 'LAAG' as const, peildatum: '2026-01-01' },
    ],
  };
  const care = {
    risicotaxaties: [
      {
        id: 't1',
        bronhouder: OIN.dimence,
        persoon: 'p1',
        datum: '2026-02-01',
        instrument: 'A',
        niveau: 'MIDDEN' as const,
      },
      {
        id: 't2',
        bronhouder: OIN.tactus,
        persoon: 'p1',
        datum: '2026-02-01',
        instrument: 'B',
        niveau: 'HOOG' as const,
      },
    ],
  };
  const selection = 'hoofdbetrokkenen { veiligheidsrisico veiligheidsbeeld }';
  const field = (name: string) => `casus.hoofdbetrokkenen.@.${name} Hoofdbetrokkene.${name} BRON_NIET_AAN_TAFEL`;

  test('both hosts at the table: the latest of police, and the highest of what may be seen', () => {
    const world = smallWorld({ police, care });
    expect(ask(kleinConvenant(RISICO), world, 'dimence', selection)).toEqual({
      casus: { hoofdbetrokkenen: [{ veiligheidsrisico: 'LAAG', veiligheidsbeeld: 'MIDDEN' }] },
      errors: [],
    });
  });

  test('a condition of the police keeps what they say from being sent on to care, not from being seen', () => {
    const asked = (voorwaarde: string) =>
      ask(
        kleinConvenant(`${RISICO} | voorwaarden: [${voorwaarde}]`),
        smallWorld({ police, care }),
        'dimence',
        selection,
      );
    expect(asked('NIET_DOORVERSTREKKEN')).toEqual({
      casus: { hoofdbetrokkenen: [{ veiligheidsrisico: 'LAAG', veiligheidsbeeld: null }] },
      errors: [field('veiligheidsbeeld')],
    });
    expect(asked('NIET_VASTLEGGEN').errors).toEqual([]);
    expect(asked('EERST_OVERLEGGEN').errors).toEqual([]);
  });

  test('police left the table: neither its own field nor what care makes of it', () => {
    const zetels = [zetel('dimence'), zetel('politie-oost-nederland', 'DEELNEMER', '2026-06-01')];
    const world = smallWorld({ police, care, municipality: { zetels } });
    expect(ask(kleinConvenant(RISICO), world, 'dimence', selection)).toEqual({
      casus: { hoofdbetrokkenen: [{ veiligheidsrisico: null, veiligheidsbeeld: null }] },
      errors: [field('veiligheidsbeeld'), field('veiligheidsrisico')],
    });
  });

  test('police sits there by somebody whom it no longer designates: as if it had left', () => {
    const zetels = [zetel('dimence'), zetel('politie-oost-nederland')];
    const asked = (of: Partial<ReturnType<typeof aanwijzing>>) => {
      const aanwijzingen = zetels.map((one) => (one.partner === 'dimence' ? aanwijzing(one) : { ...aanwijzing(one), ...of })); // oxfmt-ignore
      const world = smallWorld({ police, care, municipality: { zetels, aanwijzingen } });
      return ask(kleinConvenant(RISICO), world, 'dimence', selection).errors;
    };
    const refused = [field('veiligheidsbeeld'), field('veiligheidsrisico')];
    expect(asked({})).toEqual([]);
    expect(asked({ tot: '2026-06-01' })).toEqual(refused);
    expect(asked({ rol: 'CASUSREGISSEUR' })).toEqual(refused);
    expect(asked({ medewerker: 'm-ander' })).toEqual(refused);
    expect(asked({ partner: 'tactus' })).toEqual(refused);
  });

  test('a host that may not know who is in the casus is not asked, not even for its own employee', () => {
    const contract = kleinConvenant('politie.kringbekend | POLITIE | GEMEENTE', 'casus.kring | GEMEENTE | GEMEENTE');
    expect(ask(contract, smallWorld(), 'gemeente-zwolle', 'directeKring { bekendBijPolitie }')).toEqual({
      casus: { directeKring: [] },
      errors: ['casus.directeKring.@.bekendBijPolitie Kringlid.bekendBijPolitie BRON_NIET_AAN_TAFEL'],
    });
  });

  test('care may not be sent what police says of somebody', () => {
    const contract = kleinConvenant(
      'politie.risico | POLITIE | GEMEENTE',
      'zorg.risico | GGZ | GEMEENTE',
      'politie.bekend | POLITIE | GEMEENTE',
    );
    const more = 'hoofdbetrokkenen { veiligheidsrisico veiligheidsbeeld bekendBijPolitie }';
    expect(ask(contract, smallWorld({ police, care }), 'gemeente-zwolle', more)).toEqual({
      casus: { hoofdbetrokkenen: [{ veiligheidsrisico: 'LAAG', veiligheidsbeeld: null, bekendBijPolitie: true }] },
      errors: [field('veiligheidsbeeld')],
    });
  });
});
