/** What a medewerker, or a partner, can be called: no spaces, and nothing that can't be seen or written down. */
export const MEDEWERKER_ID = /^[^\s\p{C}]{1,200}$/u;
