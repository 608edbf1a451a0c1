import { openWriter } from '../../../gateway/register/writer/openWriter';
import { MEDEWERKER, PERSOON, exampleRegel, exampleVerstrekking, regelWith } from './exampleRegel';
import { expectRight } from './expectRight';
import { onEachBackend } from './onEachBackend';

onEachBackend('the register', (create) => {
  it('gives every entry a random receipt and a place in a tree that is right', async () => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    const receipts = [];
    for (const count of [0, 1, 60]) receipts.push(await writer.append(regelWith(count)));
    await writer.close();

    const { entries, signed } = expectRight(await rows());
    expect(entries.map(({ id, tijdstip }) => ({ id, tijdstip }))).toEqual(receipts);
    expect(receipts.every(({ id }) => /^[\w-]{22}$/.test(id))).toBe(true);
    expect(signed.at(-1)).toBe(3);
  });

  it('is a register, and right, when nothing was ever disclosed', async () => {
    const { options, rows } = await create();
    await (await openWriter(options)).close();
    expect(expectRight(await rows())).toEqual({ entries: [], signed: [] });
  });

  it('holds nothing that could not be read back: a line that says too much about one person is refused, and it alone', async () => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    const records = (count: number) => Array.from({ length: count }, (_, n) => ({ type: 'Crisiscontact', verwijzing: String(n), inhoud: String(n) })); // oxfmt-ignore
    const about = (count: number) =>
      exampleRegel({ verstrekkingen: [exampleVerstrekking({ records: records(count) })] });
    const [before, large, after] = await Promise.allSettled([about(2), about(150_000), about(50_000)].map((one) => writer.append(one))); // oxfmt-ignore
    await writer.close();
    expect([before?.status, large?.status, after?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(expectRight(await rows()).entries).toHaveLength(2);
  });

  it('goes on where it stopped when it is opened again', async () => {
    const { options, rows } = await create();
    for (let start = 0; start < 3; start += 1) {
      const writer = await openWriter(options);
      await writer.append(exampleRegel());
      await writer.close();
    }
    expect(expectRight(await rows())).toMatchObject({ entries: { length: 3 }, signed: [1, 2, 3] });
  });

  it('keeps who received what about the casus, for what, in the clear, and what is not there not at all', async () => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    const zaak = [
      exampleVerstrekking({ persoon: null }),
      exampleVerstrekking({ persoon: null, bronhouder: 'mij', eigen: true }),
    ];
    await writer.append(exampleRegel({ verstrekkingen: zaak }));
    await writer.close();
    const [entry] = expectRight(await rows()).entries;
    expect(entry).toEqual({
      v: 2,
      nr: 0,
      id: expect.any(String) as unknown,
      tijdstip: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown,
      soort: 'ANTWOORD',
      verzoek: 'vrz-1',
      partner: 'politie-oost-nederland',
      medewerker: expect.stringMatching(/^[\w-]{43}$/) as unknown,
      rol: 'DEELNEMER',
      doel: 'STRAFRECHTELIJKE_HANDHAVING',
      casus: 'cas-Jd81kPq0Xv',
      fase: 'CASUSOVERLEG',
      kader: 'DWANG',
      convenant: 'veiligheidshuis-ijsselland',
      versie: '2026.1',
      tabel: 'a'.repeat(64),
      attest: 'b'.repeat(64),
      feiten: 'rev-1',
      operatie: 'b'.repeat(64),
      gevraagd: ['Casus.kenmerk', 'Hoofdbetrokkene.incidenten'],
      weigeringen: [exampleRegel().weigeringen[0]],
      zaak: [
        {
          gever: '00000099000000000001',
          categorie: 'politie.incidenten',
          artikel: 'WGS 2.30 lid 1 onder 7',
          velden: { 'Hoofdbetrokkene.incidenten': 3 },
        },
        {
          gever: 'mij',
          categorie: 'politie.incidenten',
          artikel: 'WGS 2.30 lid 1 onder 7',
          eigen: true,
          velden: { 'Hoofdbetrokkene.incidenten': 3 },
        },
      ],
      gevers: ['00000099000000000001'],
    });
  });

  it('keeps an answer about more persons than one statement can hold whole', async () => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    const verstrekkingen = Array.from({ length: 6_000 }, (_, nr) => exampleVerstrekking({ persoon: `p-${nr}` }));
    await writer.append(exampleRegel({ verstrekkingen }));
    await writer.close();
    expect(expectRight(await rows()).entries[0]?.personen).toHaveLength(6_000);
  });

  it('keeps text of any kind as it was', async () => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    const odd = { partner: 'a"b\\c\n\u2028é𝄞', operatie: '\u0000\u0007\ud800', doel: '<>&' };
    await writer.append(exampleRegel(odd));
    await writer.close();
    expect(expectRight(await rows()).entries).toMatchObject([odd]);
  });

  it('keeps no id of a medewerker or a person in the clear, in any byte', async () => {
    const { options, bytes } = await create();
    const writer = await openWriter(options);
    const dossier = { nummer: 'd-1', account: { partner: 'dimence', medewerker: MEDEWERKER } };
    for (let nr = 0; nr < 20; nr += 1) await writer.append({ ...regelWith(20), persoon: PERSOON, dossier });
    const seen = [await bytes()];
    await writer.close();
    seen.push(await bytes());
    for (const kept of seen) {
      expect(kept.includes('politie-oost-nederland')).toBe(true);
      for (const id of [PERSOON, MEDEWERKER]) {
        for (const form of [id, Buffer.from(id).toString('base64url'), Buffer.from(id).toString('hex')]) {
          expect(kept.includes(form)).toBe(false);
        }
      }
    }
  });

  it('points to an entry once, also when who asked is who received', async () => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    const other = writer.append(exampleRegel());
    await writer.append(exampleRegel({ soort: 'VOORNEMEN', naar: 'politie-oost-nederland' }));
    await other;
    await writer.close();
    expect(expectRight(await rows()).entries).toHaveLength(2);
  });

  it('lets nobody change, take away or slip in a row', async () => {
    const { options, run, rows } = await create();
    const writer = await openWriter(options);
    await Promise.all(Array.from({ length: 257 }, () => writer.append(regelWith(2))));
    await writer.close();
    const before = await rows();
    for (const statement of FORBIDDEN) {
      const outcome = await run(statement).then(
        () => 'done',
        (fault: unknown) => String(fault),
      );
      const refused = /alleen toevoegen|duplicate key|UNIQUE|FOREIGN KEY|foreign key/.test(outcome);
      expect({ statement, outcome, refused }).toMatchObject({ statement, refused: true });
    }
    expect(await rows()).toEqual(before);
  });
});

const FORBIDDEN = [
  `update regel set id = id`,
  `delete from regel where nr = 1`,
  `insert into regel select nr, id || 'x', blad from regel where nr = 1`,
  `update inhoud set tekst = tekst`,
  `insert into inhoud select * from inhoud where nr = 1`,
  `insert into inhoud values (700, 'zonder regel')`,
  `update checkpoint set tekst = tekst`,
  `delete from checkpoint`,
  `insert into checkpoint select * from checkpoint`,
  `update knoop set hash = hash`,
  `delete from knoop`,
  `update persoonsleutel set sleutel = sleutel`,
  `insert into persoonsleutel select id || 'x', zoek, sleutel from persoonsleutel`,
  `update wijzer set sleutel = sleutel`,
  `insert into wijzer select * from wijzer`,
];
