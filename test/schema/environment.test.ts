import { readSettings as readHub } from '../../gateway/settings';
import { type Environment } from '../../schema/environment';
import { SUBGRAVEN } from '../../schema/domain/subgraaf';
import { readSettings as readSource } from '../../subgraphs/kit/server/readSettings';

const NAMES = [
  ...['KETENHUB_DIR', 'CONVENANTEN_DIR', 'HOST', 'PORT', 'PLAIN_HTTP', 'LOG_LEVEL', 'TRACES_URL', 'REDIS_URL'],
  ...['POLICE_PORT', 'CARE_PORT', 'MUNICIPALITY_PORT', 'POLICE_URL', 'CARE_URL', 'MUNICIPALITY_URL'],
  ...['POLICE_DATABASE_URL', 'CARE_DATABASE_URL', 'MUNICIPALITY_DATABASE_URL', 'REGISTER_DATABASE_URL'],
  ...['HUB_JWKS_FILE', 'HUB_KEY_FILE', 'TLS_CERT_FILE', 'TLS_KEY_FILE', 'TLS_CLIENT_CA_FILE', 'SOURCE_CA_FILE'],
  ...['KETENHUB_SEED', 'KETENHUB_SIZE', 'LIMIT_DEPTH', 'RATE_PARTNER', 'LOGBOEK_OTLP_URL'],
];

test.each<[string, (env: Environment) => unknown]>([
  ['the hub', (env) => readHub(env, 'production')],
  ...SUBGRAVEN.map((naam): [string, (env: Environment) => unknown] => [naam, (env) => readSource(naam, env)]),
])('to %s a variable that is empty is one that is not set', (_who, read) => {
  const demo = { KETENHUB_MODE: 'demo' };
  const empty = Object.fromEntries(NAMES.map((name) => [name, '']));
  expect(read({ ...empty, ...demo })).toEqual(read(demo));
});
