import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { codeDigest } from '../../../gateway/regels/codeDigest';

let root: string;
const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ketenhub-code-'));
  for (const file of ['.swcrc', 'compile.cjs', 'gateway/hub.ts', 'gateway/decide/rules/a.ts', 'schema/domain/doel.ts']) write(file, file); // oxfmt-ignore
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

test.each(['.swcrc', 'compile.cjs', 'gateway/hub.ts', 'gateway/decide/rules/a.ts', 'schema/domain/doel.ts'])(
  'the digest of the code changes with %s, and comes back with it',
  (file) => {
    const before = codeDigest(root);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    write(file, `${file} `);
    expect(codeDigest(root)).not.toBe(before);
    write(file, file);
    expect(codeDigest(root)).toBe(before);
  },
);

test('it changes with a file that is added, goes, or is called otherwise; and not with what is no code', () => {
  const before = codeDigest(root);
  write('gateway/decide/rules/b.ts', '');
  const more = codeDigest(root);
  expect(more).not.toBe(before);
  renameSync(join(root, 'gateway/decide/rules/b.ts'), join(root, 'gateway/decide/b.ts'));
  expect([before, more]).not.toContain(codeDigest(root));
  rmSync(join(root, 'gateway/decide/b.ts'));
  expect(codeDigest(root)).toBe(before);
  for (const file of ['README.md', 'gateway/README.md', 'schema/gegevens.yaml', 'test/a.ts']) write(file, 'iets');
  expect(codeDigest(root)).toBe(before);
});

test('what stands in one file and in another is not the same: where the one ends counts', () => {
  write('schema/a.ts', 'x');
  write('schema/b.ts', 'y');
  const before = codeDigest(root);
  write('schema/a.ts', 'y');
  write('schema/b.ts', 'x');
  expect(codeDigest(root)).not.toBe(before);
});
