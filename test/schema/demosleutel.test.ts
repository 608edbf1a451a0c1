import { isDemosleutel } from '../../schema/demosleutel';

test.each(['demo-1', 'Demo-1', 'DEMO-x', 'demo', 'demo_1'])('%s is a key of the demo', (kid) => {
  expect(isDemosleutel(kid)).toBe(true);
});

test.each(['k-1', 'mydemo-1', '', undefined, null, 7])('%s is none', (kid) => {
  expect(isDemosleutel(kid)).toBe(false);
});
