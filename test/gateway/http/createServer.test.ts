import { ApolloServer } from '@apollo/server';
import { pino } from 'pino';
import { type Doors, createServer } from '../../../gateway/http/createServer';

test('a fault while it is written down that a body could not be read is told in our words, and tells nothing of itself', async () => {
  const apollo = new ApolloServer({ typeDefs: 'type Query { a: String }' });
  await apollo.start();
  const broken = { apollo, open: () => Promise.reject(new TypeError('Jan Jansen')), answered: () => undefined };
  const options = { demo: false, log: pino({ level: 'silent' }), limits: { bytes: 1_000, seconds: 5 } };
  const app = await createServer(broken as unknown as Doors<object>, options);
  try {
    const headers = { 'content-type': 'application/json' };
    const { statusCode, body } = await app.inject({ method: 'POST', url: '/graphql', headers, payload: '{' });
    expect([statusCode, JSON.parse(body)]).toEqual([
      503,
      { errors: [{ message: 'Er ging iets mis; er is niets verstrekt.', extensions: { code: 'HUB_ONBESLIST' } }] },
    ]);
  } finally {
    await app.close();
    await apollo.stop();
  }
});
