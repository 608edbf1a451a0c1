import { createHash } from 'node:crypto';
import stringify from 'safe-stable-stringify';
import type { Convenant } from '../../../schema/domain/convenant';
import type { Coordinatentabel } from '../compileTabel';

/**
 * Digest of all in the table that decides under one version of one convenant: the convenant itself, what its categories
 * demand, every coordinate that carries one of them, its partijen, the hosts of the sources, and the floor of its regime.
 * Another convenant, or a field of a category that this one does not give, leaves it as it was.
 */
export function convenantDigest(tabel: Coordinatentabel, { id, versie }: Pick<Convenant, 'id' | 'versie'>): string {
  const convenant = tabel.convenanten.find((one) => one.id === id && one.versie === versie);
  if (convenant === undefined) throw new Error('the table does not hold this convenant');
  const given = new Set(Object.keys(convenant.gegevens));
  const pick = <T>(all: Readonly<Record<string, T>>, wanted: (naam: string, one: T) => boolean): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([naam, one]) => wanted(naam, one)));
  const part = {
    convenant,
    vloer: tabel.vloer[convenant.regime],
    gegevens: pick(tabel.gegevens, (naam) => given.has(naam)),
    coordinaten: pick(tabel.coordinaten, (_, { categorieen }) => categorieen.some((naam) => given.has(naam))),
    partners: pick(tabel.partners, (naam, { subgraaf }) => convenant.partijen.includes(naam) || subgraaf !== null),
  };
  return createHash('sha256').update(stringify(part)).digest('hex');
}
