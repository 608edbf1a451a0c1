import { openRegister } from '../../../gateway/register/openRegister';
import { verifyRegister } from '../../../gateway/register/verify';
import { onEachBackend } from './onEachBackend';
import { MEDEWERKER, PERSOON, exampleRegel, exampleVerstrekking, regelWith } from './exampleRegel';

onEachBackend('the register', (create) => {
  it('gives every entry a random receipt and a place in a chain that verifies', async () => {
    const { options, rows } = await create();
    const register = await openRegister(options);
    const receipts = [];
    for (const count of [0, 1, 60]) receipts.push(await register.append(regelWith(count)));
    await register.close();

    const { logregel, verstrekking } = await rows();
    expect(logregel.map(({ seq, id, tijdstip }) => ({ seq, id, tijdstip }))).toEqual(
      receipts.map((receipt, index) => ({ seq: index + 1, ...receipt })),
    );
    expect(receipts.every(({ id }) => /^[\w-]{22}$/.test(id))).toBe(true);
    expect(verstrekking).toHaveLength(61);
    expect(await verifyRegister(options)).toEqual({ regels: 3, kop: logregel[2]?.['hash'], fout: null });
  });

  it('is a register, and right, when nothing was ever disclosed', async () => {
    const { options } = await create();
    await (await openRegister(options)).close();
    expect(await verifyRegister(options)).toEqual({ regels: 0, kop: null, fout: null });
  });

  it('goes on where it stopped when it is opened again', async () => {
    const { options } = await create();
    for (let start = 0; start < 3; start += 1) {
      const register = await openRegister(options);
      await register.append(exampleRegel());
      await register.close();
    }
    expect(await verifyRegister(options)).toMatchObject({ regels: 3, fout: null });
  });

  it('keeps who received what from whom, about whom, for what, and who did it', async () => {
    const { options, rows } = await create();
    const register = await openRegister(options);
    await register.append(
      exampleRegel({ verstrekkingen: [exampleVerstrekking(), exampleVerstrekking({ persoon: null, eigen: true })] }),
    );
    await register.close();
    const { verstrekking } = await rows();
    expect(verstrekking).toEqual([
      {
        logregel_seq: 1,
        nr: 0,
        gever: '00000099000000000001',
        ontvanger: 'politie-oost-nederland',
        medewerker: expect.stringMatching(/^[\w-]{43}$/),
        persoon: expect.stringMatching(/^[\w-]{43}$/),
        casus: 'cas-Jd81kPq0Xv',
        doel: 'STRAFRECHTELIJKE_HANDHAVING',
        fase: 'CASUSOVERLEG',
        kader: 'DWANG',
        categorie: 'politie.incidenten',
        coordinaat: 'Hoofdbetrokkene.incidenten',
        artikel: 'WGS 2.30 lid 1 onder 7',
        eigen: 0,
        aantal: 3,
      },
      expect.objectContaining({ nr: 1, persoon: null, eigen: 1 }),
    ]);
  });

  it('keeps an answer larger than one insert can hold whole', async () => {
    const { options, rows } = await create();
    const register = await openRegister(options);
    await register.append(regelWith(2500));
    await register.close();
    expect((await rows()).verstrekking).toHaveLength(2500);
    expect(await verifyRegister(options)).toMatchObject({ regels: 1, fout: null });
  });

  it('keeps text of any kind as it was', async () => {
    const { options } = await create();
    const register = await openRegister(options);
    await register.append(exampleRegel({ partner: 'a"b\\c\n\u2028é𝄞', operatie: '\u0000\u0007', doel: '' }));
    await register.close();
    expect(await verifyRegister(options)).toMatchObject({ regels: 1, fout: null });
  });

  it('keeps no id of a medewerker or a person in the clear, in any byte', async () => {
    const { options, bytes } = await create();
    const register = await openRegister(options);
    for (let nr = 0; nr < 20; nr += 1) await register.append(regelWith(20));
    const seen = [await bytes()];
    await register.close();
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

  it('gives one person one pseudonym, and a medewerker with the same id another', async () => {
    const { options, rows } = await create();
    const register = await openRegister(options);
    const same = exampleRegel({ medewerker: 'x', verstrekkingen: [exampleVerstrekking({ persoon: 'x' })] });
    await register.append(same);
    await register.append(same);
    await register.close();
    const other = await openRegister({ ...options, key: new Uint8Array(32).fill(8) });
    await other.append(same);
    await other.close();

    const [first, second, third] = (await rows()).verstrekking;
    expect(first?.['persoon']).toBe(second?.['persoon']);
    expect(first?.['persoon']).not.toBe(first?.['medewerker']);
    expect(first?.['persoon']).not.toBe(third?.['persoon']);
  });

  it.each([
    'update logregel set tijdstip = tijdstip',
    'delete from logregel where seq = 2',
    'update verstrekking set aantal = 1',
    'delete from verstrekking where nr = 0',
    'insert into verstrekking select * from verstrekking where nr = 0',
  ])('refuses: %s', async (statement) => {
    const { options, run } = await create();
    const register = await openRegister(options);
    await register.append(regelWith(2));
    await register.append(regelWith(2));
    await register.close();
    await expect(run(statement)).rejects.toThrow(/alleen toevoegen|duplicate key/);
    expect(await verifyRegister(options)).toMatchObject({ regels: 2, fout: null });
  });
});
