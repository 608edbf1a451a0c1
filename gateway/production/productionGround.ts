import { readKetenpartners } from '../../schema/partners';
import type { Hubgrond } from '../hub';
import type { Settings } from '../settings';
import { partnerIssuers } from './partnerIssuers';
import { partnerStapsleutels } from './partnerStapsleutels';
import { readHubKey } from './readHubKey';
import { readCheckpointKey } from './readCheckpointKey';
import { readRegisterKey } from './readRegisterKey';
import { Startfout } from './Startfout';

/**
 * What a hub in production is made from: keys that were given to it, issuers of its partners. Nothing of the demo will
 * do. Whether the convenanten are signed is looked at when their rules are read.
 *
 * @throws Startfout naming all that is missing.
 */
export async function productionGround(settings: Settings): Promise<Hubgrond> {
  const { hubKeyFile, registerKeyFile, checkpointKeyFile, formerCheckpointKeyFile } = settings;
  const missing = [
    ...(hubKeyFile === null ? ['HUB_KEY_FILE: file with the private key of the hub (JWK, ES256)'] : []),
    ...(registerKeyFile === null ? ['REGISTER_KEY_FILE: file with 32 random bytes, base64url'] : []),
    ...(checkpointKeyFile === null
      ? ['CHECKPOINT_KEY_FILE: file with the private key that signs the register (PEM, Ed25519; hub keygen makes one)']
      : []),
    ...(process.env['PARTNERS_FILE'] ? [] : ['PARTNERS_FILE: the partners with their issuers and signing keys']),
  ];
  if (hubKeyFile === null || registerKeyFile === null || checkpointKeyFile === null || missing.length > 0) {
    const lines = missing.map((line) => `- ${line}`);
    throw new Startfout(['production needs (for the demo: KETENHUB_MODE=demo):', ...lines].join('\n'));
  }
  const partners = readKetenpartners();
  return {
    settings,
    sleutel: await readHubKey(hubKeyFile),
    uitgevers: partnerIssuers(partners),
    ondertekening: partnerStapsleutels(partners),
    registersleutels: {
      register: readRegisterKey(registerKeyFile),
      checkpoint: readCheckpointKey('CHECKPOINT_KEY_FILE', checkpointKeyFile),
      vorigeCheckpoint:
        formerCheckpointKeyFile === null
          ? null
          : readCheckpointKey('FORMER_CHECKPOINT_KEY_FILE', formerCheckpointKeyFile),
    },
  };
}
