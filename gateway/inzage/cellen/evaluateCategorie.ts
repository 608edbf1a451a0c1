import { BEPERKINGEN, type Beperking } from '../../../schema/domain/beperking';
import type { Convenant, Verstrekking } from '../../../schema/domain/convenant';
import { FASEN } from '../../../schema/domain/fase';
import type { Gegevenscategorie } from '../../../schema/domain/gegevenscategorie';
import type { Ketenpartner, Ketenpartners } from '../../../schema/domain/ketenpartner';
import type { Reden } from '../../../schema/domain/reden';
import { PARTNERROLLEN } from '../../decide/situatie';
import { reachOf } from './reachOf';
import { ALLE, GEEN, type Situaties, where, without } from './situaties';
import type { Uitkomst, Weg, Weigeringsgrond } from './weg';

/** In the order of the rules: of several refusals the furthest is told. */
const NIVEAUS = [
  'CASUS_AFGESCHERMD',
  'GEEN_PARTIJ',
  'NIET_ONDERTEKEND',
  'GEEN_VERSTREKKING',
  'PARTNER_NIET_GEDEKT',
  'ROL_NIET_GEDEKT',
  'DOEL_NIET_GEDEKT',
  'FASE_NIET_GEDEKT',
  'KADER_NIET_GEDEKT',
  'BRON_GEEN_PARTIJ',
  'BRON_NIET_ONDERTEKEND',
  'CASUS_NIET_BEVESTIGD',
] as const satisfies readonly Reden[];

const OPEN_FASEN = FASEN.filter((fase) => fase !== 'AFSLUITING');

/**
 * What the rules decide of one category for whoever is seated for this partner in a running casus, for every rol, doel,
 * fase and kader at once, from the text of the convenant alone. It shares no code with the rules (gateway/decide): a test
 * holds the two together, so that what is printed and compared is what the hub does.
 */
export function evaluateCategorie(
  convenant: Convenant,
  ontvanger: Ketenpartner,
  categorie: Gegevenscategorie,
  partners: Ketenpartners,
): Uitkomst {
  const fails: Weigeringsgrond[] = [];
  const wegen: Weg[] = [];
  const lopend = where({ fasen: OPEN_FASEN });
  fails.push({ reden: 'CASUS_AFGESCHERMD', artikel: null, waar: without(ALLE, lopend) });
  const partij = convenant.partijen.includes(ontvanger.id);
  if (!partij || !convenant.getekend.includes(ontvanger.id)) {
    fails.push({ reden: partij ? 'NIET_ONDERTEKEND' : 'GEEN_PARTIJ', artikel: null, waar: lopend });
    return { wegen, verleend: GEEN, weigeringen: partition(fails, ALLE) };
  }
  fails.push({ reden: 'GEEN_VERSTREKKING', artikel: null, waar: lopend });
  const own = !categorie.dossier && categorie.bronnen.includes(ontvanger.soort);
  const eigen = own ? lopend & where({ rollen: PARTNERROLLEN }) : GEEN;
  if (own) wegen.push({ ...EIGEN, van: ontvanger, waar: eigen });

  const bronnen = convenant.partijen
    .map((id) => partners.get(id))
    .filter((partner) => partner !== undefined)
    .filter(({ soort }) => categorie.bronnen.includes(soort));
  for (const verstrekking of convenant.verstrekkingen) {
    if (!verstrekking.gegevens.includes(categorie.naam)) continue;
    const { artikel, voorwaarden, van } = verstrekking;
    const suppliers = bronnen.filter(({ id, soort }) => van.includes(id) || van.includes(soort));
    let left = lopend;
    const narrow = (reden: Reden, holds: Situaties): void => {
      fails.push({ reden, artikel, waar: without(left, holds) });
      left &= holds;
    };
    const { ontvanger: named, rol, doel } = reachOf(verstrekking, ontvanger);
    narrow('PARTNER_NIET_GEDEKT', named);
    narrow('ROL_NIET_GEDEKT', rol);
    narrow('DOEL_NIET_GEDEKT', doel);
    narrow('FASE_NIET_GEDEKT', where({ fasen: verstrekking.fasen }));
    narrow('KADER_NIET_GEDEKT', where({ kaders: verstrekking.kaders }));
    if (suppliers.length === 0) fails.push({ reden: 'BRON_GEEN_PARTIJ', artikel, waar: left });
    for (const bron of suppliers) {
      if (!convenant.getekend.includes(bron.id)) {
        fails.push({ reden: 'BRON_NIET_ONDERTEKEND', artikel, waar: left });
        continue;
      }
      const early = categorie.dossier || categorie.betreft === 'CASUS';
      const waar = early ? left : left & where({ bevestigd: [true] });
      fails.push({ reden: 'CASUS_NIET_BEVESTIGD', artikel, waar: without(left, waar) });
      // What is his own needs no verstrekking to himself.
      const given = bron.oin === ontvanger.oin ? without(waar, eigen) : waar;
      if (given === GEEN) continue;
      const beperkingen = beperkingenOf(verstrekking, categorie, bron);
      wegen.push({ van: bron, eigen: false, beperkingen, voorwaarden, artikel, waar: given });
    }
  }
  const verleend = wegen.reduce<Situaties>((all, { waar }) => all | waar, GEEN);
  return { wegen, verleend, weigeringen: partition(fails, without(ALLE, verleend)) };
}

const EIGEN = { eigen: true, beperkingen: [], voorwaarden: [], artikel: 'eigen gegevens (WGS 1.5)' } as const;

function beperkingenOf(
  { beperkingen }: Verstrekking,
  { vrijgave, grond }: Gegevenscategorie,
  { soort }: Ketenpartner,
): Beperking[] {
  const demanded = (naam: Beperking): boolean =>
    (naam === 'VRIJGEGEVEN' && vrijgave) || (naam === 'MET_GROND' && grond.includes(soort));
  return BEPERKINGEN.filter((naam) => beperkingen.includes(naam) || demanded(naam)).sort();
}

/** Of every refused situation the one ground that is told: the furthest, and of those the first. */
function partition(fails: readonly Weigeringsgrond[], refused: Situaties): Weigeringsgrond[] {
  let left = refused;
  const found: Weigeringsgrond[] = [];
  for (const niveau of [...NIVEAUS].reverse()) {
    for (const { reden, artikel, waar } of fails) {
      if (reden !== niveau || (waar & left) === GEEN) continue;
      found.push({ reden, artikel, waar: waar & left });
      left = without(left, waar);
    }
  }
  return found;
}
