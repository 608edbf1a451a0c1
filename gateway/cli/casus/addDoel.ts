import { DOELEN } from '../../../schema/domain/doel';
import type { DutchCommand } from '../dutchCommand';
import { readWoord } from '../readWoord';

/** The doel under which somebody works at a casus: that of its regie, if he says no other. */
export function addDoel(command: DutchCommand): DutchCommand {
  return command.option('--doel <doel>', `een van ${DOELEN.join(', ')}`, readWoord('doel', DOELEN), 'CASUSREGIE');
}
