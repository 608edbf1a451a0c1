import { Once } from '../../../subgraphs/kit/delegation/Once';

test('an id passes once', () => {
  const once = new Once();
  expect(once.take('a', 40, 10)).toBe(true);
  expect(once.take('a', 40, 10)).toBe(false);
  expect(once.take('b', 40, 10)).toBe(true);
});

test('when full, refuses rather than forgets an id that still lives', () => {
  const once = new Once(2);
  once.take('a', 40, 10);
  once.take('b', 20, 10);
  expect(once.take('c', 40, 10)).toBe(false);
  expect(once.take('c', 40, 30)).toBe(true);
  expect(once.take('a', 40, 30)).toBe(false);
});
