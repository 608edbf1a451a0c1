/**
 * A number that looks like a BSN and can't be anyone's: it deliberately fails the elfproef that every issued BSN
 * passes.
 */
export function impossibleBsn(eightDigits: string, lastDigit: number): string {
  const bsn = `${eightDigits}${lastDigit % 10}`;
  // The last digit weighs -1: another one always leaves the multiples of eleven.
  return passesElfproef(bsn) ? `${eightDigits}${(lastDigit + 1) % 10}` : bsn;
}

/** The check that BSNs are issued under: 9a+8b+7c+6d+5e+4f+3g+2h-i is a multiple of 11. */
export function passesElfproef(bsn: string): boolean {
  const digits = Array.from(bsn, Number);
  if (digits.length !== 9 || digits.some(Number.isNaN)) return false;
  const sum = digits.reduce((total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0;
}
