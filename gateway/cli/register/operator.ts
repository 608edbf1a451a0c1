import { demoKeys } from '../../demo/demoKeys';
import { optionsOf } from '../../keepRegister';
import { Startfout } from '../../production/Startfout';
import { readCheckpointKey } from '../../production/readCheckpointKey';
import { readRegisterKey } from '../../production/readRegisterKey';
import type { RegisterOptions } from '../../register/writer/openWriter';
import type { Settings } from '../../settings';
import { unusable } from '../ended';

/** Where the register is, with its keys: for who keeps it. In the demo those of the demo. Throws Ended. */
export async function operatorOptions(settings: Settings): Promise<RegisterOptions> {
  if (settings.mode === 'demo') {
    const { register, checkpoint } = await demoKeys(settings.dir);
    return optionsOf(settings, { register, checkpoint, vorigeCheckpoint: null });
  }
  const { registerKeyFile, checkpointKeyFile } = settings;
  if (registerKeyFile === null || checkpointKeyFile === null) {
    throw unusable('Zet REGISTER_KEY_FILE en CHECKPOINT_KEY_FILE: de sleutels van het register.');
  }
  try {
    const checkpoint = readCheckpointKey('CHECKPOINT_KEY_FILE', checkpointKeyFile);
    return optionsOf(settings, { register: readRegisterKey(registerKeyFile), checkpoint, vorigeCheckpoint: null });
  } catch (fout) {
    if (fout instanceof Startfout) throw unusable(`Een sleutel van het register is niet te lezen: ${fout.message}`);
    throw fout;
  }
}
