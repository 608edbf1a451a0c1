import { createPrivateKey } from 'node:crypto';
import { openWriter } from '../../../gateway/register/writer/openWriter';
import { parseNote, readVerifier, verifyNote, writeVerifier } from '../../../schema/signedNote';
import { CHECKPOINT, type Row, checkpointKey } from './backend';
import { exampleRegel } from './exampleRegel';
import { expectRight } from './expectRight';
import { onEachBackend } from './onEachBackend';

const NEXT = checkpointKey(9);

/** Which of the keys signed a checkpoint. */
function signers(row: Row | undefined): string[] {
  const note = parseNote(String(row?.['tekst']))!;
  return Object.entries({ first: CHECKPOINT, next: NEXT }).flatMap(([name, { naam, pem }]) => {
    const verifier = readVerifier(writeVerifier(naam, createPrivateKey(pem)))!;
    return note.signatures.some((one) => verifyNote(note.text, one, verifier)) ? [name] : [];
  });
}

onEachBackend('a checkpoint', (create) => {
  it('stands with the first entry, and over every later one within about a second, while it stays open', async () => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    await writer.append(exampleRegel());
    expect(expectRight(await rows()).signed).toEqual([1]);
    for (let nr = 0; nr < 5; nr += 1) await writer.append(exampleRegel());
    const grown = performance.now();
    expect(expectRight(await rows()).signed).toEqual([1]);
    let signed: readonly number[] = [];
    while (signed.at(-1) !== 6 && performance.now() - grown < 10_000) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      ({ signed } = expectRight(await rows()));
    }
    expect(signed).toEqual([1, 6]);
    // Roomy: this machine may be busy. A test with timers of its own holds it to the second.
    expect(performance.now() - grown).toBeLessThan(5_000);
    await writer.close();
    expect(expectRight(await rows()).signed).toEqual([1, 6]);
  });

  it('stands over all when it is closed', async () => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    for (let nr = 0; nr < 3; nr += 1) await writer.append(exampleRegel());
    await writer.close();
    expect(expectRight(await rows()).signed).toEqual([1, 3]);
  });

  it('under another key carries the signature of the one before it, once', async () => {
    const { options, rows } = await create();
    const before = await openWriter(options);
    await before.append(exampleRegel());
    await before.close();

    await expect(openWriter({ ...options, checkpoint: NEXT })).rejects.toThrow('must vouch');
    await expect(openWriter({ ...options, checkpoint: NEXT, formerCheckpoint: checkpointKey(3) })).rejects.toThrow(
      'must vouch',
    );
    // The name is the origin of the register: under another name it is another one.
    await expect(openWriter({ ...options, checkpoint: checkpointKey(7, 'ketenhub/ander') })).rejects.toThrow(
      'must vouch',
    );

    const after = await openWriter({ ...options, checkpoint: NEXT, formerCheckpoint: CHECKPOINT });
    await after.append(exampleRegel());
    await after.append(exampleRegel());
    await after.close();
    const { checkpoint } = await rows();
    expect(checkpoint.map(signers)).toEqual([['first'], ['first', 'next'], ['next']]);

    // From then on the new one stands by itself, and the old one no longer opens it.
    await expect(openWriter(options)).rejects.toThrow('must vouch');
    const alone = await openWriter({ ...options, checkpoint: NEXT });
    await alone.append(exampleRegel());
    await alone.close();
    expect(signers((await rows()).checkpoint.at(-1))).toEqual(['next']);
  });

  it('that could not be written is tried again, also when nothing more is added', async () => {
    const { options, rows, run } = await create();
    const writer = await openWriter(options);
    await writer.append(exampleRegel());
    await run('alter table checkpoint rename to weg');
    await writer.append(exampleRegel());
    await expect(writer.sign()).rejects.toThrow(/checkpoint/);
    // The timer has come by in vain.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await run('alter table weg rename to checkpoint');
    const from = performance.now();
    while ((await rows()).checkpoint.length < 2 && performance.now() - from < 10_000) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(expectRight(await rows()).signed).toEqual([1, 2]);
    await writer.append(exampleRegel());
    await writer.close();
    expect(expectRight(await rows()).signed).toEqual([1, 2, 3]);
  });

  it('keeps nothing from being registered, and the process not alive', async () => {
    const { options, run, rows } = await create();
    const writer = await openWriter(options);
    await writer.append(exampleRegel());
    await run('alter table checkpoint rename to weg');
    await writer.append(exampleRegel());
    await writer.close();
    await run('alter table weg rename to checkpoint');
    expect(expectRight(await rows())).toMatchObject({ entries: { length: 2 }, signed: [1] });
    // What a hub left unsigned, the next one signs with its first entry.
    const next = await openWriter(options);
    await next.append(exampleRegel());
    await next.close();
    expect(expectRight(await rows()).signed).toEqual([1, 3]);
  });
});
