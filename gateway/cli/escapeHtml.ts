/** Text as it may stand anywhere in a page, between quotes too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => `&#${String(sign.codePointAt(0) ?? 0)};`);
}
