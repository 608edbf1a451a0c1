import '../../gateway/libraries';
import { readSettings, runCampaign } from './campaign';

/** Runs a campaign and prints its outcome, as JSON in one line. */
void runCampaign(readSettings(process.env)).then((outcome) => {
  process.stdout.write(`${JSON.stringify(outcome)}\n`, () => process.exit(0));
});
